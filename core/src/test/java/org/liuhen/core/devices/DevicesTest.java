package org.liuhen.core.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.liuhen.core.devices.DeviceCommand.BalanceHandIn;
import org.liuhen.core.devices.DeviceCommand.OpenHandIn;
import org.liuhen.core.devices.DeviceCommand.RegisterDevice;
import org.liuhen.core.devices.DeviceCommand.SeeMemory;
import org.liuhen.core.devices.DeviceEvent.DeviceRegistered;
import org.liuhen.core.devices.DeviceEvent.FailedFile;
import org.liuhen.core.devices.DeviceEvent.HandInBalanced;
import org.liuhen.core.devices.DeviceEvent.HandInOpened;
import org.liuhen.core.devices.DeviceLifeEvent.MemorySeen;
import org.liuhen.core.devices.DeviceLifeEvent.StoredFile;
import org.liuhen.core.values.CorruptStream;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.Destroyed;
import org.liuhen.core.values.DeviceId;
import org.liuhen.core.values.DeviceNumber;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.Fact;
import org.liuhen.core.values.HandInId;
import org.liuhen.core.values.RecordingId;
import org.liuhen.core.values.UnitCode;

class DevicesTest {

    private static final DeviceNumber NUMBER = new DeviceNumber("SQ-0001");
    private static final HandInId HAND_IN = new HandInId(new UUID(0, 2));
    private static final Digest LISTING = Digest.sha256(new byte[32]);
    private static final DeviceRegistered REGISTERED = registered(DeviceKind.BODY_CAMERA);
    private static final HandInOpened OPENED = new HandInOpened(HAND_IN, HandInSource.CAMERA, 3, 99, LISTING, Optional.empty());
    private static final OpenHandIn OPEN = new OpenHandIn(HAND_IN, HandInSource.CAMERA, 3, 99, LISTING, Optional.empty());

    private static DeviceRegistered registered(DeviceKind kind) {
        return new DeviceRegistered(
                new DeviceId(new UUID(0, 1)), NUMBER, kind, new UnitCode("zf1"), Optional.empty(), Optional.empty(),
                        Optional.empty());
    }

    private static DeviceState state(Fact... history) {
        DeviceState state = new DeviceState.Absent();
        for (var fact : history) state = Devices.evolve(state, fact, Instant.EPOCH);
        return state;
    }

    private static void accepted(DeviceState state, DeviceCommand command, DeviceEvent... events) {
        assertEquals(new Decision.Accepted<DeviceEvent, DeviceRefusal>(List.of(events)), Devices.decide(state, command));
    }

    private static void refused(DeviceState state, DeviceCommand command, DeviceRefusal refusal) {
        assertEquals(new Decision.Refused<DeviceEvent, DeviceRefusal>(refusal), Devices.decide(state, command));
    }

    @Test
    void a_device_is_registered_once() {
        accepted(state(), new RegisterDevice(REGISTERED), REGISTERED);
        accepted(state(REGISTERED), new RegisterDevice(REGISTERED));
        refused(state(REGISTERED), new RegisterDevice(registered(DeviceKind.PHONE)), new DeviceRefusal.AlreadyRegistered(NUMBER));
    }

    @Test
    void what_is_found_at_the_intake_is_registered_with_a_mark_until_it_is_described_or_retired() {
        var found = new DeviceEvent.FoundAtIntake("张三", Instant.EPOCH);
        var take = new DeviceCommand.TakeUnregistered(REGISTERED, found);
        accepted(state(), take, REGISTERED, found);
        accepted(state(REGISTERED), take);
        assertEquals(Optional.of(found), unregistered(REGISTERED, found, OPENED));
        assertEquals(Optional.empty(), unregistered(REGISTERED, OPENED));
        assertEquals(Optional.empty(), unregistered(REGISTERED, found,
                new DeviceLifeEvent.DeviceDescribed(new DeviceDescription(List.of(DeviceFunction.VIDEO), true, List.of(), Optional.empty()))));
    }

    private static Optional<DeviceEvent.FoundAtIntake> unregistered(Fact... history) {
        return assertInstanceOf(DeviceState.Registered.class, state(history)).unregistered();
    }

    @Test
    void a_hand_in_is_opened_once() {
        refused(state(), OPEN, new DeviceRefusal.NoSuchDevice());
        accepted(state(REGISTERED), OPEN, OPENED);
        accepted(state(REGISTERED, OPENED), OPEN);
        refused(
                state(REGISTERED, OPENED),
                new OpenHandIn(HAND_IN, HandInSource.CAMERA, 4, 99, LISTING, Optional.empty()),
                new DeviceRefusal.HandInAlreadyOpened(HAND_IN));
        refused(
                state(REGISTERED),
                new OpenHandIn(HAND_IN, HandInSource.CAMERA, -1, 0, LISTING, Optional.empty()),
                new DeviceRefusal.NegativeCount("files", -1));
    }

    @Test
    void a_balance_is_taken_down_as_it_is_and_may_be_made_again() {
        var failure = new FailedFile("a", "unreadable");
        var balance = new BalanceHandIn(HAND_IN, 3, 1, 1, List.of(failure)); // 3 ≠ 1 + 1: a finding, no refusal
        var balanced = new HandInBalanced(HAND_IN, 3, 1, 1, List.of(failure));
        refused(state(REGISTERED), balance, new DeviceRefusal.NoSuchHandIn(HAND_IN));
        accepted(state(REGISTERED, OPENED), balance, balanced);
        accepted(state(REGISTERED, OPENED, balanced), balance);
        accepted(
                state(REGISTERED, OPENED, balanced),
                new BalanceHandIn(HAND_IN, 3, 3, 0, List.of()),
                new HandInBalanced(HAND_IN, 3, 3, 0, List.of()));
    }

    @Test
    void the_first_hundred_failures_are_named_in_short() {
        var failures = Collections.nCopies(101, new FailedFile("路".repeat(101), "r".repeat(41)));
        var decision = Devices.decide(state(REGISTERED, OPENED), new BalanceHandIn(HAND_IN, 101, 0, 101, failures));
        var accepted = assertInstanceOf(Decision.Accepted.class, decision);
        var event = assertInstanceOf(HandInBalanced.class, accepted.events().getFirst());
        assertEquals(Collections.nCopies(100, new FailedFile("路".repeat(100), "r".repeat(40))), event.failures());
        assertEquals(101, event.failed());
    }

    @Test
    void a_memory_is_written_down_when_it_shows_something_else_or_the_same_half_a_day_later() {
        var at = Instant.parse("2026-03-10T09:00:00Z");
        var oldest = Optional.of(new StoredFile(new RecordingId(new UUID(4, 1)), "A0001.MP4", at.minus(Duration.ofDays(3))));
        var registered = state(REGISTERED);
        assertEquals(Decision.nothing(), Devices.decide(registered, new SeeMemory(at, 0, Optional.empty())), "it never held anything");
        var seen = new MemorySeen(at, 2, oldest);
        assertEquals(Decision.accept(seen), Devices.decide(registered, new SeeMemory(at, 2, oldest)));
        var holding = state(REGISTERED, seen);
        assertEquals(Decision.nothing(), Devices.decide(holding, new SeeMemory(at.plus(Duration.ofHours(11)), 2, oldest)));
        var later = at.plus(Duration.ofHours(12));
        assertEquals(Decision.accept(new MemorySeen(later, 2, oldest)), Devices.decide(holding, new SeeMemory(later, 2, oldest)));
        assertEquals(Decision.accept(new MemorySeen(at, 1, oldest)), Devices.decide(holding, new SeeMemory(at, 1, oldest)));
        var empty = new MemorySeen(at, 0, Optional.empty());
        assertEquals(Decision.accept(empty), Devices.decide(holding, new SeeMemory(at, 0, Optional.empty())));
        assertEquals(Decision.nothing(), Devices.decide(state(REGISTERED, seen, empty), new SeeMemory(later, 0, Optional.empty())));
        refused(holding, new SeeMemory(at, -1, Optional.empty()), new DeviceRefusal.NegativeCount("files", -1));
    }

    @Test
    void what_cannot_follow_stops_the_loading() {
        assertThrows(CorruptStream.class, () -> state(OPENED));
        assertThrows(CorruptStream.class, () -> state(REGISTERED, REGISTERED));
        assertThrows(CorruptStream.class, () -> state(REGISTERED, OPENED, OPENED));
        assertThrows(CorruptStream.class, () -> state(new Destroyed("HandInOpened")));
    }

    @Test
    void a_destroyed_registration_leaves_a_tombstone() {
        var state = state(new Destroyed("DeviceRegistered"), OPENED);
        assertEquals(new DeviceState.Tombstone(), state);
        refused(state, OPEN, new DeviceRefusal.DeviceDestroyed());
    }
}
