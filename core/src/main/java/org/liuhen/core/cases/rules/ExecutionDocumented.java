package org.liuhen.core.cases.rules;

import java.util.List;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;
import org.liuhen.core.values.Bilingual;

/** 强制执行: carried out by a document, after a decision that found no good cause for not performing (CL-17). */
@Duty("coercion.execution.document")
public final class ExecutionDocumented implements Requirement<ExecutionStep> {

    private static final Key KEY = new Key("coercion.execution.document");

    @Override
    public List<Missing> missing(ExecutionStep step, Rules rules) {
        var authority = rules.authority(KEY);
        if (authority.isEmpty() || !rules.flag(KEY)) return List.of();
        var begun = step.begun();
        var decided = begun.execution().decided();
        if (decided.isEmpty() || !decided.get().noGoodCause()) {
            return List.of(new Missing(KEY.value(), authority.get(),
                    new Bilingual("没有认定当事人无正当理由逾期不履行的强制执行决定。", "No decision on execution found that the party had no good cause."),
                    new Bilingual("请先作出强制执行决定。", "Decide on the execution first.")));
        }
        if (begun.document(step.document()).filter(document -> document.isFinal()).isPresent()) return List.of();
        return List.of(new Missing(KEY.value(), authority.get(),
                new Bilingual("强制执行文书尚未定稿。", "The document of the execution is not final."),
                new Bilingual("请先定稿强制执行文书。", "Make the document final first.")));
    }
}
