package org.liuhen.core.cases.rules;

import java.util.List;
import org.liuhen.core.cases.documents.DocumentKind;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;

/** 文书格式: what goes out to a party has a form of the agency's library (LX-12). */
@Duty("textRecord.format.sources")
public final class TemplateInLibrary implements Requirement<DocumentStep> {

    private static final Key SOURCES = new Key("textRecord.format.sources");

    @Override
    public List<Missing> missing(DocumentStep step, Rules rules) {
        if (step.document().form().kind() != DocumentKind.ISSUED || step.template().isPresent()) return List.of();
        return rules.words(SOURCES)
                .map(sources -> Demand.missing(SOURCES, sources.authority(),
                        "《" + step.document().form().title().zh() + "》的格式已不在本机关的文书格式库中。",
                        "The form of “" + step.document().form().title().en() + "” is not in the agency's library any more."))
                .stream()
                .toList();
    }
}
