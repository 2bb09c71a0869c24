package org.liuhen.core.cases.rules;

import java.util.List;
import java.util.Set;
import org.liuhen.core.cases.ServiceMethod;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;

/** 送达回证: states what the article names. The recipient's signature is replaced by the branch's own proof in service by mail, public notice, leaving and electronically (SQ/30). */
@Duty("service.receipt.required")
public final class ReceiptComplete implements Requirement<ServiceStep> {

    private static final Key KEY = new Key("service.receipt.required");

    private static final Set<ServiceMethod> WITHOUT_RECIPIENT =
            Set.of(ServiceMethod.MAIL, ServiceMethod.PUBLIC_NOTICE, ServiceMethod.LEAVE_BEHIND, ServiceMethod.ELECTRONIC);
    private static final Set<ServiceMethod> WITHOUT_SERVER = Set.of(ServiceMethod.PUBLIC_NOTICE, ServiceMethod.ELECTRONIC);

    @Override
    public List<Missing> missing(ServiceStep step, Rules rules) {
        var facts = step.facts();
        return rules.words(KEY)
                .map(words -> words.value().stream()
                        .filter(word -> !replaced(word, facts.method()) && !ServiceParts.has(facts, word))
                        .map(word -> ServiceParts.missing(KEY.value(), words.authority(), ServiceParts.name(word)))
                        .toList())
                .orElse(List.of());
    }

    private static boolean replaced(String word, ServiceMethod method) {
        return switch (word) {
            case "recipientSignature" -> WITHOUT_RECIPIENT.contains(method);
            case "serverSignature", "place" -> WITHOUT_SERVER.contains(method);
            default -> false;
        };
    }
}
