package org.liuhen.core.cases.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.liuhen.core.cases.CaseKind;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.Declaration;
import org.liuhen.core.cases.ItemRef;
import org.liuhen.core.cases.ProcessRecord.ToldRight;
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

    private static final Key CHECKLIST = new Key("case.stageChecklist.investigation");
    private static final Key TABLE = new Key("record.investigation.required");

    @Override
    public List<Missing> missing(CaseStep step, Rules rules) {
        if (!applies(step, rules)) return List.of();
        var found = new ArrayList<Missing>();
        for (var element : rules.elements(TABLE)) {
            var notice = element.word().equals("rightsNotice");
            if (!notice && !element.word().equals("rightsResponse")) continue;
            if (declared(step.begun(), notice) || notApplicable(step, notice)) continue;
            for (var right : rights(element, rules)) {
                var known = step.begun().process().right(right);
                var there = notice ? told(step, known, element) : known.answered().isPresent();
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

    /** A table without a checklist of its stage stands among the rules on penalties (CL-10, CL-11a). */
    private static boolean applies(CaseStep step, Rules rules) {
        return rules.authority(CHECKLIST).isPresent() || step.begun().life().opened().kind() == CaseKind.PENALTY;
    }

    /** Declared with its ground; what nobody was to be told of, nobody answers. */
    private static boolean notApplicable(CaseStep step, boolean notice) {
        return (notice ? Stream.of(RecordedContent.RIGHTS_NOTICE) : Stream.of(RecordedContent.RIGHTS_NOTICE, RecordedContent.RIGHTS_RESPONSE))
                .map(content -> step.begun().process().declared().get(new ItemRef(Stage.INVESTIGATION, content)))
                .anyMatch(declared -> declared != null && declared.declaration() == Declaration.NOT_APPLICABLE);
    }

    /** Told, and how, where the article asks for the manner (CL-10): at the right itself or in the document that told it. */
    private static boolean told(CaseStep step, ToldRight right, Element element) {
        return right.told().filter(told -> !element.contents().contains("manner")
                || told.manner().filter(manner -> !manner.isBlank()).isPresent()
                || told.document().flatMap(step.begun()::document).filter(document -> document.filled().get("manner") != null).isPresent())
                .isPresent();
    }

    /** The response is about the rights that the notice names. */
    private static List<Right> rights(Element element, Rules rules) {
        var named = rules.elements(TABLE).stream().filter(other -> other.word().equals("rightsNotice")).map(Element::contents).findFirst()
                .orElse(element.contents());
        return Arrays.stream(Right.values()).filter(right -> named.contains(right.word())).toList();
    }

    private static Missing missing(Element element, Right right, boolean notice) {
        var word = Words.of(right);
        var how = element.contents().contains("manner");
        var what = notice
                ? new Bilingual("没有告知当事人" + word.zh() + (how ? "及其方式" : "") + "的记录。",
                        "Nothing records that the party was told of " + word.en() + (how ? ", or how." : "."))
                : new Bilingual("没有当事人对" + word.zh() + "如何行使的记录。", "Nothing records what the party did with " + word.en() + ".");
        return new Missing(TABLE.value(), new Authority.Article(element.article()), what,
                new Bilingual("请登记告知或者当事人的回应；不适用的，写明依据；无法补录的，作出情况说明。",
                        "Take it down; where the right does not apply, give the ground; if it can no longer be had, make a defect statement."))
                .about(right.word());
    }
}
