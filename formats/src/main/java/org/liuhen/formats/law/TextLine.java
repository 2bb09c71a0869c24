package org.liuhen.formats.law;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A line of an official text that is not blank.
 *
 * @param number from 1 on
 * @param raw as printed
 * @param words without any white space
 */
record TextLine(int number, String raw, String words) {

    private static final String SENTENCE_ENDS = "。；：！？.;:";
    private static final String PUNCTUATION = SENTENCE_ENDS + "，、,";
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final int ZERO_WIDTH_SPACE = 0x200B;

    static List<TextLine> of(String text) {
        var lines = new ArrayList<TextLine>();
        var number = 0;
        for (var raw : text.split("\\R", -1)) {
            number++;
            var words = squeezed(raw);
            if (!words.isEmpty()) lines.add(new TextLine(number, raw, words));
        }
        return lines;
    }

    /** Without any white space: the layout of a page says nothing. */
    static String squeezed(String text) {
        return text.codePoints().filter(point -> !blank(point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean blank(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point) || Character.isISOControl(point)
                || point == BYTE_ORDER_MARK || point == ZERO_WIDTH_SPACE;
    }

    static String joined(List<TextLine> lines) {
        return lines.stream().map(TextLine::words).collect(Collectors.joining());
    }

    /** The same line with less in it. */
    TextLine with(String rest) {
        return new TextLine(number, raw, rest);
    }

    /** Whether a sentence, or the clause before a list, ends with it. */
    boolean endsSentence() {
        return SENTENCE_ENDS.indexOf(words.charAt(words.length() - 1)) >= 0;
    }

    /** Whether it could be a heading: no sentence has no punctuation. */
    boolean unpunctuated() {
        return words.chars().noneMatch(character -> PUNCTUATION.indexOf(character) >= 0);
    }
}
