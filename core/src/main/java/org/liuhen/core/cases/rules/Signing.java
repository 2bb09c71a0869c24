package org.liuhen.core.cases.rules;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.liuhen.core.cases.CaseDocument;
import org.liuhen.core.cases.SignKind;
import org.liuhen.core.cases.Signed;
import org.liuhen.core.cases.documents.Capacity;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Cited;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;

/** Who has signed a document, and who has refused to. */
final class Signing {

    static final Key REFUSAL_OFFICERS = new Key("textRecord.refusal.minOfficerSignatures");
    static final Key REFUSAL_NOTE = new Key("textRecord.refusal.noteRequired");
    static final Key PARTY = new Key("textRecord.partySignature.required");

    private static final Key STAND_IN = new Key("textRecord.partySignature.alternativeSigner");
    private static final Key KINDS = new Key("textRecord.signKinds");

    private Signing() {}

    /** The capacity in which the party or whoever is questioned signs; empty where it signs nothing. */
    static Optional<Capacity> partyPlace(CaseDocument document) {
        return List.of(Capacity.PARTY, Capacity.PERSON_CONCERNED).stream().filter(document.form()::hasPlace).findFirst();
    }

    /** Who may sign there: in the party's stead also the person present, where the article says so. */
    static Set<Capacity> mayStandIn(Capacity place, Rules rules) {
        var standIn = place == Capacity.PARTY && rules.word(STAND_IN).filter(word -> word.value().equals("personPresent"))
                .isPresent();
        return standIn ? EnumSet.of(place, Capacity.PERSON_PRESENT) : EnumSet.of(place);
    }

    /** How many different people have signed in one of these capacities, each with a proof. */
    static long count(CaseDocument document, Set<Capacity> as, Optional<Cited<List<String>>> kinds) {
        return document.marks().signatures().stream()
                .filter(signed -> as.contains(signed.as()) && accepted(signed.kind(), kinds) && proved(document, signed))
                .map(signed -> signed.officer().map(Objects::toString).orElseGet(() -> folded(signed.name())))
                .distinct()
                .count();
    }

    /** Of the kinds that the articles on evidence accept. */
    static Optional<Cited<List<String>>> kinds(Rules rules) {
        return rules.words(KINDS);
    }

    /** An electronic signature is a signature. */
    static boolean accepted(SignKind kind, Optional<Cited<List<String>>> kinds) {
        var word = kind == SignKind.ELECTRONIC ? SignKind.SIGNATURE.word() : kind.word();
        return kinds.isEmpty() || kinds.get().value().contains(word);
    }

    /** What was signed on paper counts when the paper is scanned in. */
    static boolean proved(CaseDocument document, Signed signed) {
        return signed.picture().isPresent() || signed.kind() == SignKind.ELECTRONIC
                || (signed.onPaper() && document.marks().scan().isPresent());
    }

    static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether somebody noted that they refuse to sign, complete or not. */
    static boolean refusalNoted(CaseDocument document, Capacity as) {
        return document.marks().refusals().stream().anyMatch(refusal -> refusal.as() == as);
    }

    /**
     * Whether a noted refusal stands in for the signature, the marks at altered places and the marks across pages: where an
     * article says so, or where no article asks for the signature either. CL has no such article (CL/F).
     */
    static boolean refusalIsExit(Rules rules) {
        var stated = rules.authority(REFUSAL_OFFICERS).filter(Demand::byArticle).isPresent() || rules.flag(REFUSAL_NOTE);
        return stated || rules.authority(PARTY).filter(Demand::byArticle).isEmpty();
    }

    /** Whether the party, or whoever signs in its place, has refused with this effect. */
    static boolean partyRefused(DocumentStep step, Rules rules) {
        return refusalIsExit(rules) && partyPlace(step.document()).filter(place -> refusalNoted(step.document(), place))
                .isPresent();
    }

    static Authority refusalAuthority(Rules rules) {
        return rules.authority(REFUSAL_OFFICERS).orElseGet(Authority.ProductDefault::new);
    }
}
