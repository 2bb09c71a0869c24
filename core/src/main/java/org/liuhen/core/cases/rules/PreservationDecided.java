package org.liuhen.core.cases.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.Measure;
import org.liuhen.core.cases.MeasureEvent;
import org.liuhen.core.cases.MeasureKind;
import org.liuhen.core.cases.documents.TemplateId;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 先行登记保存的处理期限: within seven working days of its beginning it is decided what becomes of everything that was registered (Penalty
 * Law, article 56). The law of the day of the beginning counts; decided late stays late.
 */
@Duty("national.penalty.registrationDecideWithin")
public final class PreservationDecided implements Rule<Begun> {

    private static final TemplateId DECISION = new TemplateId("preservation-disposal-notice");
    private static final Key KEY = new Key("national.penalty.registrationDecideWithin");

    @Override
    public Assessment check(Begun begun, Law law, Instant now) {
        return begun.measures().values().stream()
                .filter(measure -> measure.taken().kind() == MeasureKind.PRESERVATION)
                .map(measure -> check(measure, begun, law, now))
                .collect(Assessment.all());
    }

    /**
     * The day on which it was decided what becomes of everything: of the decision under which it was handed out, else of handing
     * it out. Before that, of a decision that no other preservation has used.
     */
    private static Optional<LocalDate> decidedOn(Measure measure, Begun begun, Law law) {
        if (!measure.ended()) {
            var used = begun.measures().values().stream().flatMap(other -> other.liftings().stream())
                    .map(MeasureEvent.MeasureLifted::decision).collect(Collectors.toSet());
            var began = Moments.day(measure.taken().beganAt(), law);
            return Moments.finals(begun, DECISION).filter(document -> !used.contains(document.id()))
                    .flatMap(document -> Moments.issuedOn(document, law).stream())
                    .filter(on -> !on.isBefore(began))
                    .min(LocalDate::compareTo);
        }
        var last = measure.endedAt().orElseThrow();
        return measure.liftings().stream().filter(lifting -> !lifting.at().isAfter(last))
                .map(lifting -> decidedOn(lifting, begun, law))
                .max(LocalDate::compareTo);
    }

    private static LocalDate decidedOn(MeasureEvent.MeasureLifted lifting, Begun begun, Law law) {
        var lifted = Moments.day(lifting.at(), law);
        return begun.document(lifting.decision())
                .filter(document -> document.isFinal() && document.form().template().equals(DECISION))
                .flatMap(document -> Moments.issuedOn(document, law))
                .filter(on -> on.isBefore(lifted))
                .orElse(lifted);
    }

    private static Assessment check(Measure measure, Begun begun, Law law, Instant now) {
        var done = decidedOn(measure, begun, law);
        return Deadline.from(law, KEY, Moments.day(measure.taken().beganAt(), law))
                .map(deadline -> deadline.judge(done, Moments.endedOn(begun), law, now, () -> deadline.finding(measure.taken()
                        .measure().toString(),
                        law,
                        done.map(on -> new Bilingual("先行登记保存的证据 " + on + " 才作出处理决定。",
                                "What becomes of preserved evidence was decided on "
                                + on + " only."))
                                .orElse(new Bilingual("先行登记保存的证据逾期没有处理决定。",
                                        "Preserved evidence is past its limit without a decision.")),
                        new Bilingual("请作出并登记处理决定，或者说明情况。", "Decide and take down what becomes of it, or explain."))))
                .orElse(Assessment.quiet());
    }
}
