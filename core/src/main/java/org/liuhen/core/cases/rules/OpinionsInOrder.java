package org.liuhen.core.cases.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 审批意见的日期: the dates of handler, reviewer and approver follow one another (SQ-M-13, LX-15). The same day is in order. The law
 * of the later date counts.
 */
@Duty("textRecord.approval.dateEach")
public final class OpinionsInOrder implements Rule<Begun> {

    private static final Key KEY = new Key("textRecord.approval.dateEach");

    @Override
    public Assessment check(Begun begun, Law law, Instant now) {
        return ApprovalBlocks.of(begun)
                .flatMap(blocks -> firstOutOfOrder(blocks).stream()
                        .flatMap(pair -> law.on(pair.getFirst().on()).flagCited(KEY).filter(cited -> cited.value()).stream()
                                .map(cited -> Assessment.of(Alerts.of(KEY, blocks.subject(), "", cited.authority(),
                                        new Bilingual("意见的日期次序颠倒：" + pair.getFirst().name().zh() + " " + pair.getFirst().on()
                                                + "，"
                                                + pair.getLast().name().zh() + " " + pair.getLast().on() + "。",
                                                "The dates of the opinions are out of order: " + pair.getFirst().name().en()
                                                        + " on "
                                                        + pair.getFirst().on() + ", " + pair.getLast().name().en() + " on "
                                                                + pair.getLast().on() + "."),
                                        new Bilingual("请核对日期；确系如此的，写明原因。", "Check the dates; if they are right, say why."))))))
                .collect(Assessment.all());
    }

    private static Optional<List<ApprovalBlocks.Block>> firstOutOfOrder(ApprovalBlocks blocks) {
        var list = blocks.blocks();
        for (var i = 1; i < list.size(); i++) {
            if (list.get(i).on().isBefore(list.get(i - 1).on())) return Optional.of(List.of(list.get(i - 1), list.get(i)));
        }
        return Optional.empty();
    }
}
