package org.liuhen.core.cases.rules;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.liuhen.core.cases.CaseKind;
import org.liuhen.core.cases.RecordedContent;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;

/** 检查笔录内容: an inspection record holds what the article lists (CL-18). */
@Duty("record.inspection.required")
public final class InspectionRecordComplete implements Requirement<DocumentStep> {

    private static final Key CONTENTS = new Key("record.inspection.required");

    @Override
    public List<Missing> missing(DocumentStep step, Rules rules) {
        return Stream.concat(contents(step, rules), signature(step, rules)).toList();
    }

    /** Of an inspection: the inspected or somebody present signs or seals its record. */
    private static Stream<Missing> signature(DocumentStep step, Rules rules) {
        var kind = step.begun().life().opened().kind();
        var place = Signing.partyPlace(step.document());
        var inspection = kind == CaseKind.INSPECTION || kind == CaseKind.DAILY_INSPECTION;
        if (!inspection || !step.records(RecordedContent.OBJECT_BASICS) || place.isEmpty()) return Stream.empty();
        if (Signing.count(step.document(), Signing.mayStandIn(place.get(), rules), Signing.kinds(rules)) > 0) return Stream.empty();
        return rules.words(CONTENTS).stream()
                .map(words -> Demand.missing(CONTENTS, words.authority(), "检查记录没有被检查对象或者在场人员的签名、盖章。",
                        "Neither the inspected nor anybody present has signed or sealed the record."));
    }

    /** What its fields leave out. */
    static Stream<Missing> contents(DocumentStep step, Rules rules) {
        if (!step.records(RecordedContent.OBJECT_BASICS)) return Stream.empty();
        return rules.words(CONTENTS)
                .map(words -> Arrays.stream(RecordedContent.values())
                        .filter(content -> words.value().contains(content.word()) && !has(step, content))
                        .map(content -> Demand.missing(CONTENTS, words.authority(), "缺少" + Words.of(content).zh() + "。",
                                "Missing: " + Words.of(content).en() + ".")))
                .orElse(Stream.empty());
    }

    private static boolean has(DocumentStep step, RecordedContent content) {
        var officers = DocumentStep.acting(step.document()).size();
        if (content == RecordedContent.OFFICER_COUNT) return officers > 0 && OfficersIdentified.counted(step, officers);
        if (content == RecordedContent.OFFICER_NAMES) return officers > 0;
        return step.filled(content.word());
    }
}
