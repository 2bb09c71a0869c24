package org.liuhen.core.cases.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.ItemRef;
import org.liuhen.core.cases.RecordedContent;
import org.liuhen.core.cases.Right;
import org.liuhen.core.cases.Stage;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Element;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;
import org.liuhen.core.values.Bilingual;

/**
 * 权利告知和行使: before the decision the party was told of each right that the article names, and what it did with it is recorded;
 * a right that does not apply is excepted with its ground (SQ-M-7.9). But for penalty and coercion the whole item may be
 * declared.
 */
@Duty("record.investigation.required")
public final class RightsToldAndAnswered implements Requirement<CaseStep> {

    private static final Key TABLE = new Key("record.investigation.required");

    @Override
    public List<Missing> missing(CaseStep step, Rules rules) {
        var found = new ArrayList<Missing>();
        for (var element : rules.elements(TABLE)) {
            var notice = element.word().equals("rightsNotice");
            if (!notice && !element.word().equals("rightsResponse")) continue;
            if (declared(step.begun(), notice)) continue;
            for (var right : rights(element, rules)) {
                var known = step.begun().process().right(right);
                var there = notice ? known.told().isPresent() : known.answered().isPresent();
                if (there || known.excepted().isPresent() || step.begun().process().defectStated(right.word(), TABLE.value())) continue;
                found.add(missing(element, right, notice));
            }
        }
        return found;
    }

    /** Where nothing is imposed on anybody, a handler may declare that there was no occasion for it. */
    private static boolean declared(Begun begun, boolean notice) {
        return switch (begun.life().opened().kind()) {
            case PENALTY, COERCION -> false;
            case LICENCE, INSPECTION, DAILY_INSPECTION, CHARGE -> begun.process().declared().containsKey(
                    new ItemRef(Stage.INVESTIGATION, notice ? RecordedContent.RIGHTS_NOTICE : RecordedContent.RIGHTS_RESPONSE));
        };
    }

    /** The response is about the rights that the notice names. */
    private static List<Right> rights(Element element, Rules rules) {
        var named = rules.elements(TABLE).stream().filter(other -> other.word().equals("rightsNotice")).map(Element::contents).findFirst()
                .orElse(element.contents());
        return Arrays.stream(Right.values()).filter(right -> named.contains(right.word())).toList();
    }

    private static Missing missing(Element element, Right right, boolean notice) {
        var word = Words.of(right);
        var what = notice
                ? new Bilingual("没有告知当事人" + word.zh() + "的记录。", "Nothing records that the party was told of " + word.en() + ".")
                : new Bilingual("没有当事人对" + word.zh() + "如何行使的记录。", "Nothing records what the party did with " + word.en() + ".");
        return new Missing(TABLE.value(), new Authority.Article(element.article()), what,
                new Bilingual("请登记告知或者当事人的回应；不适用的，写明依据；无法补录的，作出情况说明。",
                        "Take it down; where the right does not apply, give the ground; if it can no longer be had, make a defect statement."))
                .about(right.word());
    }
}
