package org.liuhen.cli.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liuhen.core.values.Bilingual;
import org.liuhen.formats.law.ArticleStatus;
import org.liuhen.formats.law.Regulation;

/** docs/traceability.md: the same rows, for a lawyer. */
final class TracePage {

    private static final String NONE = "–";

    private final List<TraceRow> rows;
    private final List<NationalRow> national;
    /** Each reason once, with its number. */
    private final Map<Bilingual, Integer> reasons = new LinkedHashMap<>();
    private final StringBuilder page = new StringBuilder();

    private TracePage(Trace trace) {
        rows = trace.rows();
        national = trace.national();
        for (var row : rows) {
            row.article().reason().ifPresent(reason -> reasons.putIfAbsent(reason, reasons.size() + 1));
            row.article().noCase().ifPresent(reason -> reasons.putIfAbsent(reason, reasons.size() + 1));
        }
    }

    static String of(Trace trace) {
        return new TracePage(trace).write();
    }

    private String write() {
        line("# 从条款到代码 · From article to code and back");
        line("");
        line("由 `./liuhen trace` 生成，请勿手改；过期时 `./liuhen test` 不通过。 Written by `./liuhen trace`, never by hand; "
                + "`./liuhen test` fails when it is stale.");
        line("");
        line("义务是本项目的概括，不是原文。代码：带 @Duty 的类，或所用功能。案例：应发现 / 不应发现，括号内是没有案例可写的理由。 A duty is our summary, never the text's words. "
                + "Code: classes that bear the @Duty, or the feature. Cases: that find it / that do not; "
                + "in brackets why none can be written.");
        line("");
        summary();
        reasons();
        var regulations = rows.stream()
                .collect(Collectors.groupingBy(TraceRow::regulation, LinkedHashMap::new, Collectors.toList()));
        regulations.forEach(this::table);
        if (!national.isEmpty()) nationalTable();
        return page.toString();
    }

    private void summary() {
        var statuses = ArticleStatus.values();
        var head = new ArrayList<>(List.of("制度 Text", "条 Articles"));
        for (var status : statuses) head.add(status.title().zh() + " " + status.title().en());
        head.addAll(List.of("已实现而无代码 encoded, no code", "案例不全又无理由 cases lacking, no reason"));
        head(head);
        rows.stream().collect(Collectors.groupingBy(row -> row.regulation().text(), LinkedHashMap::new, Collectors.toList()))
                .forEach((text, of) -> figures(text, of, statuses));
        figures("∑", rows, statuses);
        line("");
    }

    private void figures(String name, List<TraceRow> of, ArticleStatus[] statuses) {
        var cells = new ArrayList<>(List.of(name, String.valueOf(of.size())));
        for (var status : statuses) cells.add(count(of.stream().filter(row -> row.article().status() == status).toList()));
        cells.add(count(of.stream().filter(TraceRow::lacksCode).toList()));
        cells.add(count(of.stream().filter(TraceRow::lacksCases).toList()));
        row(cells);
    }

    private static String count(List<TraceRow> of) {
        return String.valueOf(of.size());
    }

    private void reasons() {
        if (reasons.isEmpty()) return;
        line("## 理由 · Reasons");
        line("");
        reasons.forEach((reason, number) -> line(number + ". " + cell(reason.zh()) + " · " + cell(reason.en())));
        line("");
    }

    private void table(Regulation regulation, List<TraceRow> of) {
        line("## " + regulation.text() + " " + regulation.issuer() + "：" + regulation.title().zh());
        line("");
        line(regulation.title().en());
        line("");
        head(List.of("条款 Article", "义务 Duty", "状态 Status", "起 Since", "规则值 Value", "代码 Code", "案例 Cases", "页面 Page"));
        for (var row : of) {
            var article = row.article();
            var reason = article.reason().map(why -> " (" + reasons.get(why) + ")").orElse("");
            row(List.of(
                    article.id().value(), "**" + article.title() + "** " + article.duty().zh(),
                    article.status().title().zh() + " " + article.status().word() + reason,
                    article.from().map(String::valueOf).orElse("启用时填 at activation"),
                    values(row.values()), code(row.code(), row.features()),
                    row.firing() + " / " + row.quiet() + article.noCase().map(why -> " (" + reasons.get(why) + ")").orElse(""),
                    article.area().page().zh()));
        }
        line("");
    }

    /** The laws of the whole country: a proposal of the product that each agency's legal section confirms. */
    private void nationalTable() {
        line("## CN 全国性法律 · Laws of the whole country");
        line("");
        line("默认值，由各机关法制机构确认；案例在适用的机关逐一运行。 "
                + "Defaults that each agency's legal section confirms; the cases are run in every agency where they apply.");
        line("");
        head(List.of("条款 Article", "法律 Law", "规则值 Value", "代码 Code", "案例 Cases"));
        for (var row : national) {
            row(List.of(row.article().value(), row.source(), values(row.values()), code(row.code(), row.features()),
                    row.firing() + " / " + row.quiet()));
        }
        line("");
    }

    private static String values(List<TraceRow.KeyValue> values) {
        return values.stream().map(value -> "`" + value.key() + "` " + value.value()).collect(Collectors.joining("<br>"));
    }

    private static String code(List<String> classes, List<String> features) {
        return Stream.concat(classes.stream().map(name -> "`" + name + "`"), features.stream())
                .collect(Collectors.joining("<br>"));
    }

    private void head(List<String> cells) {
        row(cells);
        line("|" + "---|".repeat(cells.size()));
    }

    private void row(List<String> cells) {
        line(cells.stream().map(cell -> cell.isEmpty() ? NONE : cell(cell)).collect(Collectors.joining(" | ", "| ", " |")));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replaceAll("\\R", " ");
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
