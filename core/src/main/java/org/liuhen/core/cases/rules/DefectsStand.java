package org.liuhen.core.cases.rules;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.Checklist;
import org.liuhen.core.cases.MeasureKind;
import org.liuhen.core.cases.ProcessEvent;
import org.liuhen.core.cases.RecordedContent;
import org.liuhen.core.cases.Right;
import org.liuhen.core.cases.Stage;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 情况说明留痕: what was made final with a defect statement stays a finding for ever, one for each duty that it answers. It cites the
 * article that was not met, by the law of the day of the statement.
 */
@Duty("record.traceability")
public final class DefectsStand implements Rule<Begun> {

    private static final Key KEY = new Key("record.traceability");

    @Override
    public Assessment check(Begun begun, Law law, Instant now) {
        return begun.process().defects().stream()
                .flatMap(defect -> defect.duties().stream().distinct().map(duty -> Assessment.of(finding(begun, defect, duty, law))))
                .collect(Assessment.all());
    }

    private static Finding finding(Begun begun, ProcessEvent.DefectStated defect, String duty, Law law) {
        var rules = law.on(defect.on());
        var authority = rules.knows(duty)
                ? item(begun, defect.subject(), duty, rules).or(() -> rules.authority(new Key(duty))).or(() -> rules.authority(KEY))
                : rules.authority(KEY);
        return Alerts.of(KEY, defect.subject(), duty, Alerts.orProduct(authority),
                new Bilingual("以情况说明代替（" + defect.on() + "）：缺少" + defect.missing() + "；原因：" + defect.why(),
                        "A defect statement of " + defect.on() + " stands in. Missing: " + defect.missing() + ". Why: "
                                + defect.why()),
                new Bilingual("请法制机构核查这份情况说明。", "The legal section looks at the statement."));
    }

    /** The article of the item of a stage's table that the statement is about. */
    private static Optional<Authority> item(Begun begun, String subject, String duty, Rules rules) {
        return Stream.of(Stage.values())
                .filter(stage -> duty.equals(Checklist.table(stage).value()) || duty.equals("case.stageChecklist." + stage.word()))
                .findFirst()
                .flatMap(stage -> Alerts.element(rules, Checklist.table(stage), word(begun, subject)));
    }

    /** Rights, measures and other acts stand under the word of their item. */
    private static String word(Begun begun, String subject) {
        if (Stream.of(Right.values()).anyMatch(right -> right.word().equals(subject))) return RecordedContent.RIGHTS_NOTICE.word();
        if (subject.equals(Applications.SUBJECT)) return RecordedContent.ON_APPLICATION.word();
        if (begun.execution().confiscated().keySet().stream().anyMatch(list -> list.toString().equals(subject))) {
            return RecordedContent.CONFISCATED_PROPERTY.word();
        }
        return begun.measures().values().stream()
                .filter(measure -> measure.taken().measure().toString().equals(subject))
                .findFirst()
                .map(measure -> measure.taken().kind() == MeasureKind.PRESERVATION
                        ? RecordedContent.EVIDENCE_PRESERVATION : RecordedContent.COERCIVE_MEASURE)
                .map(RecordedContent::word)
                .orElse(subject);
    }
}
