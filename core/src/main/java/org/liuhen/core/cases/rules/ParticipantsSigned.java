package org.liuhen.core.cases.rules;

import java.util.List;
import org.liuhen.core.cases.CaseDocument;
import org.liuhen.core.cases.documents.Capacity;
import org.liuhen.core.cases.documents.DocumentKind;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;

/**
 * 听证笔录签署: everyone whom the record of a hearing lists has read it and signed or sealed it, or refused before two officers
 * (SQ-M-14).
 */
@Duty("textRecord.hearing.signedBy")
public final class ParticipantsSigned implements Requirement<DocumentStep> {

    private static final Key SIGNED_BY = new Key("textRecord.hearing.signedBy");
    private static final Key KINDS = new Key("textRecord.hearing.signKinds");

    @Override
    public List<Missing> missing(DocumentStep step, Rules rules) {
        var form = step.document().form();
        if (form.kind() != DocumentKind.HEARING || !form.hasPlace(Capacity.PARTICIPANT)) return List.of();
        return rules.word(SIGNED_BY)
                .map(word -> step.names("participants").stream()
                        .filter(name -> !signed(step.document(), name, rules) && !refused(step.document(), name))
                        .map(name -> Demand.missing(SIGNED_BY, word.authority(), "听证参加人" + name + "没有签名或者盖章，也没有拒绝签字的记录。",
                                name + ", who took part in the hearing, has neither signed nor sealed, and no refusal is noted."))
                        .toList())
                .orElse(List.of());
    }

    private static boolean signed(CaseDocument document, String name, Rules rules) {
        return document.marks().signatures().stream().anyMatch(signed -> Signing.folded(signed.name())
                .equals(Signing.folded(name))
                && Signing.accepted(signed.kind(), rules.words(KINDS)) && Signing.proved(document, signed));
    }

    /** By how many officers, {@link RefusalSigned} asks. */
    private static boolean refused(CaseDocument document, String name) {
        return document.marks().refusals().stream().anyMatch(refusal -> Signing.folded(refusal.name())
                .equals(Signing.folded(name)));
    }
}
