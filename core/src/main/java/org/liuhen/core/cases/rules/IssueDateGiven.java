package org.liuhen.core.cases.rules;

import java.util.List;
import org.liuhen.core.cases.documents.DocumentKind;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;

/** 签发日期: what goes out to a party bears its date of issue (SQ-M-11). */
@Duty("textRecord.issued.issueDateRequired")
public final class IssueDateGiven implements Requirement<DocumentStep> {

    private static final Key DATE = new Key("textRecord.issued.issueDateRequired");

    @Override
    public List<Missing> missing(DocumentStep step, Rules rules) {
        var document = step.document();
        if (document.form().kind() != DocumentKind.ISSUED || document.marks().seal().isPresent() || step.filled("issuedOn")) {
            return List.of();
        }
        return Demand.flag(rules, DATE)
                .map(authority -> Demand.missing(DATE, authority, "没有签发日期。", "It has no date of issue."))
                .stream()
                .toList();
    }
}
