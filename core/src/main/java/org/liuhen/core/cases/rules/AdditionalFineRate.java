package org.liuhen.core.cases.rules;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.liuhen.core.cases.CaseDocument;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.documents.FieldValue;
import org.liuhen.core.cases.documents.TemplateId;
import org.liuhen.core.law.Cited;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 加处罚款: not above three per cent a day of what is unpaid, and not above the unpaid sum (Penalty Law, article 72). The law of
 * the day of the decision counts.
 */
@Duty("national.penalty.additionalFineRatePerDay")
public final class AdditionalFineRate implements Rule<Begun> {

    private static final Key KEY = new Key("national.penalty.additionalFineRatePerDay");
    private static final TemplateId ADDITIONAL_FINE = new TemplateId("additional-fine-decision");
    private static final long HUNDRED = 100;
    private static final Pattern YUAN = Pattern.compile("([0-9]{1,15})(?:\\.([0-9]{1,2}))?");

    @Override
    public Assessment check(Begun begun, Law law, Instant now) {
        return Moments.finals(begun, ADDITIONAL_FINE)
                .flatMap(decision -> Moments.issuedOn(decision, law).flatMap(on -> law.on(on).count(KEY)).stream()
                        .flatMap(rate -> exceeded(decision, rate.value()).stream()
                                .map(most -> Assessment.of(finding(decision, most, rate)))))
                .collect(Assessment.all());
    }

    /** The most that may be added, in fen, where more is added. */
    private static Optional<Long> exceeded(CaseDocument decision, int percent) {
        var unpaid = fen(decision, "unpaid");
        var amount = fen(decision, "amount");
        if (unpaid.isEmpty() || amount.isEmpty()) return Optional.empty();
        var from = Moments.day(decision, "from");
        var until = Moments.day(decision, "until");
        var most = unpaid.get();
        if (from.isPresent() && until.isPresent()) {
            var all = Math.clamp(percent * (ChronoUnit.DAYS.between(from.get(), until.get()) + 1), 0, HUNDRED);
            most = most / HUNDRED * all + most % HUNDRED * all / HUNDRED; // in this order nothing overflows
        }
        return amount.get() > most ? Optional.of(most) : Optional.empty();
    }

    private static Optional<Long> fen(CaseDocument document, String field) {
        if (!(document.values().get(field) instanceof FieldValue.Money(var text))) return Optional.empty();
        var yuan = YUAN.matcher(text);
        if (!yuan.matches()) return Optional.empty();
        var cents = yuan.group(2) == null ? "00" : (yuan.group(2) + "0").substring(0, 2);
        return Optional.of(Long.parseLong(yuan.group(1)) * HUNDRED + Long.parseLong(cents));
    }

    private static Finding finding(CaseDocument decision, long most, Cited<Integer> rate) {
        var limit = most / HUNDRED + "." + (most % HUNDRED < 10 ? "0" : "") + most % HUNDRED;
        return Alerts.of(KEY, decision.id().toString(), "", rate.authority(),
                new Bilingual("加处罚款超过上限 " + limit + " 元（每日百分之" + rate.value() + "，且不超过罚款数额）。",
                        "The additional fine is above " + limit + " yuan (" + rate.value()
                                + " % a day, and never above the fine)."),
                new Bilingual("请核对起止日期和数额，更正决定书。", "Check the days and the sum, and correct the decision."));
    }
}
