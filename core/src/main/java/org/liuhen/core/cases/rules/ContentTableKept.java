package org.liuhen.core.cases.rules;

import java.time.Instant;
import java.util.stream.Stream;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.Checklist;
import org.liuhen.core.cases.Stage;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 分行为类别的记录内容表: an act type is in use for which the agency's rules have no table of contents (LX-4). The law of the day of the
 * opening counts.
 */
@Duty("record.contentTable.perActType")
public final class ContentTableKept implements Rule<Begun> {

    private static final Key KEY = new Key("record.contentTable.perActType");

    @Override
    public Assessment check(Begun begun, Law law, Instant now) {
        var rules = law.on(Moments.day(begun.life().opened().at(), law));
        var kind = begun.life().opened().kind();
        return rules.flagCited(KEY)
                .filter(cited -> cited.value() && Stream.of(Stage.values()).allMatch(stage ->
                        rules.elements(Checklist.table(stage)).isEmpty()))
                .map(cited -> Assessment.of(Alerts.of(KEY, kind.word(), "", cited.authority(),
                        new Bilingual("这一类行政执法行为（" + kind.word() + "）没有记录内容表。",
                                "There is no table of contents for this kind of act (" + kind.word() + ")."),
                        new Bilingual("请法制机构制定记录内容表。", "Let the legal section draw one up."))))
                .orElse(Assessment.quiet());
    }
}
