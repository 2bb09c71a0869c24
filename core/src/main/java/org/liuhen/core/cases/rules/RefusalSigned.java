package org.liuhen.core.cases.rules;

import java.util.List;
import org.liuhen.core.cases.DocumentEvent.RefusalNoted;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;
import org.liuhen.core.values.Officer;

/** 拒绝签字: a refusal to sign is noted and signed by two different officers, or as many as the article asks for (SQ-M-12.p4). */
@Duty("textRecord.refusal.minOfficerSignatures")
public final class RefusalSigned implements Requirement<DocumentStep> {

    @Override
    public List<Missing> missing(DocumentStep step, Rules rules) {
        var least = rules.count(Signing.REFUSAL_OFFICERS);
        if (least.isEmpty()) return List.of();
        var refusals = step.document().marks().refusals();
        return refusals.stream()
                .map(RefusalNoted::name)
                .distinct()
                .filter(name -> certificates(step, name) < least.get().value())
                .map(name -> Demand.missing(Signing.REFUSAL_OFFICERS, least.get().authority(),
                        name + "拒绝签字，应由 " + least.get().value() + " 名以上不同的执法人员签名，现有 " + certificates(step, name) + " 名。",
                        name + " refuses to sign: at least " + least.get().value() + " different officers sign that, now "
                                + certificates(step, name) + "."))
                .toList();
    }

    private static long certificates(DocumentStep step, String name) {
        return step.document().marks().refusals().stream()
                .filter(refusal -> refusal.name().equals(name))
                .flatMap(refusal -> refusal.officers().stream())
                .filter(step::valid)
                .map(Officer::certificate)
                .distinct()
                .count();
    }
}
