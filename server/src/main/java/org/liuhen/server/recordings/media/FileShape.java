package org.liuhen.server.recordings.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Which of the containers whose parts are read here a file begins like. */
enum FileShape {
    /** MP4 or QuickTime. */
    MOVIE,
    /** AVI. */
    AVI,
    /** Another one. */
    OTHER;

    private static final int HEAD = 12;
    private static final Set<String> BOXES = Set.of("ftyp", "moov", "mdat", "wide", "free", "skip");

    static FileShape of(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var head = new String(in.readNBytes(HEAD), ISO_8859_1);
            if (head.length() < HEAD) return OTHER;
            if (BOXES.contains(head.substring(4, 8))) return MOVIE;
            return head.startsWith("RIFF") && head.endsWith("AVI ") ? AVI : OTHER;
        }
    }
}
