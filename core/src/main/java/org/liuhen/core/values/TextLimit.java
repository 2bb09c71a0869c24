package org.liuhen.core.values;

/**
 * How long a text may be that comes from outside.
 *
 * @param field what the text is, as in docs/formats.md
 * @param charactersMax UTF-16 units
 */
public record TextLimit(String field, int charactersMax) {

    /** Whether the text may be kept: not longer, and every surrogate has its partner. */
    public boolean takes(String text) {
        return text.length() <= charactersMax && wellFormed(text);
    }

    /**
     * The text, or its beginning where it is too long, with U+FFFD in the place of lone surrogates and of control characters
     * other than
     * line feed and tab: so it has at most three bytes a character in canonical JSON. For what a tool printed, not for names.
     */
    public String cut(String text) {
        var kept = new StringBuilder();
        var points = text.codePoints().iterator();
        while (points.hasNext()) {
            var point = points.nextInt();
            var next = lone(point) || control(point) ? 0xFFFD : point;
            if (kept.length() + Character.charCount(next) > charactersMax) break;
            kept.appendCodePoint(next);
        }
        return kept.toString();
    }

    private static boolean wellFormed(String text) {
        return text.codePoints().noneMatch(TextLimit::lone);
    }

    private static boolean lone(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    private static boolean control(int point) {
        return Character.isISOControl(point) && point != '\n' && point != '\t';
    }
}
