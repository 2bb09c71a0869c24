package org.liuhen.core.devices;

import static org.liuhen.core.values.Decision.accept;
import static org.liuhen.core.values.Decision.nothing;
import static org.liuhen.core.values.Decision.refuse;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuhen.core.devices.DeviceCommand.BalanceHandIn;
import org.liuhen.core.devices.DeviceCommand.CompareFileNumbers;
import org.liuhen.core.devices.DeviceCommand.CompareUses;
import org.liuhen.core.devices.DeviceCommand.OpenHandIn;
import org.liuhen.core.devices.DeviceCommand.RegisterDevice;
import org.liuhen.core.devices.DeviceCommand.SeeMemory;
import org.liuhen.core.devices.DeviceCommand.TakeUnregistered;
import org.liuhen.core.devices.DeviceEvent.DeviceRegistered;
import org.liuhen.core.devices.DeviceEvent.FailedFile;
import org.liuhen.core.devices.DeviceEvent.FileNumbersCompared;
import org.liuhen.core.devices.DeviceEvent.FoundAtIntake;
import org.liuhen.core.devices.DeviceEvent.HandInBalanced;
import org.liuhen.core.devices.DeviceEvent.HandInOpened;
import org.liuhen.core.devices.DeviceLifeEvent.MemorySeen;
import org.liuhen.core.devices.DeviceState.Absent;
import org.liuhen.core.devices.DeviceState.HandIn;
import org.liuhen.core.devices.DeviceState.Registered;
import org.liuhen.core.devices.DeviceState.Tombstone;
import org.liuhen.core.findings.FindingEvent;
import org.liuhen.core.values.CorruptStream;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.Destroyed;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.Fact;
import org.liuhen.core.values.PayloadDestroyed;
import org.liuhen.core.values.TextLimit;

/**
 * Decides about one device (设备): its registration and its hand-ins. What it goes through otherwise is decided by {@link DeviceLives},
 * and no intake ever depends on it.
 */
public final class Devices {

    /** Of a path among the failures; longer ones are cut. */
    public static final TextLimit FAILED_PATH = new TextLimit("path", 100);

    /** Of a reason among the failures; longer ones are cut. */
    public static final TextLimit FAILED_REASON = new TextLimit("reason", 40);

    /** A memory that shows the same again is written down again after so long: a station looks each time that it tries. */
    private static final Duration SEEN_AGAIN_AFTER = Duration.ofHours(12);

    private Devices() {}

    /** What follows from the command, without doing it. */
    public static Decision<DeviceEvent, DeviceRefusal> decide(DeviceState state, DeviceCommand command) {
        return switch (state) {
            case Absent _ when command instanceof RegisterDevice c -> accept(c.facts());
            case Absent _ when command instanceof TakeUnregistered c -> new Decision.Accepted<>(List.of(c.facts(), c.found()));
            case Absent _ -> refuse(new DeviceRefusal.NoSuchDevice());
            case Tombstone _ -> refuse(new DeviceRefusal.DeviceDestroyed());
            case Registered device -> switch (command) {
                case RegisterDevice c -> c.facts().equals(device.facts())
                        ? nothing()
                        : refuse(new DeviceRefusal.AlreadyRegistered(device.facts().number()));
                case TakeUnregistered _ -> nothing(); // somebody was faster
                case OpenHandIn c -> open(device, c);
                case BalanceHandIn c -> balance(device, c);
                case CompareFileNumbers c -> compare(device, c);
                case CompareUses c -> compare(device, c);
                case SeeMemory c -> see(device, c);
            };
        };
    }

    private static Decision<DeviceEvent, DeviceRefusal> open(Registered device, OpenHandIn c) {
        if (c.files() < 0) return refuse(new DeviceRefusal.NegativeCount("files", c.files()));
        if (c.bytes() < 0) return refuse(new DeviceRefusal.NegativeCount("bytes", c.bytes()));
        var opened = new HandInOpened(c.handIn(), c.source(), c.files(), c.bytes(), c.listing(), c.clock());
        var earlier = device.handIns().get(c.handIn());
        if (earlier == null) return accept(opened);
        return earlier.opened().equals(opened) ? nothing() : refuse(new DeviceRefusal.HandInAlreadyOpened(c.handIn()));
    }

    /** What does not balance is taken down as it is: it is a finding, and no reason to refuse. A station may count again. */
    private static Decision<DeviceEvent, DeviceRefusal> balance(Registered device, BalanceHandIn c) {
        var handIn = device.handIns().get(c.handIn());
        if (handIn == null) return refuse(new DeviceRefusal.NoSuchHandIn(c.handIn()));
        for (var count : List.of(Map.entry("camera", c.camera()), Map.entry("stored", c.stored()),
                Map.entry("failed", c.failed()))) {
            if (count.getValue() < 0) return refuse(new DeviceRefusal.NegativeCount(count.getKey(), count.getValue()));
        }
        var named = new ArrayList<FailedFile>();
        for (var failure : c.failures().subList(0, Math.min(c.failures().size(), HandInBalanced.FAILURES_MAX))) {
            named.add(new FailedFile(FAILED_PATH.cut(failure.path()), FAILED_REASON.cut(failure.reason())));
        }
        var balanced = new HandInBalanced(c.handIn(), c.camera(), c.stored(), c.failed(), named);
        return handIn.balanced().equals(Optional.of(balanced)) ? nothing() : accept(balanced);
    }

    /** Nothing is written where nothing has changed. */
    private static Decision<DeviceEvent, DeviceRefusal> compare(Registered device, CompareFileNumbers c) {
        var named = c.missing().subList(0, Math.min(c.missing().size(), FileNumbersCompared.MISSING_MAX));
        if (named.equals(device.missing().stream().map(DeviceState.Missing::numbers).toList())) return nothing();
        return accept(new FileNumbersCompared(named, c.missing().size() - named.size()));
    }

    /** Nothing is written where nothing has changed. */
    private static Decision<DeviceEvent, DeviceRefusal> compare(Registered device, CompareUses c) {
        var compared = Uses.compare(device, c.made());
        return compared.equals(device.life().remarks().uses()) ? nothing() : accept(compared);
    }

    /** Nothing is written of a memory that holds nothing and never did. */
    private static Decision<DeviceEvent, DeviceRefusal> see(Registered device, SeeMemory c) {
        if (c.files() < 0) return refuse(new DeviceRefusal.NegativeCount("files", c.files()));
        var seen = new MemorySeen(c.at(), c.files(), c.oldest());
        var before = device.life().remarks().memory();
        if (before.isEmpty() && c.files() == 0) return nothing();
        var same = before.filter(last -> last.files() == seen.files() && last.oldest().equals(seen.oldest()));
        return same.filter(last -> last.files() == 0 || seen.at().isBefore(last.at().plus(SEEN_AGAIN_AFTER))).isPresent()
                ? nothing() : accept(seen);
    }

    /**
     * The state after one more fact.
     *
     * @param recordedAt when the server knew it
     * @throws CorruptStream if the fact cannot follow
     */
    public static DeviceState evolve(DeviceState state, Fact fact, Instant recordedAt) {
        return switch (fact) {
            case Destroyed(var type) -> destroyed(state, type, fact);
            case DeviceEvent event -> switch (state) {
                case Absent _ when event instanceof DeviceRegistered e -> Registered.begun(e);
                case Absent _ -> throw new CorruptStream(state, fact);
                case Tombstone _ when event instanceof DeviceRegistered -> throw new CorruptStream(state, fact);
                case Tombstone tombstone -> tombstone;
                case Registered device -> follow(device, event, recordedAt);
            };
            case FindingEvent event when !(state instanceof Absent) ->
                    state instanceof Registered device ? device.with(device.findings().with(event, recordedAt)) : state;
            case PayloadDestroyed _ when !(state instanceof Absent) -> state;
            case Event _ -> throw new CorruptStream(state, fact); // of another feature, or before the registration
        };
    }

    private static DeviceState follow(Registered device, DeviceEvent event, Instant recordedAt) {
        return switch (event) {
            case HandInOpened e when !device.handIns().containsKey(e.handIn()) -> device.with(new HandIn(e, recordedAt, Optional.empty()));
            case HandInBalanced e -> {
                var handIn = device.handIns().get(e.handIn());
                // without its opening only when that payload was destroyed; then the hand-in is not known any more
                yield handIn == null ? device : device.with(new HandIn(handIn.opened(), handIn.openedAt(), Optional.of(e)));
            }
            case FoundAtIntake e -> device.with(e);
            case FileNumbersCompared e -> device.with(e, recordedAt);
            case DeviceLifeEvent e -> device.with(device.life().with(e));
            case DeviceRegistered _, HandInOpened _ -> throw new CorruptStream(device, event);
        };
    }

    private static DeviceState destroyed(DeviceState state, String type, Fact fact) {
        var first = type.equals(DeviceRegistered.class.getSimpleName());
        if (first != state instanceof Absent) throw new CorruptStream(state, fact);
        return first ? new Tombstone() : state;
    }
}
