package org.liuhen.core.cases.rules;

import java.util.List;
import java.util.stream.Stream;
import org.liuhen.core.cases.documents.DocumentKind;
import org.liuhen.core.cases.documents.FieldFault;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.values.Bilingual;

/**
 * 应填内容: which articles ask for what stands in the empty mandatory fields of a document: what goes out to a party is complete
 * (SQ-M-11, LX-13), an inspection record and the showing of certificates are written (CL-18, SQ-M-7.1). No defect statement answers an
 * empty field.
 */
public final class FieldsAsked {

    private static final Key ISSUED = new Key("textRecord.issued.sealRequired");
    private static final List<String> OF_OFFICERS = List.of("officers", "officerCount", "certificateShown");
    private static final Bilingual WAY_OUT = new Bilingual("请填写后再生成正文。", "Fill them in before the text is made.");

    private FieldsAsked() {}

    /** What they ask for; empty where no mandatory field is empty, or no article asks. */
    public static List<Missing> missing(DocumentStep step, List<FieldFault> faults, Rules rules) {
        var empty = faults.stream().filter(fault -> fault.problem() == FieldFault.Problem.MISSING).toList();
        if (empty.isEmpty()) return List.of();
        var officers = empty.stream().anyMatch(fault -> OF_OFFICERS.contains(fault.place()))
                ? new OfficersIdentified().missing(step, rules) : List.<Missing>of();
        return Stream.of(issued(step, empty, rules), InspectionRecordComplete.contents(step, rules).toList(), officers)
                .flatMap(List::stream)
                .filter(Missing::blocks)
                .map(missing -> new Missing(missing.duty(), missing.subject(), missing.authority(), missing.what(), WAY_OUT))
                .toList();
    }

    private static List<Missing> issued(DocumentStep step, List<FieldFault> empty, Rules rules) {
        if (step.document().form().kind() != DocumentKind.ISSUED) return List.of();
        return Demand.flag(rules, ISSUED).stream()
                .flatMap(authority -> empty.stream().map(fault -> new Missing(ISSUED.value(), authority, fault.what(), WAY_OUT)))
                .toList();
    }
}
