package org.liuhen.core.cases.rules;

import java.time.Instant;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.DocumentPhase;
import org.liuhen.core.cases.Form;
import org.liuhen.core.cases.documents.FormSource;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 文书格式有来源: a form that is used has a stated source among those that the agency's text names (LX-12); a form of the product has
 * none. One finding for each form. The law of the day on which the document was begun counts.
 */
@Duty("textRecord.format.sources")
public final class FormSourced implements Rule<Begun> {

    private static final Key KEY = new Key("textRecord.format.sources");

    @Override
    public Assessment check(Begun begun, Law law, Instant now) {
        return begun.documents().values().stream()
                .filter(document -> document.form().source() == FormSource.PRODUCT
                        && !(document.phase() instanceof DocumentPhase.Voided))
                .flatMap(document -> law.on(Moments.day(document.draftedAt(), law)).words(KEY).stream()
                        .map(sources -> Assessment.of(finding(document.form(), sources.authority()))))
                .collect(Assessment.all());
    }

    private static Finding finding(Form form, Authority authority) {
        return Alerts.of(KEY, form.template().value(), "", authority,
                new Bilingual("《" + form.title().zh() + "》的格式没有写明来源（法律、省级或者国务院部门格式）。",
                        "The form “" + form.title().en() + "” states no source: law, province or department."),
                new Bilingual("请由法制机构核对格式，在模板中写明来源。", "Let the legal section check the form and state its source."));
    }
}
