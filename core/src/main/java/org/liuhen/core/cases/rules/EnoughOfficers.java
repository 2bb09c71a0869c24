package org.liuhen.core.cases.rules;

import java.util.List;
import org.liuhen.core.cases.CaseKind;
import org.liuhen.core.cases.RecordedContent;
import org.liuhen.core.cases.documents.Capacity;
import org.liuhen.core.cases.documents.DocumentKind;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;

/**
 * 执法人数: at least so many different officers with valid certificates act, wherever the article asks for them: everywhere
 * (LX-6), or when a licence is verified on site and when people are questioned for it (CL-7).
 */
@Duty("officers.minPresent")
public final class EnoughOfficers implements Requirement<DocumentStep> {

    private static final Key LEAST = new Key("officers.minPresent");
    private static final Key SCOPE = new Key("officers.minPresentScope");

    @Override
    public List<Missing> missing(DocumentStep step, Rules rules) {
        var least = rules.count(LEAST);
        var scope = rules.word(SCOPE);
        if (least.isEmpty() || scope.isEmpty() || !inScope(step, scope.get().value())) return List.of();
        var there = step.certificates(DocumentStep.acting(step.document()));
        if (there >= least.get().value()) return List.of();
        return List.of(Demand.missing(LEAST, least.get().authority(),
                "应有 " + least.get().value() + " 名以上持有效执法证的执法人员，现有 " + there + " 名。",
                "At least " + least.get().value() + " officers with valid certificates act; there are " + there + "."));
    }

    private static boolean inScope(DocumentStep step, String scope) {
        var form = step.document().form();
        return switch (scope) {
            case "allEnforcement" -> step.records(RecordedContent.OFFICER_IDENTITY)
                    || (form.kind() == DocumentKind.EVIDENCE && form.hasPlace(Capacity.OFFICER));
            case "licenceSiteVerificationAndInquiry" -> step.begun().life().opened().kind() == CaseKind.LICENCE
                    && (step.records(RecordedContent.SITE_INSPECTION) || step.records(RecordedContent.INQUIRY));
            default -> throw new IllegalArgumentException("law/keys.yaml has a scope that no document knows: " + scope);
        };
    }
}
