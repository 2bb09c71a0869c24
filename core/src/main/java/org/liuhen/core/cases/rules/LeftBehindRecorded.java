package org.liuhen.core.cases.rules;

import java.util.List;
import org.liuhen.core.cases.ServiceFacts;
import org.liuhen.core.cases.ServiceMethod;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;
import org.liuhen.core.values.Bilingual;

/** 留置送达的音像记录: at least one photo or video, or a note of the other means that was used (CL-14.p3). */
@Duty("service.lien.avRequired")
public final class LeftBehindRecorded implements Requirement<ServiceStep> {

    private static final Key KEY = new Key("service.lien.avRequired");

    @Override
    public List<Missing> missing(ServiceStep step, Rules rules) {
        var facts = step.facts();
        if (facts.method() != ServiceMethod.LEAVE_BEHIND || ServiceParts.filled(facts.otherMeans()) || recorded(step, facts)) return List.of();
        return rules.word(KEY)
                .map(word -> List.of(ServiceParts.missing(KEY.value(), word.authority(),
                        new Bilingual("留置过程的照片或者视频，或者所用其他方式的说明", "a photo or video of the leaving, or a note of the other means"))))
                .orElse(List.of());
    }

    private static boolean recorded(ServiceStep step, ServiceFacts facts) {
        return step.begun().process().recordings().values().stream()
                .anyMatch(recording -> !recording.mediaKind().equals("audio")
                        && (recording.document().filter(facts.documents()::contains).isPresent()
                                || recording.act().filter(act -> act.value().equals(step.service().value())).isPresent()));
    }
}
