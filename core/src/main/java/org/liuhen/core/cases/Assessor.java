package org.liuhen.core.cases;

import java.time.Instant;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.rules.CaseRules;
import org.liuhen.core.findings.FindingBook;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;

/** All rules over one case. */
public final class Assessor {

    private Assessor() {}

    /**
     * What is to be raised at this moment, each key once, in the order of the keys, and when that can next change by itself.
     * What a defect statement answers is not raised again: the statement is a finding itself.
     */
    public static Assessment assess(Begun begun, Law law, Instant now) {
        return FindingBook.assess(CaseRules.ALL, begun, law, now, key -> begun.process().defectStated(key.subject(), key.duty()));
    }
}
