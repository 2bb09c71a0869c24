package org.liuhen.formats.law;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.liuhen.core.values.Bilingual;
import org.liuhen.formats.Malformed;

/** Cuts a file at the titles of the documents that it holds. */
final class TextSections {

    /** A title may be printed on so many lines. */
    private static final int TITLE_LINES_MAX = 4;

    private final List<TextLine> lines;

    private TextSections(List<TextLine> lines) {
        this.lines = lines;
    }

    /**
     * One document.
     *
     * @param lines after its title
     */
    record Section(Regulation regulation, List<TextLine> lines) {}

    private record Title(Regulation regulation, int from, int to) {}

    static List<Section> of(String text, List<Regulation> regulations) {
        return new TextSections(TextLine.of(text)).cut(regulations);
    }

    private List<Section> cut(List<Regulation> regulations) {
        var titles = new ArrayList<Title>();
        var notices = new ArrayList<Regulation>();
        for (var regulation : regulations) {
            switch (regulation.form()) {
                case ARTICLES, LIST -> titles.add(title(regulation));
                case NOTICE -> notices.add(regulation);
            }
        }
        if (titles.isEmpty()) throw new IllegalArgumentException("no regulation has a title to look for");
        titles.sort(Comparator.comparingInt(Title::from));
        var sections = new ArrayList<Section>();
        for (var notice : notices) {
            var before = lines.subList(0, titles.getFirst().from());
            if (before.isEmpty()) {
                throw new Malformed(new Bilingual(
                        "第一个标题之前没有印发通知（" + notice.text() + "）",
                        "no notice of issue before the first title (" + notice.text() + ")"));
            }
            sections.add(new Section(notice, before));
        }
        for (var i = 0; i < titles.size(); i++) {
            var title = titles.get(i);
            var end = i + 1 < titles.size() ? titles.get(i + 1).from() : lines.size();
            sections.add(new Section(title.regulation(), lines.subList(title.to(), end)));
        }
        return sections;
    }

    private Title title(Regulation regulation) {
        var title = TextLine.squeezed(regulation.title().zh());
        var issued = TextLine.squeezed(regulation.issuer()) + title;
        var found = new ArrayList<Title>();
        for (var from = 0; from < lines.size(); from++) {
            var end = end(from, issued);
            if (end < 0 && (found.isEmpty() || found.getLast().to() <= from)) end = end(from, title);
            if (end >= 0) found.add(new Title(regulation, from, end));
        }
        if (found.size() == 1) return found.getFirst();
        if (found.isEmpty()) {
            throw new Malformed(new Bilingual(
                    "原文中没有单独成行的标题“" + regulation.title().zh() + "”：请核对文件，标题前面只能有制定机关名称",
                    "the text has no title “" + regulation.title().zh() + "” on lines of its own;"
                            + " only the issuer may stand before it"));
        }
        throw new Malformed(new Bilingual(
                "标题“" + regulation.title().zh() + "”出现两次：第 " + line(found.getFirst()) + " 行和第 "
                        + line(found.getLast()) + " 行，请删去目录",
                "the title “" + regulation.title().zh() + "” stands twice, in lines " + line(found.getFirst()) + " and "
                        + line(found.getLast()) + "; take the table of contents out"));
    }

    private int line(Title title) {
        return lines.get(title.from()).number();
    }

    /** Behind the lines from this one on that say exactly this; -1 if they say something else. */
    private int end(int from, String words) {
        var read = "";
        for (var i = from; i < lines.size() && i < from + TITLE_LINES_MAX; i++) {
            read += lines.get(i).words();
            if (read.equals(words)) return i + 1;
            if (!words.startsWith(read)) return -1;
        }
        return -1;
    }
}
