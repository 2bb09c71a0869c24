package org.liuhen.server.findings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.liuhen.core.findings.FindingBook;
import org.liuhen.core.findings.FindingLife;
import org.liuhen.core.law.Key;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.rules.FindingKey;
import org.liuhen.core.rules.Severity;
import org.liuhen.core.values.Bilingual;
import org.liuhen.formats.law.KeyDefinition;
import org.liuhen.formats.law.Keys;
import org.liuhen.server.acts.PlainJson;

/** Findings as a page shows them: their life from the journal, their words from the rules. */
public final class FindingView {

    private FindingView() {}

    /** The title of a duty, for a finding that does not follow any more. */
    public static Bilingual duty(String key) {
        return Keys.shipped().get(new Key(key)).map(KeyDefinition::title).orElse(new Bilingual(key, key));
    }

    /** All of them, in the order in which they were raised. */
    public static List<Map<String, Object>> all(FindingBook book, Assessment assessment) {
        Map<FindingKey, Finding> now = assessment.findings().stream()
                .collect(Collectors.toMap(Finding::key, Function.identity(), (first, _) -> first));
        return book.lives().values().stream().map(life -> one(life, now.get(life.raised().key()))).toList();
    }

    /** What is shown and never raised. */
    public static List<Map<String, Object>> reports(Assessment assessment) {
        return assessment.findings().stream().filter(finding -> finding.severity() == Severity.REPORT).map(finding -> Map.<String, Object>of(
                "duty", finding.key().duty(), "occurrence", finding.key().occurrence(), "article", finding.authority().cited(),
                "what", finding.what().zh(), "whatEn", finding.what().en())).toList();
    }

    private static Map<String, Object> one(FindingLife life, @org.jspecify.annotations.Nullable Finding now) {
        var raised = life.raised();
        var view = new LinkedHashMap<String, Object>();
        view.put("duty", raised.key().duty());
        view.put("subject", raised.key().subject());
        view.put("occurrence", raised.key().occurrence());
        view.put("article", raised.article());
        view.put("severity", raised.severity().name().toLowerCase(java.util.Locale.ROOT));
        view.put("profile", raised.profile());
        var what = now == null ? duty(raised.key().duty()) : now.what();
        view.put("what", what.zh());
        view.put("whatEn", what.en());
        if (now != null) {
            view.put("wayOut", now.wayOut().zh());
            view.put("wayOutEn", now.wayOut().en());
            now.due().ifPresent(due -> view.put("due", due));
        }
        view.put("state", OpenFindings.standing(life));
        view.put("raisedAt", life.raisedAt());
        life.clearedAt().ifPresent(at -> view.put("clearedAt", at));
        life.explained().ifPresent(e -> view.put("explained", PlainJson.of(e)));
        life.judged().ifPresent(e -> view.put("judged", PlainJson.of(e)));
        life.appealed().ifPresent(e -> view.put("appealed", PlainJson.of(e)));
        life.decided().ifPresent(e -> view.put("decided", PlainJson.of(e)));
        return view;
    }
}
