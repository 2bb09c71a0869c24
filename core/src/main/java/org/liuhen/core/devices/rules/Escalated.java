package org.liuhen.core.devices.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.liuhen.core.devices.DeviceState.Registered;
import org.liuhen.core.findings.FindingLife;
import org.liuhen.core.law.Cited;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.law.Limit;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.DelayKind;

/**
 * 逾期未移交的催办: what was not handed in goes one step up after a time that the agency sets. It ends with the hand-in, and with a reason: stated at the
 * device, or explained at the finding.
 */
final class Escalated {

    private Escalated() {}

    /** @param to whom it is put before */
    static Assessment check(Registered device, Law law, Instant now, Key key, Bilingual to) {
        var of = new OfDevice(device, law);
        return NothingCame.of(device).filter(one -> !reasoned(one, of)).flatMap(one -> due(one, of).stream()
                .filter(due -> one.outing().back().filter(back -> !back.at().isAfter(due)).isEmpty())
                .flatMap(due -> of.rules(one.out()).limit(key).stream().map(step -> check(one, of, due, step, now, key, to)))).collect(Assessment.all());
    }

    private static Assessment check(NothingCame one, OfDevice of, Instant due, Cited<Limit> step, Instant now, Key key, Bilingual to) {
        if (!(step.value() instanceof Limit.Within within)) return Assessment.quiet();
        var last = within.last(due, of.law().workDays(), of.law().zone());
        if (!now.isAfter(last)) return Assessment.quietUntil(last);
        var late = Duration.between(due, now);
        var who = one.outing().user().name();
        return Assessment.of(of.alert(key, one.out().toString(), step.authority(),
                new Bilingual(who + " 领用的设备应在 " + of.zh(due) + " 前移交入库，已逾期 " + late.toDays() + " 天 " + late.toHoursPart() + " 小时，提请" + to.zh() + "督办。",
                        "The device that " + who + " took was to be handed in by " + of.en(due) + " and is late by " + late.toDays() + " days and "
                                + late.toHoursPart() + " hours; put before " + to.en() + "."),
                new Bilingual("请督促移交入库；确有原因的，由领用人登记例外或者说明原因。",
                        "Have it handed in; where there is a reason, let the officer enter the exception or state it.")));
    }

    private static Optional<Instant> due(NothingCame one, OfDevice of) {
        return HandedInByDay.due(one, of).or(() -> HandedInWithin.due(one, of)).map(Cited::value);
    }

    private static boolean reasoned(NothingCame one, OfDevice of) {
        if (of.life().delay(one.outing(), DelayKind.EXCUSE).isPresent()) return true;
        return Stream.of(HandedInByDay.KEY, HandedInWithin.KEY).anyMatch(key -> of.device().findings().lives().values().stream()
                .filter(life -> life.raised().key().duty().equals(key.value()) && life.raised().key().occurrence().equals(one.out().toString()))
                .anyMatch(Escalated::explained));
    }

    /** Explained, and not rejected. */
    private static boolean explained(FindingLife life) {
        return life.explained().isPresent() && life.judged().filter(judged -> !judged.accepted()).isEmpty();
    }
}
