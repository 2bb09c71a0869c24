package org.liuhen.core.cases.rules;

import java.util.List;
import org.liuhen.core.cases.documents.Capacity;
import org.liuhen.core.cases.documents.DocumentKind;
import org.liuhen.core.cases.documents.SignaturePlace;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;

/**
 * 证据文书的签名人: officers, the party and everybody else whom the form names sign or seal the documents of the investigation (CL-11a).
 */
@Duty("textRecord.evidenceSigners")
public final class EvidenceSigners implements Requirement<DocumentStep> {

    private static final Key SIGNERS = new Key("textRecord.evidenceSigners");
    private static final Key TABLE = new Key("record.investigation.required");

    @Override
    public List<Missing> missing(DocumentStep step, Rules rules) {
        var document = step.document();
        if (!listed(step, rules)) return List.of();
        return rules.words(SIGNERS).map(signers -> document.form().signatures().stream()
                .filter(place -> signers.value().contains(group(place.as())))
                .filter(place -> Signing.count(document, Signing.mayStandIn(place.as(), rules),
                        Signing.kinds(rules)) < needed(step, place))
                .map(place -> Demand.missing(SIGNERS, signers.authority(),
                        "“" + Words.of(place.as()).zh() + "”处应有 " + needed(step, place) + " 人签名或者盖章。",
                        "Place “" + Words.of(place.as()).en() + "” is to be signed or sealed by " + needed(step, place) + "."))
                .toList()).orElse(List.of());
    }

    private static boolean listed(DocumentStep step, Rules rules) {
        var form = step.document().form();
        return form.kind() == DocumentKind.EVIDENCE
                || rules.elements(TABLE).stream().anyMatch(element -> form.records().stream()
                        .anyMatch(content -> content.word().equals(element.word())));
    }

    private static long needed(DocumentStep step, SignaturePlace place) {
        return place.as() == Capacity.PARTICIPANT ? Math.max(place.count(), step.names("participants").size()) : place.count();
    }

    private static String group(Capacity as) {
        return switch (as) {
            case OFFICER, RECORDER, HANDLER, SERVER -> "officer";
            case PARTY -> "party";
            case PERSON_PRESENT, PERSON_CONCERNED, ATTESTING_WITNESS, EXPERT, PARTICIPANT, RECIPIENT -> "personConcerned";
            case HOST, REVIEWER, APPROVER, CUSTODIAN -> "";
        };
    }
}
