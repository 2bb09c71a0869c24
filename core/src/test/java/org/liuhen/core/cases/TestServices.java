package org.liuhen.core.cases;

import static org.liuhen.core.cases.CaseSpec.at;
import static org.liuhen.core.cases.CaseSpec.day;
import static org.liuhen.core.cases.CaseSpec.digest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liuhen.core.cases.documents.Capacity;
import org.liuhen.core.values.DocumentId;

/** Facts of a service of documents, part by part. */
final class TestServices {

    private TestServices() {}

    /** A direct service that lacks nothing. */
    static ServiceFacts direct(DocumentId document) {
        return facts(ServiceMethod.DIRECT, List.of(document), "recipient place at serverSignature recipientSignature");
    }

    /** What is there: words, each one part of the facts. */
    static ServiceFacts facts(ServiceMethod method, List<DocumentId> documents, String words) {
        var there = Set.of(words.split(" "));
        return new ServiceFacts(method, documents, has(there, "recipient", "钱某"), Optional.empty(), has(there, "place", "店内"),
                has(there, "at", at("04-11T10:00")), signatures(there), has(there, "server", TestPeople.ZHANG),
                        has(there, "reason", "路途遥远"),
                has(there, "body", "外县市场监督管理局"), has(there, "directFailed", "两次上门无人"), has(there, "trackingNumber", "XA123"),
                receipts(there), has(there, "medium", "官网"), has(there, "noticeFrom", day("02-01")),
                        has(there, "noticeTo", day("04-11")),
                has(there, "situation", "拒绝签收"), has(there, "refusalReason", "不认可"), has(there, "refusedOn", day("04-11")),
                has(there, "atDomicile", true), has(there, "witness", "居委会周某"), has(there, "otherMeans", "执法记录仪没电，见证人在场"),
                has(there, "addressConfirmation", TestPapers.OTHER), has(there, "arrivedAt", at("04-11T10:00")),
                        has(there, "basis", "民事诉讼法"));
    }

    private static <T> Optional<T> has(Set<String> there, String word, T value) {
        return there.contains(word) ? Optional.of(value) : Optional.empty();
    }

    private static List<Signed> signatures(Set<String> there) {
        var signatures = new ArrayList<Signed>();
        if (there.contains("serverSignature")) signatures.add(signed(Capacity.SERVER, SignKind.SIGNATURE));
        if (there.contains("recipientSignature")) signatures.add(signed(Capacity.RECIPIENT, SignKind.SIGNATURE));
        if (there.contains("recipientFingerprint")) signatures.add(signed(Capacity.RECIPIENT, SignKind.FINGERPRINT));
        if (there.contains("witnessSignature")) signatures.add(signed(Capacity.ATTESTING_WITNESS, SignKind.SIGNATURE));
        return signatures;
    }

    private static Signed signed(Capacity as, SignKind kind) {
        return new Signed(as, "某人", Optional.empty(), kind, day("04-11"), false, Optional.of(digest(7)));
    }

    private static List<Receipt> receipts(Set<String> there) {
        return there.stream().filter(word -> word.endsWith("Receipt") || word.equals("noticeDocument")).sorted()
                .map(word -> new Receipt(word, digest(6))).toList();
    }
}
