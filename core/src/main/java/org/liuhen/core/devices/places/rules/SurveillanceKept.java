package org.liuhen.core.devices.places.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.liuhen.core.devices.places.PlaceKind;
import org.liuhen.core.devices.places.PlaceState.Known;
import org.liuhen.core.devices.places.SurveillanceGap;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.DueDay;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 实时记录受理: the record of each working day is there (WD-3.1). What a check says is not there is found; so are working days of which nobody
 * has said anything by the end of the next working day, as one finding from the first of them. The law of each day counts. Days before the
 * place came into the register are nobody's to check.
 */
@Duty("avRecord.acceptancePlaceVideo.required")
public final class SurveillanceKept implements Rule<Known> {

    @Override
    public Assessment check(Known place, Law law, Instant now) {
        var of = new OfPlace(place, law);
        if (place.registered().kind() != PlaceKind.ACCEPTANCE_PLACE) return Assessment.quiet();
        return Stream.of(gaps(of), unchecked(of, now)).collect(Assessment.all());
    }

    /** Each gap of the newest check of its day. */
    private static Assessment gaps(OfPlace of) {
        return of.place().checks().stream()
                .flatMap(check -> check.gaps().stream().filter(gap -> of.place().check(of.day(gap.from())).equals(Optional.of(check))))
                .flatMap(gap -> AcceptancePlaceFilmed.demanded(of.place(), of.law().on(of.day(gap.from()))).stream()
                        .map(authority -> gap(of, gap, authority)))
                .collect(Assessment.all());
    }

    private static Assessment gap(OfPlace of, SurveillanceGap gap, Authority authority) {
        var from = of.clock(gap.from());
        var to = of.clock(gap.to());
        return Assessment.of(of.alert(AcceptancePlaceFilmed.KEY, gap.from().toString(), authority,
                new Bilingual("受理场所 " + from + " 至 " + to + " 没有监控记录：" + gap.reason() + "。",
                        "Nothing was recorded where applications are accepted from " + from + " to " + to + ": " + gap.reason() + "."),
                new Bilingual("请说明情况；后来找到记录的，重新登记检查。", "Explain it; if the record is found after all, enter a new check.")));
    }

    private record Missing(LocalDate day, Authority authority) {}

    private static Assessment unchecked(OfPlace of, Instant now) {
        var overdue = new ArrayList<Missing>();
        for (var day = first(of); !day.isAfter(of.day(now)); day = day.plusDays(1)) {
            var authority = asked(of, day);
            if (authority.isEmpty()) continue;
            var due = due(of, day);
            if (!now.isAfter(due)) return told(of, overdue, Assessment.quietUntil(due));
            overdue.add(new Missing(day, authority.get()));
        }
        var last = of.place().closed().isPresent();
        return told(of, overdue, last ? Assessment.quiet() : Assessment.quietUntil(due(of, of.day(now))));
    }

    /** By what authority somebody should have looked at that day and has not. */
    private static Optional<Authority> asked(OfPlace of, LocalDate day) {
        var place = of.place();
        var looked = !place.inUse(day) || !of.law().workDays().isWorkingDay(day) || !place.filmed(day, of.law().zone()) || place.check(day).isPresent();
        return looked ? Optional.empty() : AcceptancePlaceFilmed.demanded(place, of.law().on(day));
    }

    private static LocalDate first(OfPlace of) {
        var entered = of.day(of.place().registeredAt());
        var used = of.place().registered().inUseFrom();
        return entered.isAfter(used) ? entered : used;
    }

    private static Instant due(OfPlace of, LocalDate day) {
        return new DueDay(of.law().workDays().after(day, 1), false).last(of.law().zone());
    }

    private static Assessment told(OfPlace of, List<Missing> days, Assessment later) {
        if (days.isEmpty()) return later;
        var first = days.getFirst();
        var to = days.getLast().day();
        var finding = of.alert(AcceptancePlaceFilmed.KEY, first.day().toString(), first.authority(),
                new Bilingual("受理场所 " + first.day() + " 至 " + to + " 有 " + days.size() + " 个工作日没有登记监控记录是否完整。",
                        "Of " + days.size() + " working days from " + first.day() + " to " + to + " nobody has said whether the record is there."),
                new Bilingual("请检查监控记录并登记。", "Look at the surveillance record and enter what you found."));
        return Stream.of(Assessment.of(finding), later).collect(Assessment.all());
    }
}
