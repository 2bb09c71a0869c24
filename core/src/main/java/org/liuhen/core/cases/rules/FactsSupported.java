package org.liuhen.core.cases.rules;

import java.time.Instant;
import java.util.List;
import org.liuhen.core.cases.CaseDocument;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.DocumentPhase;
import org.liuhen.core.cases.ProcessRecord;
import org.liuhen.core.cases.documents.DocumentKind;
import org.liuhen.core.cases.documents.FieldValue;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 事实有证据支持: each fact of a decision, a line of its field of facts, has something that supports it: seconds of a recording, a
 * photo, lines of a document. Shown from the locking of the text on, before anybody signs it. The law of the day counts; where
 * the text asks for no such record the product does.
 */
@Duty("record.decision.required")
public final class FactsSupported implements Rule<Begun> {

    private static final Key TABLE = new Key("record.decision.required");

    @Override
    public Assessment check(Begun begun, Law law, Instant now) {
        return begun.documents().values().stream()
                .filter(document -> document.form().kind() == DocumentKind.ISSUED && toBeSigned(document))
                .flatMap(document -> unsupported(begun, document).stream())
                .map(fact -> Assessment.of(finding(fact, law, now)))
                .collect(Assessment.all());
    }

    /** The facts of a document, one for each line that is not blank. */
    public static List<String> facts(CaseDocument document) {
        if (!(document.values().get("facts") instanceof FieldValue.Text(var text))) return List.of();
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).distinct().toList();
    }

    private static boolean toBeSigned(CaseDocument document) {
        return switch (document.phase()) {
            case DocumentPhase.Locked _, DocumentPhase.Final _ -> true;
            case DocumentPhase.Draft _, DocumentPhase.Voided _ -> false;
        };
    }

    private static List<ProcessRecord.FactRef> unsupported(Begun begun, CaseDocument document) {
        return facts(document).stream()
                .map(fact -> new ProcessRecord.FactRef(document.id(), fact))
                .filter(fact -> !begun.process().supports().containsKey(fact))
                .toList();
    }

    private static Finding finding(ProcessRecord.FactRef fact, Law law, Instant now) {
        var authority = Alerts.orProduct(Alerts.element(law.on(Moments.day(now, law)), TABLE, "handlerProposal"));
        var shown = fact.fact().length() > SHOWN ? fact.fact().substring(0, SHOWN) + "…" : fact.fact();
        return Alerts.of(TABLE, fact.document().toString(), fact.fact(), authority,
                new Bilingual("认定的事实没有关联证据：“" + shown + "”", "A fact has nothing to support it: “" + shown + "”"),
                new Bilingual("请关联音像片段、照片或者文书内容。", "Link it to a passage of a recording, a photo, or lines of a document."));
    }

    private static final int SHOWN = 60;
}
