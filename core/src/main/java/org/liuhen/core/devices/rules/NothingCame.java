package org.liuhen.core.devices.rules;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.liuhen.core.devices.DeviceLife.Outing;
import org.liuhen.core.devices.DeviceState.Registered;
import org.liuhen.core.law.Cited;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Limit;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.Delay;
import org.liuhen.core.values.DelayKind;

/** A time out after which the device handed nothing in. A hand-in of a card without files is one; how late it was is judged over each recording. */
record NothingCame(Outing outing) {

    /** Of a device that is carried and keeps what it records; a phone sends by itself. Of a lost one nobody can hand in. */
    static Stream<NothingCame> of(Registered device) {
        var keeps = switch (device.facts().kind()) {
            case BODY_CAMERA, CAMERA, CAMCORDER, VOICE_RECORDER, OTHER -> true;
            case PHONE, SURVEILLANCE, COLLECTION_STORAGE -> false;
        };
        if (!keeps || device.life().health().lost().isPresent()) return Stream.empty();
        return device.life().keeping().outings().stream()
                .filter(outing -> device.handIns().values().stream().noneMatch(one -> !one.openedAt().isBefore(outing.out().at())))
                .map(NothingCame::new);
    }

    Instant out() {
        return outing.out().at();
    }

    /**
     * What is to be raised. One that was back in time may not have been used, and nothing is said of it.
     *
     * @param due the last moment in time
     */
    Assessment check(OfDevice of, Key duty, Cited<Instant> due, Instant now) {
        if (!now.isAfter(due.value())) return Assessment.quietUntil(due.value());
        if (outing.back().filter(back -> !back.at().isAfter(due.value())).isPresent()) return Assessment.quiet();
        return Assessment.of(of.alert(duty, out().toString(), due.authority(), what(of),
                new Bilingual("请接入采集站或者移交资料；没有录制的，也请接入核对或者说明情况。",
                        "Dock it or hand in its recordings; where nothing was recorded, dock it all the same, or explain it.")));
    }

    /** Until when, by an exception that was entered for this time out on a ground of that list; the return may still be expected only. */
    Optional<Cited<Instant>> excepted(OfDevice of, Key grounds, Key within) {
        var rules = of.rules(out());
        return of.life().delay(outing, DelayKind.EXCEPTION)
                .filter(delay -> rules.words(grounds).filter(cited -> cited.value().contains(delay.ground())).isPresent())
                .flatMap(Delay::runsFrom)
                .flatMap(from -> rules.limit(within).flatMap(cited -> cited.value() instanceof Limit.Within limit
                        ? Optional.of(new Cited<>(limit.last(from, of.law().workDays(), of.law().zone()), cited.authority())) : Optional.empty()));
    }

    private Bilingual what(OfDevice of) {
        var said = of.life().delay(outing, DelayKind.EXCUSE).or(() -> of.life().delay(outing, DelayKind.EXCEPTION)).map(Delay::statement);
        var what = bare(of);
        return said.map(words -> new Bilingual(what.zh() + "登记的情况：" + words, what.en() + " What was entered: " + words)).orElse(what);
    }

    private Bilingual bare(OfDevice of) {
        var zh = outing.out().officer().name() + " " + of.zh(out()) + " 领用，" + outing.back()
                .map(back -> of.zh(back.at()) + " 归还，").orElse("没有归还，") + "至今没有资料入库。";
        var en = "Taken out by " + outing.out().officer().name() + " at " + of.en(out()) + ", " + outing.back()
                .map(back -> "back at " + of.en(back.at())).orElse("not back") + ", and nothing was handed in since.";
        return new Bilingual(zh, en);
    }
}
