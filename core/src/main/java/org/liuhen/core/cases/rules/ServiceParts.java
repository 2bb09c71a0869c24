package org.liuhen.core.cases.rules;

import java.util.Optional;
import org.liuhen.core.cases.ServiceFacts;
import org.liuhen.core.cases.documents.Capacity;
import org.liuhen.core.law.Authority;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.values.Bilingual;

/** What the facts of a service of documents hold, by the words of the profiles, and how a sentence says that it is missing. */
final class ServiceParts {

    private static final Bilingual WAY_OUT = new Bilingual("请补充；确实无法取得的，作出情况说明。",
            "Add it; if it can no longer be had, make a defect statement.");

    private ServiceParts() {}

    static boolean has(ServiceFacts facts, String word) {
        return switch (word) {
            case "documentName" -> !facts.documents().isEmpty();
            case "recipientName" -> filled(facts.recipient());
            case "time" -> facts.at().isPresent() || facts.arrivedAt().isPresent() || facts.noticeTo().isPresent();
            case "place" -> filled(facts.place());
            case "method" -> true;
            case "serverSignature" -> signed(facts, Capacity.SERVER);
            case "recipientSignature", "recipientOrEligibleSignatory" -> signed(facts, Capacity.RECIPIENT);
            case "server" -> facts.server().isPresent() || signed(facts, Capacity.SERVER);
            case "witnessSignature" -> filled(facts.witness()) && signed(facts, Capacity.ATTESTING_WITNESS);
            case "reason" -> filled(facts.reason());
            case "situationNote" -> filled(facts.situation());
            case "refusalReason" -> filled(facts.refusalReason());
            case "refusalDate" -> facts.refusedOn().isPresent();
            case "leftAtDomicile" -> facts.atDomicile().orElse(false);
            case "addressConfirmedByParty" -> facts.addressConfirmation().isPresent();
            default -> throw new IllegalArgumentException("law/keys.yaml has a word that no service of documents knows: " + word);
        };
    }

    static Bilingual name(String word) {
        return switch (word) {
            case "documentName" -> new Bilingual("送达文书名称", "the documents served");
            case "recipientName" -> new Bilingual("受送达人姓名或者名称", "the recipient's name");
            case "time" -> new Bilingual("送达时间", "the time of service");
            case "place" -> new Bilingual("送达地点", "the place of service");
            case "serverSignature", "server" -> new Bilingual("送达人签名", "the server's signature");
            case "recipientSignature", "recipientOrEligibleSignatory" -> new Bilingual("受送达人（或者符合条件的代收人）签名或者盖章",
                    "signature or seal of the recipient or of whoever may sign for it");
            case "witnessSignature" -> new Bilingual("见证人姓名和签名", "name and signature of the attesting witness");
            case "reason" -> new Bilingual("委托送达的原因", "why the service is entrusted");
            case "situationNote" -> new Bilingual("送达回证上的情况说明", "the note of the situation on the proof of service");
            case "refusalReason" -> new Bilingual("拒收事由", "the reason of the refusal");
            case "refusalDate" -> new Bilingual("拒收日期", "the day of the refusal");
            case "leftAtDomicile" -> new Bilingual("文书留在受送达人住所的记录", "that the document was left at the recipient's domicile");
            case "addressConfirmedByParty" -> new Bilingual("当事人签署的送达地址确认书", "the party's confirmation of its address for service");
            default -> new Bilingual(word, word);
        };
    }

    static Missing missing(String duty, Authority authority, Bilingual part) {
        return new Missing(duty, authority, new Bilingual("缺少" + part.zh() + "。", "Missing: " + part.en() + "."), WAY_OUT);
    }

    static boolean filled(Optional<String> text) {
        return text.filter(value -> !value.isBlank()).isPresent();
    }

    private static boolean signed(ServiceFacts facts, Capacity as) {
        return facts.signatures().stream().anyMatch(signature -> signature.as() == as);
    }
}
