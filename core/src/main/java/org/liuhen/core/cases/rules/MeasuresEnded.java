package org.liuhen.core.cases.rules;

import java.util.List;
import org.liuhen.core.cases.Measure;
import org.liuhen.core.cases.MeasureKind;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;
import org.liuhen.core.values.Bilingual;

/** 强制措施终结: a case does not end while a coercive measure or a preservation has no end; it may outlast the investigation and the decision. */
@Duty("record.investigation.required")
public final class MeasuresEnded implements Requirement<CaseStep> {

    private static final Key TABLE = new Key("record.investigation.required");

    @Override
    public List<Missing> missing(CaseStep step, Rules rules) {
        return step.begun().measures().values().stream()
                .filter(measure -> !measure.ended())
                .filter(measure -> !step.begun().process().defectStated(measure.taken().measure().toString(), TABLE.value()))
                .flatMap(measure -> rules.elements(TABLE).stream()
                        .filter(element -> element.word().equals(word(measure)))
                        .map(element -> new Missing(TABLE.value(), new Authority.Article(element.article()),
                                new Bilingual("措施尚未解除或者处理（" + measure.taken().place() + "）。",
                                        "A measure is neither lifted nor disposed of (" + measure.taken().place() + ")."),
                                new Bilingual("请登记解除或者处理决定。", "Take down its lifting or disposal."))
                                .about(measure.taken().measure().toString())))
                .toList();
    }

    private static String word(Measure measure) {
        return measure.taken().kind() == MeasureKind.PRESERVATION ? "evidencePreservation" : "coerciveMeasure";
    }
}
