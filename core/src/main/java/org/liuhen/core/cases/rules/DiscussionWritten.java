package org.liuhen.core.cases.rules;

import java.util.List;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;

/** 集体讨论的书面记录: a collective discussion has written minutes (CL-12). */
@Duty("textRecord.collectiveDiscussion.written")
public final class DiscussionWritten implements Requirement<DocumentStep> {

    static final Key WRITTEN = new Key("textRecord.collectiveDiscussion.written");

    @Override
    public List<Missing> missing(DocumentStep step, Rules rules) {
        if (!DiscussionMinuted.neededFor(step) || DiscussionMinuted.minuted(step.begun())) return List.of();
        return rules.flagCited(WRITTEN)
                .filter(written -> written.value())
                .map(written -> DiscussionMinuted.missing(WRITTEN, written.authority()))
                .stream()
                .toList();
    }
}
