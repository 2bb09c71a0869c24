package org.liuhen.server.cases.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The HTML of one paper. All that was typed goes through {@link HtmlText}; there is no script, picture or address in it. */
final class SheetHtml {

    static final String SEAL = "seal";

    /** Longer texts leave the table: a row is not torn apart, and a page holds no longer one. */
    private static final int CELL_CHARACTERS_MAX = 300;
    private static final int CELL_LINES_MAX = 12;
    private static final double SHORT_EM_MAX = 10;
    private static final double SHORT_LABEL_EM_MAX = 6;
    private static final double COLUMN_EM_MIN = 3;
    private static final double COLUMN_EM_MAX = 16;
    private static final String FIELDS =
        "<table class=\"fields\"><colgroup><col width=\"19%\"/><col width=\"31%\"/><col width=\"19%\"/><col width=\"31%\"/></colgroup>";
    private static final String STYLE = style();
    private static final String NO_DATE = "\u3000\u3000年\u3000月\u3000日";

    private final HtmlText text;
    private final StringBuilder html = new StringBuilder();

    SheetHtml(HtmlText text) {
        this.text = text;
    }

    String write(Sheet sheet, PaperContext context) throws PaperTooLong {
        html.append("<html lang=\"zh-CN\"><head>");
        element("title", "", sheet.title());
        html.append("<meta name=\"subject\" content=\"").append(text.escape(context.agencyName())).append("\"/><style>").append(STYLE).append("</style></head><body class=\"")
            .append(sheet.look() == Sheet.Look.LETTER ? "letter" : "form").append("\">");
        element("div", "agency", context.agencyName());
        element("h1", "title", sheet.title());
        if (context.number().isPresent()) element("div", "number", context.number().get());
        switch (sheet.look()) {
            case LETTER -> letter(sheet.parts());
            case FORM -> form(sheet.parts());
        }
        html.append("<div class=\"together\">"); // no page with a seal and nothing else
        signatures(sheet.signatures());
        if (sheet.sealed()) sealPlace(context);
        return html.append("</div></body></html>").toString();
    }

    private void letter(List<Sheet.Part> parts) throws PaperTooLong {
        for (var part : parts) {
            switch (part) {
                case Sheet.Row row -> {
                    html.append("<p class=\"line\">");
                    label(row.label());
                    value(row.value());
                    html.append("</p>");
                }
                case Sheet.Passage passage -> passage(passage);
                case Sheet.Grid grid -> grid(grid);
                case Sheet.Dialogue dialogue -> dialogue(dialogue);
            }
        }
    }

    private void label(String label) throws PaperTooLong {
        html.append("<span class=\"label\">").append(text.escape(label)).append("：</span>");
    }

    private void value(String value) throws PaperTooLong {
        element("span", "value", value);
    }

    private void element(String name, String kind, String content) throws PaperTooLong {
        html.append('<').append(name).append(" class=\"").append(kind).append("\">").append(text.escape(content))
            .append("</").append(name).append('>');
    }

    /** Rows gather into tables; what may be longer than a page stands between them at full width. */
    private void form(List<Sheet.Part> parts) throws PaperTooLong {
        var rows = new ArrayList<Sheet.Row>();
        for (var part : parts) {
            switch (part) {
                case Sheet.Row row when fitsCell(row.value()) -> rows.add(row);
                case Sheet.Row row -> {
                    table(rows);
                    passage(new Sheet.Passage(row.label(), row.value()));
                }
                case Sheet.Passage passage when fitsCell(passage.text()) -> rows.add(new Sheet.Row(passage.label(), passage.text(), true));
                case Sheet.Passage passage -> {
                    table(rows);
                    passage(passage);
                }
                case Sheet.Grid grid -> {
                    table(rows);
                    grid(grid);
                }
                case Sheet.Dialogue dialogue -> {
                    table(rows);
                    dialogue(dialogue);
                }
            }
        }
        table(rows);
    }

    private static boolean fitsCell(String text) {
        return text.length() <= CELL_CHARACTERS_MAX && text.lines().count() <= CELL_LINES_MAX;
    }

    private static boolean isShort(Sheet.Row row) {
        return !row.roomy() && width(row.value()) <= SHORT_EM_MAX && width(row.label()) <= SHORT_LABEL_EM_MAX && row.value().indexOf('\n') < 0;
    }

    /** In widths of a Chinese character. */
    private static double width(String text) {
        return text.codePoints().mapToDouble(point -> point < 0x2000 ? 0.55 : 1).sum();
    }

    private void table(List<Sheet.Row> rows) throws PaperTooLong {
        if (rows.isEmpty()) return;
        html.append(FIELDS);
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            boolean paired = i + 1 < rows.size() && isShort(row) && isShort(rows.get(i + 1));
            html.append("<tr>");
            cell(row, paired ? 1 : 3);
            if (paired) cell(rows.get(++i), 1);
            html.append("</tr>");
        }
        html.append("</table>");
        rows.clear();
    }

    private void cell(Sheet.Row row, int columns) throws PaperTooLong {
        element("th", "label", row.label());
        html.append("<td class=\"").append(row.roomy() ? "roomy" : "value").append("\" colspan=\"").append(columns).append("\">").append(text.escape(row.value())).append("</td>");
    }

    private void passage(Sheet.Passage passage) throws PaperTooLong {
        html.append("<div class=\"passage\">");
        var lines = passage.text().lines().toList();
        for (int i = 0; i < Math.max(1, lines.size()); i++) {
            if (i == 0) {
                html.append("<div class=\"together\">");
                element("h2", "label", passage.label());
            }
            element("p", "", lines.isEmpty() ? "" : lines.get(i));
            if (i == 0) html.append("</div>");
        }
        html.append("</div>");
    }

    private void dialogue(Sheet.Dialogue dialogue) throws PaperTooLong {
        html.append("<div class=\"passage\">");
        element("h2", "label", dialogue.label());
        for (var exchange : dialogue.exchanges()) {
            boolean together = exchange.question().length() + exchange.answer().length() <= CELL_CHARACTERS_MAX;
            html.append(together ? "<div class=\"together\">" : "<div>");
            html.append("<p class=\"said\"><b>问：</b>").append(text.escape(exchange.question())).append("</p>");
            html.append("<p class=\"said\"><b>答：</b>").append(text.escape(exchange.answer())).append("</p></div>");
        }
        html.append("</div>");
    }

    private void grid(Sheet.Grid grid) throws PaperTooLong {
        html.append("<table class=\"grid\">");
        columns(grid);
        html.append("<thead><tr><th class=\"caption\" colspan=\"").append(grid.columns().size()).append("\">")
            .append(text.escape(grid.label())).append("</th></tr><tr>");
        for (var column : grid.columns()) element("th", "", column);
        html.append("</tr></thead><tbody>");
        for (var row : grid.rows()) {
            html.append(row.stream().allMatch(SheetHtml::fitsCell) ? "<tr>" : "<tr class=\"long\">");
            for (int i = 0; i < grid.columns().size(); i++) element("td", "", i < row.size() ? row.get(i) : "");
            html.append("</tr>");
        }
        html.append("</tbody></table>");
    }

    /** Columns are as wide as what stands in them asks, within limits. */
    private void columns(Sheet.Grid grid) {
        var widths = new double[grid.columns().size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(COLUMN_EM_MIN, width(grid.columns().get(i)) + 1.5);
            for (var row : grid.rows()) if (i < row.size()) widths[i] = Math.max(widths[i], Math.min(COLUMN_EM_MAX, width(row.get(i))));
        }
        double all = Arrays.stream(widths).sum();
        html.append("<colgroup>");
        for (double width : widths) html.append("<col width=\"").append((int) (width / all * 100)).append("%\"/>");
        html.append("</colgroup>");
    }

    private void signatures(List<Sheet.Signature> places) throws PaperTooLong {
        if (places.isEmpty()) return;
        html.append("<table class=\"signatures\">");
        for (int i = 0; i < places.size(); i += 2) {
            html.append("<tr>");
            signature(places.get(i));
            if (i + 1 < places.size()) signature(places.get(i + 1));
            else html.append("<td></td>");
            html.append("</tr>");
        }
        html.append("</table>");
    }

    private void signature(Sheet.Signature place) throws PaperTooLong {
        html.append("<td><div class=\"who\">").append(text.escape(place.label())).append("：</div><div class=\"here\" id=\"").append(place.name())
            .append("\">\u00a0</div><div class=\"when\">").append(NO_DATE).append("</div></td>");
    }

    private void sealPlace(PaperContext context) throws PaperTooLong {
        html.append("<div class=\"seal\"><div class=\"seal-place\" id=\"").append(SEAL).append("\"><div class=\"seal-agency\">").append(text.escape(context.agencyName()))
            .append("</div><div>").append(text.escape(context.issuedOn().map(SheetHtml::day).orElse(NO_DATE))).append("</div></div></div>");
    }

    /** As official documents write it: 2026年3月2日. */
    static String day(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    private static String style() {
        try (var in = SheetHtml.class.getResourceAsStream("paper.css")) {
            if (in == null) throw new IOException("not in the program: paper.css");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
