package org.liuhen.core.cases.rules;

import java.util.List;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.RecordedContent;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;

/** 集体讨论: a decision that needs a collective discussion has its minutes (SQ-M-8.4). */
@Duty("record.decision.required")
public final class DiscussionMinuted implements Requirement<DocumentStep> {

    private static final Key TABLE = new Key("record.decision.required");

    @Override
    public List<Missing> missing(DocumentStep step, Rules rules) {
        if (!neededFor(step) || minuted(step.begun())) return List.of();
        var authority = Demand.elementStated(rules, TABLE, RecordedContent.COLLECTIVE_DISCUSSION.word());
        // CL asks for the minutes in an article of their own, see DiscussionWritten
        if (authority.isEmpty() && rules.flag(DiscussionWritten.WRITTEN)) return List.of();
        return List.of(missing(TABLE, authority.orElseGet(Authority.ProductDefault::new)));
    }

    static boolean neededFor(DocumentStep step) {
        return step.document().form().isDecision() && step.begun().life().flags().collectiveDiscussion();
    }

    /** Whether minutes are final, taken down with the discussion or by themselves. */
    static boolean minuted(Begun begun) {
        return begun.documents().values().stream()
                .anyMatch(document -> document.isFinal() && document.form().records()
                        .contains(RecordedContent.COLLECTIVE_DISCUSSION));
    }

    static Missing missing(Key duty, Authority authority) {
        return Demand.missing(duty, authority, "本案须经集体讨论，尚无定稿的集体讨论记录。",
                "The case needs a collective discussion; there are no final minutes.");
    }
}
