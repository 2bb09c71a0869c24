package org.liuhen.server.recordings;

import java.nio.charset.StandardCharsets;

/**
 * A file's name made fit to be shown and to be written into a page, a header or an archive. The device's own bytes are kept
 * beside it and are never changed; this is only for people. Marks that turn the direction of writing, control characters and
 * separators become U+FFFD, so that {@code gnp.exe} cannot look like {@code exe.png}, nor a name leave its folder.
 */
final class DisplayName {

    /** Of the name as the device has it; longer names are refused, not cut. */
    static final int MAX_RAW_BYTES = 4096;

    private static final int MAX_SHOWN = 255;

    private DisplayName() {}

    /** The last element of what the client calls the file; {@code unnamed} where nothing is left. */
    static String ofFile(String claimed) {
        var cut = Math.max(claimed.lastIndexOf('/'), claimed.lastIndexOf('\\'));
        var name = shown(claimed.substring(cut + 1), false).strip();
        return name.isEmpty() || name.equals(".") || name.equals("..") ? "unnamed" : name;
    }

    /** The whole path on the source, its separators kept. */
    static String ofPath(String claimed) {
        return shown(claimed, true);
    }

    private static String shown(String claimed, boolean separators) {
        var clean = new StringBuilder();
        claimed.codePoints().limit(separators ? MAX_RAW_BYTES : MAX_SHOWN)
            .forEach(c -> clean.appendCodePoint(harmless(c, separators) ? c : 0xFFFD));
        return clean.toString();
    }

    private static boolean harmless(int c, boolean separators) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                 Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> separators || (c != '/' && c != '\\');
        };
    }

    /** Whether the raw name or path is within the limit. */
    static boolean fits(String raw) {
        return raw.getBytes(StandardCharsets.UTF_8).length <= MAX_RAW_BYTES;
    }
}
