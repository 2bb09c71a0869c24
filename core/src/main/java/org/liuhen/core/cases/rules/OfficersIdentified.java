package org.liuhen.core.cases.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.liuhen.core.cases.RecordedContent;
import org.liuhen.core.cases.Stage;
import org.liuhen.core.cases.documents.Capacity;
import org.liuhen.core.cases.documents.FieldValue;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Element;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;
import org.liuhen.core.values.Officer;
import org.liuhen.core.values.PersonId;

/**
 * 执法人员身份: a document of the investigation names its officers, registered and with certificates valid on the day of the act, and
 * says that they were shown (SQ-M-7.1, CL-9).
 */
@Duty("record.investigation.required")
public final class OfficersIdentified implements Requirement<DocumentStep> {

    private static final Key TABLE = new Key("record.investigation.required");

    @Override
    public List<Missing> missing(DocumentStep step, Rules rules) {
        return rules.elements(TABLE).stream()
                .filter(element -> element.word().equals(RecordedContent.OFFICER_IDENTITY.word()))
                .flatMap(element -> missing(step, element).stream())
                .toList();
    }

    private static List<Missing> missing(DocumentStep step, Element element) {
        var form = step.document().form();
        var identity = step.records(RecordedContent.OFFICER_IDENTITY);
        var investigation = form.stage().filter(Stage.INVESTIGATION::equals).isPresent() && form.hasPlace(Capacity.OFFICER);
        if (!identity && !investigation) return List.of();
        var authority = new Authority.Article(element.article());
        var acting = DocumentStep.acting(step.document());
        var found = new ArrayList<Missing>();
        if (acting.isEmpty()) found.add(Demand.missing(TABLE, authority, "没有写明执法人员。", "It names no officer."));
        acting.stream()
                .filter(person -> !step.valid(step.officers().get(person)))
                .forEach(person -> found.add(unidentified(step, authority, person)));
        if (identity && element.contents().contains("certificateShown") && !shown(step, acting)) {
            found.add(Demand.missing(TABLE, authority, "没有出示执法证件的记录。", "Nothing records that certificates were shown."));
        }
        if (element.contents().contains("count") && form.fields().contains("officerCount") && !counted(step, acting.size())) {
            found.add(Demand.missing(TABLE, authority, "执法人员人数与所列人员不符（所列 " + acting.size() + " 人）。",
                    "The number of officers is not that of the officers named (" + acting.size() + ")."));
        }
        return found;
    }

    private static Missing unidentified(DocumentStep step, Authority authority, PersonId person) {
        var officer = step.officers().get(person);
        return officer == null
                ? Demand.missing(TABLE, authority, "有签名人不是已登记的执法人员。",
                        "Somebody who acts as an officer is not in the register as one.")
                : Demand.missing(TABLE, authority, officer.name() + "的执法证 " + officer.certificate() + " 在 " + step.on() + " 无效。",
                        "Certificate " + officer.certificate() + " of " + officer.name() + " was not valid on " + step.on()
                                + ".");
    }

    /** In the document, or as an act of that day. */
    private static boolean shown(DocumentStep step, Set<PersonId> acting) {
        if (step.filled("certificateShown")) return true;
        var shown = step.begun().process().shown().stream()
                .flatMap(act -> act.officers().stream())
                .map(Officer::id)
                .collect(Collectors.toSet());
        return !acting.isEmpty() && shown.containsAll(acting);
    }

    static boolean counted(DocumentStep step, int officers) {
        return step.document().values().get("officerCount") instanceof FieldValue.Whole(var number) && number == officers;
    }
}
