package org.liuhen.core.devices.numbers;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file's name, taken apart.
 *
 * @param pattern with {@code #} for the digits of the counter, {@code ?} for those of a chapter
 * @param width digits of the counter
 * @param number what they say
 * @param chapter of a recording that the camera cut into several files; 0 for a file of its own
 */
record NumberedName(String pattern, int width, long number, int chapter) {

    private static final int WIDTH_MIN = 3;
    private static final int WIDTH_MAX = 8;

    /** Chapters of one recording: {@code GX010147}, {@code GX020147}. */
    private static final Pattern CHAPTERS = Pattern.compile("(G[A-Z])(\\d{2})(\\d{4})");

    /** The same of older cameras: {@code GOPR0147}, {@code GP010147}. */
    private static final Pattern OLDER_CHAPTERS = Pattern.compile("(?:GOPR|GP(\\d{2}))(\\d{4})");

    private static final String OLDER = "GOPR####";

    /** A day and a time of day: it is the time that such a name counts. */
    private static final Pattern TIME = Pattern.compile("(?<!\\d)(?:20)?\\d{2}[-_.]?(?:0[1-9]|1[0-2])[-_.]?(?:0[1-9]|[12]\\d|3[01])[-_T. ]?"
            + "(?:[01]\\d|2[0-3])[-_.]?[0-5]\\d[-_.]?[0-5]\\d(?:\\d{3})?(?!\\d)");

    /** A day: the counter behind it begins anew each day. */
    private static final Pattern DAY = Pattern.compile("(?<!\\d)20\\d{2}[-_.]?(?:0[1-9]|1[0-2])[-_.]?(?:0[1-9]|[12]\\d|3[01])(?!\\d)");

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    /** The name at the end of a path; empty where it counts nothing, or only the time. */
    static Optional<NumberedName> of(String path) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        var dot = name.lastIndexOf('.');
        var stem = dot > 0 ? name.substring(0, dot) : name;
        var older = OLDER_CHAPTERS.matcher(stem);
        if (older.matches()) {
            return Optional.of(of(OLDER, older.group(2), older.group(1) == null ? 0 : Integer.parseInt(older.group(1))));
        }
        var chapters = CHAPTERS.matcher(stem);
        if (chapters.matches()) return Optional.of(of(chapters.group(1) + "??####", chapters.group(3), Integer.parseInt(chapters.group(2))));
        var time = TIME.matcher(stem);
        var from = 0;
        while (time.find()) from = time.end(); // ids of devices and officers stand before the time, a counter behind it
        var counted = from == 0 ? stem : "\u0000".repeat(from) + stem.substring(from);
        return counter(stem, counted, from);
    }

    private static Optional<NumberedName> counter(String stem, String counted, int timeEnds) {
        var days = DAY.matcher(counted);
        var masked = days.replaceAll(match -> "\u0000".repeat(match.end() - match.start()));
        var digits = DIGITS.matcher(masked);
        Optional<NumberedName> last = Optional.empty();
        while (digits.find()) {
            if (fits(digits)) {
                // the time of the file is no part of what its counter is called
                var before = timeEnds == 0 ? stem.substring(0, digits.start()) : "*" + stem.substring(timeEnds, digits.start());
                var pattern = before + "#".repeat(digits.end() - digits.start()) + stem.substring(digits.end());
                last = Optional.of(of(pattern, digits.group(), 0));
            }
        }
        return last;
    }

    private static boolean fits(Matcher digits) {
        var width = digits.end() - digits.start();
        return width >= WIDTH_MIN && width <= WIDTH_MAX;
    }

    private static NumberedName of(String pattern, String digits, int chapter) {
        return new NumberedName(pattern, digits.length(), Long.parseLong(digits), chapter);
    }

    /** After which the camera begins with 1 again. */
    long highest() {
        var all = 1L;
        for (var i = 0; i < width; i++) all *= 10;
        return all - 1;
    }

    /** That number, spelled as in such a name; the first of its chapters. */
    String spelled(long other) {
        return spelled(other, pattern.equals(OLDER) ? 0 : 1);
    }

    /** A chapter of that number. */
    String spelled(long other, int ofChapter) {
        var first = pattern.indexOf('#');
        var digits = ("%0" + width + "d").formatted(other);
        var chapter = "%02d".formatted(ofChapter);
        if (pattern.equals(OLDER)) return (ofChapter == 0 ? "GOPR" : "GP" + chapter) + digits;
        return pattern.substring(0, first).replace("??", chapter) + digits + pattern.substring(first + width);
    }
}
