package org.liuhen.core.cases.rules;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.PersonId;

/** 审批意见由不同人员签署: one person wrote two of the opinions of an approval (SQ-M-13, LX-15). The law of the later date counts. */
@Duty("textRecord.approval.opinions")
public final class OpinionsByDifferentPeople implements Rule<Begun> {

    private static final Key KEY = new Key("textRecord.approval.opinions");

    @Override
    public Assessment check(Begun begun, Law law, Instant now) {
        return ApprovalBlocks.of(begun)
                .flatMap(blocks -> twice(blocks).stream()
                        .flatMap(block -> law.on(block.on()).words(KEY).stream()
                                .map(cited -> Assessment.of(Alerts.of(KEY, blocks.subject(), "", cited.authority(),
                                        new Bilingual("同一人签署了两栏意见（其中一栏：" + block.name().zh() + "）。",
                                                "One person wrote two of the opinions, one of them as " + block.name().en()
                                                        + "."),
                                        new Bilingual("请核对签署人；确需由同一人签署的，写明原因。",
                                                "Check who signed; if it had to be one person, say why."))))))
                .collect(Assessment.all());
    }

    private static Optional<ApprovalBlocks.Block> twice(ApprovalBlocks blocks) {
        var seen = new HashSet<PersonId>();
        return blocks.blocks().stream().filter(block -> !seen.add(block.by())).findFirst();
    }
}
