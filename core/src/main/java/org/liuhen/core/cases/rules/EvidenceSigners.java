package org.liuhen.core.cases.rules;

import java.util.List;
import java.util.stream.Stream;
import org.liuhen.core.cases.RecordedContent;
import org.liuhen.core.cases.documents.Capacity;
import org.liuhen.core.cases.documents.DocumentKind;
import org.liuhen.core.cases.documents.FieldValue;
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
        var unsigned = rules.words(SIGNERS).map(signers -> document.form().signatures().stream()
                .filter(place -> signers.value().contains(group(place.as())))
                .filter(place -> Signing.count(document, Signing.mayStandIn(place.as(), rules),
                        Signing.kinds(rules)) < needed(step, place))
                .map(place -> Demand.missing(SIGNERS, signers.authority(),
                        "“" + Words.of(place.as()).zh() + "”处应有 " + needed(step, place) + " 人签名或者盖章。",
                        "Place “" + Words.of(place.as()).en() + "” is to be signed or sealed by " + needed(step, place) + "."))
                .toList()).orElse(List.of());
        return unsigned.isEmpty() ? unsigned : Stream.concat(unsigned.stream(), items(step, rules)).toList();
    }

    /** The item of the table that the document is listed under. */
    private static Stream<Missing> items(DocumentStep step, Rules rules) {
        var title = step.document().form().title();
        return step.document().form().records().stream()
                .filter(content -> content != RecordedContent.OFFICER_IDENTITY)
                .map(content -> content == RecordedContent.RIGHTS_NOTICE ? RecordedContent.RIGHTS_RESPONSE : content)
                .distinct()
                .flatMap(content -> Demand.elementStated(rules, TABLE, content.word()).stream())
                .map(authority -> Demand.missing(SIGNERS, authority, "《" + title.zh() + "》没有由应当签名的人全部签名或者盖章。",
                        "“" + title.en() + "” is not signed or sealed by everybody who is to sign it."));
    }

    private static boolean listed(DocumentStep step, Rules rules) {
        var form = step.document().form();
        return form.kind() == DocumentKind.EVIDENCE
                || rules.elements(TABLE).stream().anyMatch(element -> form.records().stream()
                        .anyMatch(content -> content.word().equals(element.word())));
    }

    private static long needed(DocumentStep step, SignaturePlace place) {
        return switch (place.as()) {
            case PARTICIPANT -> Math.max(place.count(), step.names("participants").size());
            case OFFICER -> step.document().values().get("officers") instanceof FieldValue.Officers(var people) && !people.isEmpty()
                    ? people.size() : 1; // how many there must be is another article's
            case PARTY, PERSON_PRESENT, PERSON_CONCERNED, RECORDER, ATTESTING_WITNESS, HOST, EXPERT, HANDLER, REVIEWER, APPROVER,
                    RECIPIENT, SERVER, CUSTODIAN -> place.count();
        };
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
