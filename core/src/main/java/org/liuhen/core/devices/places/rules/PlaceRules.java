package org.liuhen.core.devices.places.rules;

import java.time.Instant;
import java.util.List;
import org.liuhen.core.devices.places.PlaceState.Known;
import org.liuhen.core.findings.FindingBook;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Rule;

/** All rules over one place. */
public final class PlaceRules {

    /** In no order of importance. */
    public static final List<Rule<Known>> ALL = List.of(new CaseHandlingPlaceFilmed(), new AcceptancePlaceFilmed(), new SurveillanceKept());

    private PlaceRules() {}

    /** What is to be raised at this moment, each key once, in the order of the keys, and when that can next change by itself. */
    public static Assessment assess(Known place, Law law, Instant now) {
        return FindingBook.assess(ALL, place, law, now);
    }
}
