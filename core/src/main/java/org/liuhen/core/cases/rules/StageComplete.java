package org.liuhen.core.cases.rules;

import java.util.List;
import org.liuhen.core.cases.Checklist;
import org.liuhen.core.cases.Checklist.Standing;
import org.liuhen.core.cases.Stage;
import org.liuhen.core.law.ArticleId;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;
import org.liuhen.core.values.Bilingual;

/** 环节记录齐全: every item of a stage's table is recorded, or an officer has declared that there is nothing to record. */
public sealed interface StageComplete extends Requirement<CaseStep> {

    /** 程序启动环节. */
    @Duty("case.stageChecklist.initiation")
    record Initiation() implements StageComplete {
        @Override
        public Stage stage() {
            return Stage.INITIATION;
        }
    }

    /** 调查取证环节. */
    @Duty("case.stageChecklist.investigation")
    record Investigation() implements StageComplete {
        @Override
        public Stage stage() {
            return Stage.INVESTIGATION;
        }
    }

    /** 审查决定环节. */
    @Duty("case.stageChecklist.reviewDecision")
    record ReviewDecision() implements StageComplete {
        @Override
        public Stage stage() {
            return Stage.REVIEW_DECISION;
        }
    }

    /** 送达执行环节. */
    @Duty("case.stageChecklist.serviceExecution")
    record ServiceExecution() implements StageComplete {
        @Override
        public Stage stage() {
            return Stage.SERVICE_EXECUTION;
        }
    }

    /** Whose table it is. */
    Stage stage();

    @Override
    default List<Missing> missing(CaseStep step, Rules rules) {
        var duty = "case.stageChecklist." + stage().word();
        if (rules.authority(new Key(duty)).isEmpty()) return List.of();
        return Checklist.of(step.begun(), rules).stream()
                .filter(line -> line.item().stage() == stage() && line.standing() instanceof Standing.Open)
                .filter(line -> !step.begun().process().defectStated(line.item().item().word(), duty))
                .map(line -> missing(duty, line))
                .toList();
    }

    private static Missing missing(String duty, Checklist.Line line) {
        var word = Words.of(line.item().item());
        return new Missing(duty, new Authority.Article(new ArticleId(line.article())),
                new Bilingual("“" + word.zh() + "”既没有记录，也没有声明未发生或者不适用。",
                        "“" + word.en() + "” is neither recorded nor declared not to have occurred or not to apply."),
                new Bilingual("请补充记录；没有发生的，由承办人声明未发生；不适用的，写明依据；无法补录的，作出情况说明。",
                        "Record it; declare that it did not occur, or why it does not apply; if it can no longer be had, make a defect statement."))
                .about(line.item().item().word());
    }
}
