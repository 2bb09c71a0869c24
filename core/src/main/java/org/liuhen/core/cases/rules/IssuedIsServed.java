package org.liuhen.core.cases.rules;

import java.util.HashSet;
import java.util.List;
import org.liuhen.core.cases.CaseDocument;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.ServiceOutcome.Served;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.DocumentId;

/** 文书送达: a case does not end with a document that was issued and is not served. */
@Duty("record.service.required")
public final class IssuedIsServed implements Requirement<CaseStep> {

    private static final Key TABLE = new Key("record.service.required");

    @Override
    public List<Missing> missing(CaseStep step, Rules rules) {
        var begun = step.begun();
        return rules.elements(TABLE).stream()
                .filter(element -> element.word().equals("service"))
                .findFirst()
                .map(element -> unserved(begun).stream()
                        .filter(document -> !begun.process().defectStated(document.id().toString(), TABLE.value()))
                        .map(document -> new Missing(TABLE.value(), new Authority.Article(element.article()),
                                new Bilingual("《" + document.form().title().zh() + "》已制作，尚未送达。",
                                        "“" + document.form().title().en() + "” is issued and not served."),
                                new Bilingual("请登记送达；无法送达的，作出情况说明。", "Serve it; if it cannot be served, make a defect statement."))
                                .about(document.id().toString()))
                        .toList())
                .orElse(List.of());
    }

    /** Final documents that must be served and are not. */
    public static List<CaseDocument> unserved(Begun begun) {
        var served = new HashSet<DocumentId>();
        begun.services().values().forEach(service -> {
            if (service.outcome() instanceof Served done) served.addAll(done.documents());
        });
        return begun.documents().values().stream()
                .filter(document -> document.isFinal() && document.form().served() && !served.contains(document.id()))
                .toList();
    }
}
