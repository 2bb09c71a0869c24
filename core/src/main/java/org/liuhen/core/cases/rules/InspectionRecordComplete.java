package org.liuhen.core.cases.rules;

import java.util.Arrays;
import java.util.List;
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
        if (!step.records(RecordedContent.OBJECT_BASICS)) return List.of();
        return rules.words(CONTENTS)
                .map(words -> Arrays.stream(RecordedContent.values())
                        .filter(content -> words.value().contains(content.word()) && !has(step, content))
                        .map(content -> Demand.missing(CONTENTS, words.authority(), "缺少" + Words.of(content).zh() + "。",
                                "Missing: " + Words.of(content).en() + "."))
                        .toList())
                .orElse(List.of());
    }

    private static boolean has(DocumentStep step, RecordedContent content) {
        var officers = DocumentStep.acting(step.document()).size();
        if (content == RecordedContent.OFFICER_COUNT) return officers > 0 && OfficersIdentified.counted(step, officers);
        if (content == RecordedContent.OFFICER_NAMES) return officers > 0;
        return step.filled(content.word());
    }
}
