package org.liuhen.formats.law.cases;

import java.time.Instant;
import java.util.List;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.Refusal;
import org.liuhen.formats.law.cases.WorkedCase.Fact;

/** What a worked case is about, as it stands after some of its facts. */
sealed interface Play permits CasePlay, ActivityPlay, RecordingPlay, DevicePlay, HandOverPlay, UnitPlay, PlacePlay, NeedPlay {

    /** Whether the first fact has begun it. */
    boolean begun();

    /** What follows when this is done at its time. */
    Outcome done(Fact fact);

    /** All findings of that moment. */
    List<Finding> findings(Instant at);

    /** What came of a fact. */
    sealed interface Outcome {}

    /** It was carried out. */
    record Done(Play next) implements Outcome {}

    /**
     * It was refused.
     *
     * @param missing what articles ask for, by which it is refused
     */
    record NotDone(Refusal refusal, List<Missing> missing) implements Outcome {}

    /** Who asks for a command. */
    static Actor actor(String by) {
        return WorkedCases.isProgram(by) ? Actor.system("assess") : Cast.named(by).orElseThrow().actor();
    }
}
