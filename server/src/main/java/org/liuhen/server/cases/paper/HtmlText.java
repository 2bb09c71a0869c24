package org.liuhen.server.cases.paper;

import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/** Turns what people typed into text that can only be read as text, and counts it. One for each paper. */
final class HtmlText {

    /** The most text of one paper, in characters (UTF-16 units): about 300 pages. */
    static final int CHARACTERS_MAX = 200_000;

    private final PaperFonts fonts;
    private final TreeSet<Integer> unprintable = new TreeSet<>();
    private final TreeSet<Integer> printed = new TreeSet<>();
    private int characters;

    HtmlText(PaperFonts fonts) {
        this.fonts = fonts;
    }

    /**
     * Escapes; lines end with {@code \n}, a tab becomes four spaces, a character that cannot be drawn becomes a box with its number.
     *
     * @throws PaperTooLong when this and all before have more than {@link #CHARACTERS_MAX}
     */
    String escape(String text) throws PaperTooLong {
        characters += text.length();
        if (characters > CHARACTERS_MAX) {
            throw new PaperTooLong("文书超过 " + CHARACTERS_MAX + " 字，请分成几份，或将长材料作为附件",
                "the document has more than " + CHARACTERS_MAX + " characters: divide it, or attach the long material as a file of its own");
        }
        var html = new StringBuilder(text.length() + text.length() / 8);
        var lines = text.replace("\r\n", "\n").replace('\r', '\n').replace("\t", "    ");
        lines.codePoints().forEach(point -> escape(point, html));
        return html.toString();
    }

    private void escape(int point, StringBuilder html) {
        switch (point) {
            case '\n' -> html.append('\n');
            case '<' -> html.append("&lt;");
            case '>' -> html.append("&gt;");
            case '&' -> html.append("&amp;");
            case '"' -> html.append("&quot;");
            case '\'' -> html.append("&#39;");
            default -> {
                if (isReadable(point)) {
                    html.appendCodePoint(point);
                    printed.add(point);
                    return;
                }
                unprintable.add(point);
                html.append("<span class=\"box\">").append(name(point)).append("</span>");
            }
        }
    }

    /** Direction marks, joiners and controls have glyphs in some fonts; on evidence they are shown, not obeyed. */
    private boolean isReadable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> false;
            default -> fonts.draws(point);
        };
    }

    /** {@code U+202E} and so on, each once, in order. */
    List<String> unprintable() {
        return unprintable.stream().map(HtmlText::name).toList();
    }

    /** All characters that stand on the paper as themselves, the ASCII ones apart. */
    SortedSet<Integer> printed() {
        return printed;
    }

    private static String name(int point) {
        return String.format(Locale.ROOT, "U+%04X", point);
    }
}
