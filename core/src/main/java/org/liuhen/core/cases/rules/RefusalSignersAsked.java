package org.liuhen.core.cases.rules;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.liuhen.core.cases.CaseDocument;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.DocumentPhase;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;

/**
 * 拒绝签字的执法人员签名: where the agency's text does not say how many officers sign a refusal, {@link RefusalSigned} stops nothing and the
 * product asks for two afterwards. The law of the day on which the document became final counts.
 */
@Duty("textRecord.refusal.minOfficerSignatures")
public final class RefusalSignersAsked implements Rule<Begun> {

    private static final Key KEY = new Key("textRecord.refusal.minOfficerSignatures");

    @Override
    public Assessment check(Begun begun, Law law, Instant now) {
        return begun.documents().values().stream()
                .filter(document -> !document.marks().refusals().isEmpty())
                .flatMap(document -> check(begun, document, law))
                .collect(Assessment.all());
    }

    private static Stream<Assessment> check(Begun begun, CaseDocument document, Law law) {
        if (!(document.phase() instanceof DocumentPhase.Final fin)) return Stream.empty();
        var on = Moments.day(fin.at(), law);
        var step = new DocumentStep(begun, document, Optional.empty(), Map.of(), on);
        return new RefusalSigned().missing(step, law.on(on)).stream()
                .filter(missing -> !missing.blocks())
                .map(missing -> Assessment.of(Alerts.of(KEY, document.id().toString(), "", missing.authority(), missing.what(),
                        missing.wayOut())));
    }
}
