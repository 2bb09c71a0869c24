package org.liuhen.core.devices;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.devices.DeviceLife.Outing;
import org.liuhen.core.devices.DeviceLifeEvent.FirstUse;
import org.liuhen.core.devices.DeviceLifeEvent.OutsideRecording;
import org.liuhen.core.devices.DeviceLifeEvent.UsesCompared;
import org.liuhen.core.devices.DeviceState.Registered;

/** What a device recorded, beside who had it out. A clock's uncertainty counts for the user: what can lie within a check-out does. */
public final class Uses {

    private Uses() {}

    /**
     * What is to be known of it. Nothing is said of what was recorded before its first check-out, when nobody kept them, nor of a device that is
     * not carried along.
     *
     * @param made without those that two people have labelled as accidental, in any order
     */
    public static UsesCompared compare(Registered device, List<MadeRecording> made) {
        var outings = device.life().keeping().outings();
        var since = outings.stream().map(outing -> outing.out().at()).min(Comparator.naturalOrder());
        if (since.isEmpty() || !carried(device)) return new UsesCompared(List.of(), 0, List.of());
        var sorted = made.stream().sorted(Comparator.comparing(MadeRecording::from).thenComparing(one -> one.recording().toString())).toList();
        var outside = sorted.stream()
                .filter(one -> one.from().minus(one.uncertainty()).isAfter(since.get()))
                .filter(one -> outings.stream().noneMatch(outing -> within(outing, one)))
                .map(one -> new OutsideRecording(one.recording(), one.name(), one.from(), one.to())).toList();
        var named = outside.subList(0, Math.min(outside.size(), UsesCompared.OUTSIDE_MAX));
        var first = outings.stream().flatMap(outing -> first(outing, sorted).stream()).toList();
        return new UsesCompared(named, outside.size() - named.size(), first.subList(Math.max(0, first.size() - UsesCompared.FIRST_MAX), first.size()));
    }

    private static boolean carried(Registered device) {
        var portable = device.life().papers().description().map(DeviceDescription::portable).orElse(device.facts().kind().portable());
        return portable && switch (device.facts().kind()) {
            case BODY_CAMERA, CAMERA, CAMCORDER, VOICE_RECORDER, OTHER -> true;
            case PHONE, SURVEILLANCE, COLLECTION_STORAGE -> false; // a phone is its officer's, the others stay where they are
        };
    }

    private static boolean within(Outing outing, MadeRecording one) {
        return !one.to().plus(one.uncertainty()).isBefore(outing.out().at())
                && outing.back().filter(back -> one.from().minus(one.uncertainty()).isAfter(back.at())).isEmpty();
    }

    /** The first recording of a time out, where something of the check came later than that; nothing else needs it. */
    private static Optional<FirstUse> first(Outing outing, List<MadeRecording> sorted) {
        return sorted.stream().filter(one -> within(outing, one) && !one.from().isBefore(outing.out().at())).findFirst()
                .map(one -> one.from().plus(one.uncertainty()))
                .filter(at -> outing.checks().stream().anyMatch(check -> check.at().isAfter(at)))
                .map(at -> new FirstUse(outing.out().at(), at));
    }
}
