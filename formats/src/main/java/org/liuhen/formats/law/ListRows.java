package org.liuhen.formats.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.liuhen.core.law.ArticleId;
import org.liuhen.core.values.Bilingual;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.law.TextSections.Section;

/** A table whose rows are numbered 1, 2, 3 …; what stands between two numbers belongs to the first. */
final class ListRows {

    private static final Pattern NUMBER = Pattern.compile("[\\s|]*([1-9][0-9]{0,2})[\\s|.．、].*", Pattern.DOTALL);

    private ListRows() {}

    /** Row 0 is the title with the head of the table. */
    static void split(Section section, Map<ArticleId, String> words) {
        var text = section.regulation().text();
        var rows = new ArrayList<StringBuilder>(List.of(new StringBuilder(TextLine.squeezed(section.regulation().title().zh()))));
        for (var line : section.lines()) {
            var number = NUMBER.matcher(line.raw());
            var next = String.valueOf(rows.size());
            if (number.matches() && number.group(1).equals(next)) {
                rows.add(new StringBuilder(TextLine.squeezed(line.raw().substring(number.end(1)))));
            } else {
                rows.getLast().append(line.words());
            }
        }
        if (rows.size() == 1) {
            throw new Malformed(new Bilingual(text + "：标题之后没有以 1 开头的清单行", text + ": no row that begins with 1 after the title"));
        }
        for (var i = 0; i < rows.size(); i++) words.put(new ArticleId(text + "-" + i), rows.get(i).toString());
    }
}
