package org.liuhen.core.cases;

import java.util.List;

/** An ordered correction (责令改正) and its follow-ups. */
public record Correction(MeasureEvent.CorrectionOrdered ordered, List<MeasureEvent.CorrectionFollowedUp> followUps) {
    public Correction {
        followUps = List.copyOf(followUps);
    }

    Correction with(MeasureEvent.CorrectionFollowedUp followUp) {
        return new Correction(ordered, Copies.add(followUps, followUp));
    }
}
