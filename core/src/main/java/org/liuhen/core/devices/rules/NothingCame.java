package org.liuhen.core.devices.rules;

import java.time.Instant;
import java.util.stream.Stream;
import org.liuhen.core.devices.DeviceLife.Outing;
import org.liuhen.core.devices.DeviceState.Registered;
import org.liuhen.core.law.Cited;
import org.liuhen.core.law.Key;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.values.Bilingual;

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

    private Bilingual what(OfDevice of) {
        var zh = outing.out().officer().name() + " " + of.clock(out()) + " 领用，" + outing.back()
                .map(back -> of.clock(back.at()) + " 归还，").orElse("没有归还，") + "至今没有资料入库。";
        var en = "Taken out by " + outing.out().officer().name() + " at " + of.clock(out()) + ", " + outing.back()
                .map(back -> "back at " + of.clock(back.at())).orElse("not back") + ", and nothing was handed in since.";
        return new Bilingual(zh, en);
    }
}
