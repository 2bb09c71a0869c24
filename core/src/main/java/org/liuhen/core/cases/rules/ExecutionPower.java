package org.liuhen.core.cases.rules;

import java.util.List;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;
import org.liuhen.core.values.Bilingual;

/** 强制执行权: a unit without it goes to the court (CL-17). */
@Duty("coercion.execution.unitPower")
public final class ExecutionPower implements Requirement<ExecutionStep> {

    private static final Key KEY = new Key("coercion.execution.unitPower");

    @Override
    public List<Missing> missing(ExecutionStep step, Rules rules) {
        var authority = rules.authority(KEY);
        if (authority.isEmpty() || !rules.flag(KEY) || step.begun().life().flags().executionPower()) return List.of();
        return List.of(new Missing(KEY.value(), authority.get(),
                new Bilingual("承办机构没有行政强制执行权的依据。", "Nothing says that the unit has the power of coercive execution."),
                new Bilingual("有法律授权的，在案件要素中注明依据；没有的，申请人民法院强制执行。",
                        "Mark the power with its ground, or apply to the court.")));
    }
}
