package org.liuhen.server.recordings;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which bytes of a medium a player asks for (RFC 9110, section 14). One range; several at once are answered with the whole, as
 * the RFC allows.
 */
sealed interface ByteRange {

    /** All bytes: nothing was asked for, or nothing that can be understood. */
    record Whole() implements ByteRange {}

    /**
     * A part that exists.
     *
     * @param from first byte
     * @param to last byte, included
     */
    record Part(long from, long to) implements ByteRange {
        /** How many bytes. */
        long length() {
            return to - from + 1;
        }

        /** As the answer names it. */
        String contentRange(long sizeBytes) {
            return "bytes " + from + "-" + to + "/" + sizeBytes;
        }
    }

    /** Well said, but the medium has no such byte. */
    record Unsatisfiable() implements ByteRange {}

    /** One range, first or last byte may be left out; eighteen digits always fit a long. */
    Pattern ONE = Pattern.compile("bytes\\s*=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*", Pattern.CASE_INSENSITIVE);

    /** Reads the header {@code Range} for a medium of that size. */
    static ByteRange of(@Nullable String header, long sizeBytes) {
        if (header == null) return new Whole();
        var one = ONE.matcher(header.strip());
        if (!one.matches()) return new Whole();
        var first = one.group(1);
        var last = one.group(2);
        if (first.isEmpty() && last.isEmpty()) return new Whole();
        if (first.isEmpty()) return suffix(Long.parseLong(last), sizeBytes);
        var from = Long.parseLong(first);
        var to = last.isEmpty() ? sizeBytes - 1 : Math.min(Long.parseLong(last), sizeBytes - 1);
        if (!last.isEmpty() && Long.parseLong(last) < from) return new Whole();
        return from >= sizeBytes ? new Unsatisfiable() : new Part(from, to);
    }

    private static ByteRange suffix(long wanted, long sizeBytes) {
        if (wanted == 0 || sizeBytes == 0) return new Unsatisfiable();
        return new Part(Math.max(0, sizeBytes - wanted), sizeBytes - 1);
    }
}
