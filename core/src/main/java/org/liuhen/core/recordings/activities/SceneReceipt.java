package org.liuhen.core.recordings.activities;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.liuhen.core.recordings.MediaKind;
import org.liuhen.core.values.TextLimit;

/**
 * 现场回执: what was recorded of an act until it ended, as the party took it along. docs/formats.md, section 22. Whoever holds it
 * holds the agency to these captures.
 *
 * @param captures by their begin, then by their digest
 * @param devices by their number
 * @param format {@link #FORMAT}
 * @param nonce 32 lower-case hex digits by chance, so that nobody can guess a receipt
 * @param officers their certificate numbers, or names where there is none
 * @param title what the act is called
 */
public record SceneReceipt(
        ActivityId activity, String agency, List<Capture> captures, Counters counters, List<Device> devices, Instant endedAt,
        String format, Instant issuedAt, String nonce, List<String> officers, Instant startedAt, Optional<String> title) {

    /** Names the format and its version. */
    public static final String FORMAT = "liuhen-scene-receipt-v1";

    /** The most captures that one receipt lists; a second receipt may list more. */
    public static final int CAPTURES_MAX = 200;

    /** The most devices, and the most officers. */
    public static final int PEOPLE_MAX = 20;

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern NONCE = Pattern.compile("[0-9a-f]{32}");
    private static final TextLimit TEXT = new TextLimit("receipt", 200);
    private static final Comparator<Capture> BY_TIME = Comparator.comparing(Capture::from).thenComparing(Capture::sha256);

    public SceneReceipt {
        captures = List.copyOf(captures);
        devices = List.copyOf(devices);
        officers = List.copyOf(officers);
    }

    /**
     * One file of a phone.
     *
     * @param from its begin; of a photo the moment
     * @param sha256 64 lower-case hex digits
     */
    public record Capture(Instant from, MediaKind kind, String sha256, long sizeBytes, Instant to) {

        private boolean sound() {
            return SHA256.matcher(sha256).matches() && sizeBytes >= 0 && !to.isBefore(from);
        }
    }

    /**
     * How often what happened.
     *
     * @param captures as many as are listed
     * @param taps times that officers tapped
     */
    public record Counters(int captures, int interruptions, int taps) {}

    /** A device that recorded, or was to. */
    public record Device(String number, Optional<String> serial) {}

    /** Where it is not what section 22 says, in words of that section; empty where it is. */
    public Optional<String> fault() {
        if (!format.equals(FORMAT)) return Optional.of("format");
        if (!NONCE.matcher(nonce).matches()) return Optional.of("nonce");
        if (captures.size() > CAPTURES_MAX || !captures.stream().allMatch(Capture::sound) || !rising(captures, BY_TIME)
                || !differ(captures)) {
            return Optional.of("captures");
        }
        if (counters.captures() != captures.size() || counters.interruptions() < 0 || counters.taps() < 0) {
            return Optional.of("counters");
        }
        if (devices.size() > PEOPLE_MAX || !rising(devices, Comparator.comparing(Device::number))) return Optional.of("devices");
        if (officers.size() > PEOPLE_MAX || !texts().allMatch(text -> !text.isBlank() && TEXT.takes(text))) {
            return Optional.of("officers");
        }
        return Optional.empty();
    }

    private Stream<String> texts() {
        var ofDevices = devices.stream().flatMap(device -> Stream.concat(Stream.of(device.number()), device.serial().stream()));
        return Stream.of(ofDevices, officers.stream(), title.stream()).flatMap(texts -> texts);
    }

    private static boolean differ(List<Capture> captures) {
        var seen = new HashSet<String>();
        return captures.stream().allMatch(capture -> seen.add(capture.sha256()));
    }

    private static <T> boolean rising(List<T> items, Comparator<T> order) {
        for (var i = 1; i < items.size(); i++) {
            if (order.compare(items.get(i - 1), items.get(i)) >= 0) return false;
        }
        return true;
    }
}
