package org.liuhen.core.cases.rules;

import java.util.List;
import org.liuhen.core.cases.documents.DocumentKind;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;

/**
 * 当事人签名: evidence is signed by the party, or by whoever is questioned, or by the person present where the article lets him
 * stand in (CL-9); or the refusal is noted, where that is an exit.
 */
@Duty("textRecord.partySignature.required")
public final class PartySigned implements Requirement<DocumentStep> {

    @Override
    public List<Missing> missing(DocumentStep step, Rules rules) {
        var document = step.document();
        var place = Signing.partyPlace(document);
        if (document.form().kind() != DocumentKind.EVIDENCE || place.isEmpty() || Signing.partyRefused(step, rules)) {
            return List.of();
        }
        if (Signing.count(document, Signing.mayStandIn(place.get(), rules), Signing.kinds(rules)) > 0) return List.of();
        return Demand.flag(rules, Signing.PARTY)
                .map(authority -> Demand.missing(Signing.PARTY, authority,
                        "没有当事人（被询问人）的签名；纸质签名的，应当扫描上传。",
                        "The party or the person asked has not signed; a signature on paper is to be scanned in."))
                .stream()
                .toList();
    }
}
