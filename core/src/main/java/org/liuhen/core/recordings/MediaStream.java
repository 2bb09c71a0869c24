package org.liuhen.core.recordings;

import java.util.Optional;

/**
 * One stream inside a file, as the probe saw it.
 *
 * @param rateMilli frames in a thousand seconds: 25 frames a second are 25,000
 * @param sampleRate samples a second
 */
public record MediaStream(
        int index,
        StreamKind kind,
        String codec,
        Optional<String> profile,
        Optional<Integer> width,
        Optional<Integer> height,
        Optional<Long> rateMilli,
        Optional<Integer> sampleRate,
        Optional<Integer> channels,
        Optional<Long> frames) {}
