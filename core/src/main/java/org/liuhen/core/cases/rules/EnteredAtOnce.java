package org.liuhen.core.cases.rules;

import java.time.Instant;
import java.util.Optional;
import org.liuhen.core.cases.CaseDocument;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.DocumentPhase;
import org.liuhen.core.cases.documents.DocumentKind;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.rules.FindingKey;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.rules.Severity;
import org.liuhen.core.values.Bilingual;

/**
 * 同步记录: a text record was entered on a later day than the act (CL-3). The text gives no number, so both times are shown and
 * nobody is alerted. The law of the day of the act counts.
 */
@Duty("avRecord.synchronous")
public final class EnteredAtOnce implements Rule<Begun> {

    private static final Key KEY = new Key("avRecord.synchronous");

    @Override
    public Assessment check(Begun begun, Law law, Instant now) {
        return begun.documents().values().stream()
                .filter(document -> document.form().kind() == DocumentKind.EVIDENCE
                        && !(document.phase() instanceof DocumentPhase.Voided))
                .flatMap(document -> Moments.time(document, "endedAt").or(() -> Moments.time(document, "beganAt")).stream()
                        .filter(at -> Moments.day(document.draftedAt(), law).isAfter(Moments.day(at, law)))
                        .flatMap(at -> law.on(Moments.day(at, law)).flagCited(KEY).filter(cited -> cited.value()).stream()
                                .map(cited -> Assessment.of(finding(document, at, cited.authority(), law)))))
                .collect(Assessment.all());
    }

    private static Finding finding(CaseDocument document, Instant at, Authority authority, Law law) {
        var title = document.form().title();
        var act = at.atZone(law.zone()).toLocalDateTime();
        var entry = document.draftedAt().atZone(law.zone()).toLocalDateTime();
        return new Finding(new FindingKey(KEY.value(), document.id().toString(), ""), Severity.REPORT, authority,
                new Bilingual("《" + title.zh() + "》不是当日录入：行为时间 " + act + "，录入时间 " + entry + "。",
                        "“" + title.en() + "” was not entered on the day of the act: act " + act + ", entry " + entry + "."),
                new Bilingual("确有原因的，可以写明。", "Where there was a reason, it can be given."), Optional.empty());
    }
}
