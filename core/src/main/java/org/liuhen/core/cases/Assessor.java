package org.liuhen.core.cases;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.rules.CaseRules;
import org.liuhen.core.findings.FindingBook;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.rules.FindingKey;

/** All rules over one case. */
public final class Assessor {

    private Assessor() {}

    /**
     * What is to be raised at this moment, each key once, in the order of the keys, and when that can next change by itself.
     * What a defect statement answers is not raised again: the statement is a finding itself.
     */
    public static Assessment assess(Begun begun, Law law, Instant now) {
        var all = CaseRules.ALL.stream().map(rule -> rule.check(begun, law, now)).collect(Assessment.all());
        var found = new TreeMap<FindingKey, Finding>(FindingBook.ORDER);
        for (var finding : all.findings()) {
            var answered = begun.process().defectStated(finding.key().subject(), finding.key().duty());
            if (!answered) found.putIfAbsent(finding.key(), finding);
        }
        return new Assessment(List.copyOf(found.values()), all.nextChangeAt());
    }
}
