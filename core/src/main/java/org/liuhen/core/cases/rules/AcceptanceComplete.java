package org.liuhen.core.cases.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.cases.Acceptance;
import org.liuhen.core.cases.AcceptanceOutcome;
import org.liuhen.core.cases.SignKind;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;
import org.liuhen.core.values.Bilingual;

/**
 * 受理环节: each of the five outcomes of an application has its own form, and holds what the article of that outcome names. Where
 * the agency's text has no outcomes of its own, nothing is asked for.
 */
@Duty("licence.acceptance.outcomes")
public final class AcceptanceComplete implements Requirement<AcceptanceStep> {

    private static final Key OUTCOMES = new Key("licence.acceptance.outcomes");

    @Override
    public List<Missing> missing(AcceptanceStep step, Rules rules) {
        var outcome = step.acceptance().outcome();
        return rules.elements(OUTCOMES).stream()
                .filter(element -> element.word().equals(outcome.word()))
                .findFirst()
                .map(element -> missing(step, new Authority.Article(element.article())))
                .orElse(List.of());
    }

    private static List<Missing> missing(AcceptanceStep step, Authority authority) {
        var acceptance = step.acceptance();
        var found = new ArrayList<Missing>();
        switch (acceptance.outcome()) {
            case ACCEPT -> need(found, authority, acceptance.document(), "受理决定文书", "the decision of acceptance as a document");
            case ACCEPT_WITH_VERIFICATION -> {
                need(found, authority, acceptance.verificationMatter(), "核查事项", "the matter of the verification");
                need(found, authority, acceptance.verificationReason(), "核查理由", "the reason of the verification");
                need(found, authority, acceptance.verificationAt(), "核查时间", "the time of the verification");
            }
            case CORRECT_ON_SPOT -> corrections(found, authority, acceptance);
            case SUPPLEMENT -> {
                if (acceptance.toSupplement().isEmpty()) add(found, authority, "需要补正的全部内容（逐项）", "an itemised list of what is to be supplemented");
                need(found, authority, acceptance.document(), "补正告知书和不予受理决定", "the notice with the decision not to accept");
                need(found, authority, acceptance.returnReceipt(), "退还材料的签收凭证", "the receipt for the materials returned");
                if (step.begun().licensing().outcomes().stream().anyMatch(earlier -> earlier.outcome() == AcceptanceOutcome.SUPPLEMENT)) {
                    need(found, authority, acceptance.secondNoticeReason(), "再次告知补正的理由（由主管人员说明）",
                            "the supervisor's reason for a second notice");
                }
            }
            case NOT_COMPETENT -> need(found, authority, acceptance.authority(), "应当受理的行政机关名称", "the name of the competent authority");
        }
        return found;
    }

    private static void corrections(List<Missing> found, Authority authority, Acceptance acceptance) {
        if (acceptance.corrections().isEmpty()) add(found, authority, "当场更正的内容", "what was corrected on the spot");
        for (var correction : acceptance.corrections()) {
            if (correction.corrector().isBlank() || correction.entitlement().isBlank()) {
                add(found, authority, "更正处“" + correction.place() + "”的更正人及其资格", "who corrected “" + correction.place() + "”, and by what right");
            }
            if (correction.signed() == SignKind.FINGERPRINT) {
                add(found, authority, "更正处“" + correction.place() + "”的签名或者盖章", "a signature or seal at “" + correction.place() + "”");
            }
        }
    }

    private static void need(List<Missing> found, Authority authority, Optional<?> value, String zh, String en) {
        if (value.isEmpty() || value.get().toString().isBlank()) add(found, authority, zh, en);
    }

    private static void add(List<Missing> found, Authority authority, String zh, String en) {
        found.add(new Missing(OUTCOMES.value(), authority, new Bilingual("缺少" + zh + "。", "Missing: " + en + "."),
                new Bilingual("请补充；确实无法取得的，作出情况说明。", "Add it; if it can no longer be had, make a defect statement.")));
    }
}
