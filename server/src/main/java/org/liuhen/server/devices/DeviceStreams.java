package org.liuhen.server.devices;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.core.devices.DeviceCommand.RegisterDevice;
import org.liuhen.core.devices.DeviceContext;
import org.liuhen.core.devices.DeviceEvent;
import org.liuhen.core.devices.DeviceLives;
import org.liuhen.core.devices.DeviceState;
import org.liuhen.core.devices.DeviceState.Registered;
import org.liuhen.core.devices.Devices;
import org.liuhen.core.devices.rules.DeviceRules;
import org.liuhen.core.findings.FindingCommand;
import org.liuhen.core.findings.FindingEvent;
import org.liuhen.core.law.Law;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.Command;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.PayloadDestroyed;
import org.liuhen.core.values.Refusal;
import org.liuhen.server.acts.ActRequests;
import org.liuhen.server.acts.AskedAct;
import org.liuhen.server.agencies.AgencyLaw;
import org.liuhen.server.findings.OpenFindings;
import org.liuhen.server.http.Problem;
import org.liuhen.server.journal.Appended;
import org.liuhen.server.journal.Journal;
import org.liuhen.server.journal.PayloadTooLarge;
import org.liuhen.server.journal.Recorded;
import org.liuhen.server.journal.StreamAppend;
import org.liuhen.server.journal.Submission;
import org.liuhen.server.journal.VersionConflict;
import org.springframework.stereotype.Component;

/**
 * The life of devices as the journal has it, and commands on it. The one place where a stream is compared with the agency that asks for
 * it. Hand-ins are taken elsewhere ({@link HandIns}) and need no law.
 */
@Component
class DeviceStreams {

    private static final int TRIES = 20;
    private static final Duration NO_LAW_YET = Duration.ofHours(1);
    private static final Actor CLOCK = Actor.system("device-clock");

    private final Journal journal;
    private final AgencyLaw law;
    private final DeviceRegister register;
    private final DeviceClocks clocks;
    private final ActRequests requests;
    private final InstantSource clock;

    DeviceStreams(Journal journal, AgencyLaw law, DeviceRegister register, DeviceClocks clocks, ActRequests requests, InstantSource clock) {
        this.journal = journal;
        this.law = law;
        this.register = register;
        this.clocks = clocks;
        this.requests = requests;
        this.clock = clock;
    }

    /** A device's history and what follows from it. */
    record Loaded(UUID id, List<Recorded> history, DeviceState state) {
        Loaded {
            history = List.copyOf(history);
        }

        long version() {
            return history.isEmpty() ? 0 : history.getLast().version();
        }

        /** The device, unless it is not there or was destroyed by law. */
        Registered device() {
            return DeviceStreams.device(state);
        }
    }

    private static Registered device(DeviceState state) {
        return switch (state) {
            case Registered device -> device;
            case DeviceState.Absent _ -> throw DeviceProblems.unknown();
            case DeviceState.Tombstone _ -> throw DeviceProblems.destroyed();
        };
    }

    /**
     * The device with that id.
     *
     * @throws Problem if the agency has none: another agency's is told like one that never was
     */
    Loaded load(String agency, UUID id) {
        var loaded = loaded(agency, id, journal.read(id));
        loaded.device();
        return loaded;
    }

    /** The device as it was known at a past moment (可回溯). */
    Loaded loadAsAt(String agency, UUID id, Instant moment) {
        var now = load(agency, id);
        if (moment.isAfter(clock.instant().plus(DeviceContext.AHEAD))) throw DeviceProblems.notYet();
        var loaded = loaded(agency, id, now.history().stream().filter(recorded -> !recorded.recordedAt().isAfter(moment)).toList());
        if (loaded.state() instanceof DeviceState.Absent) throw DeviceProblems.notThen();
        loaded.device();
        return loaded;
    }

    private static Loaded loaded(String agency, UUID id, List<Recorded> history) {
        DeviceState state = new DeviceState.Absent();
        for (var recorded : history) {
            if (!recorded.agency().equals(agency)) throw DeviceProblems.unknown();
            if (recorded.fact() instanceof Event event && !(event instanceof DeviceEvent) && !(event instanceof FindingEvent)
                    && !(event instanceof PayloadDestroyed)) {
                throw DeviceProblems.unknown(); // an id of something else
            }
            state = Devices.evolve(state, recorded.fact(), recorded.recordedAt());
        }
        return new Loaded(id, history, state);
    }

    /** What has happened to the device by a request. */
    record Outcome(long version, int findings) {}

    /**
     * Enters a device in the register, once.
     *
     * @throws Problem if it is there with other facts
     * @throws org.springframework.dao.DuplicateKeyException if somebody else entered the number at the same moment; nothing was written
     */
    Outcome register(AskedAct act, DeviceEvent.DeviceRegistered facts) {
        return handle(act, state -> Decision.widen(Devices.decide(state, new RegisterDevice(facts))));
    }

    /**
     * Carries out a command once, and judges the device by all rules in the same transaction.
     *
     * @param act its key is carried out once; the version that the client saw may be left out
     * @throws Problem if it is refused, with what is missing, the articles and the ways out; nothing was written
     */
    Outcome handle(AskedAct act, Command command) {
        return handle(act, state -> DeviceLives.decide(state, command, context(act.agency(), act.actor())));
    }

    private interface Decider {
        Decision<Event, Refusal> decide(DeviceState state);
    }

    private Outcome handle(AskedAct act, Decider decider) {
        for (var attempt = 1; ; attempt++) {
            var before = journal.outcome(act.agency(), act.key());
            if (before.isPresent()) return repeated(act, before.get());
            var loaded = loaded(act.agency(), act.id(), journal.read(act.id()));
            if (act.seen().isPresent() && act.seen().get() != loaded.version()) throw DeviceProblems.movedOn(loaded.version());
            var events = switch (decider.decide(loaded.state())) {
                case Decision.Refused<Event, Refusal>(var refusal) -> throw DeviceProblems.of(refusal);
                case Decision.Accepted<Event, Refusal>(var decided) -> decided;
            };
            if (events.isEmpty()) return new Outcome(loaded.version(), OpenFindings.count(loaded.device().findings()));
            requests.claim(act);
            try {
                return append(loaded, act, events);
            } catch (VersionConflict conflict) {
                if (attempt == TRIES) throw conflict;
            }
        }
    }

    private DeviceContext context(String agency, Actor actor) {
        return new DeviceContext(law.law(agency), actor, clock.instant(), register.of(agency));
    }

    private static DeviceState follow(DeviceState state, List<Event> events, Instant now) {
        var next = state;
        for (var event : events) next = Devices.evolve(next, event, now);
        return next;
    }

    private Outcome append(Loaded loaded, AskedAct act, List<Event> events) {
        var now = clock.instant();
        var judged = judged(act.agency(), device(follow(loaded.state(), events, now)), now);
        var all = new ArrayList<>(events);
        all.addAll(judged.changes());
        var appended = submit(new Submission(act.agency(), act.key(), act.actor(), now, Duration.ZERO,
                List.of(new StreamAppend(loaded.id(), loaded.version(), all))));
        if (appended.repeated()) return repeated(act, appended);
        var version = appended.version(loaded.id());
        clocks.set(act.agency(), loaded.id(), version, judged.nextChangeAt());
        return new Outcome(version, OpenFindings.count(judged.device().findings()));
    }

    private Appended submit(Submission submission) {
        try {
            return journal.append(submission);
        } catch (PayloadTooLarge e) {
            throw DeviceProblems.tooLarge();
        }
    }

    private Outcome repeated(AskedAct act, Appended before) {
        var version = before.version(act.id());
        if (version == 0) throw ActRequests.used();
        requests.check(act);
        return new Outcome(version, OpenFindings.count(load(act.agency(), act.id()).device().findings()));
    }

    /**
     * Judges the device again because its time has come; does nothing where nothing changed. May be repeated, also by two nodes at
     * once. Devices are in the register before an agency has adopted its profile; until then there is nothing to judge by.
     */
    void judge(String agency, UUID id) {
        for (var attempt = 1; ; attempt++) {
            var loaded = loaded(agency, id, journal.read(id));
            var now = clock.instant();
            if (!(loaded.state() instanceof Registered device)) {
                clocks.set(agency, id, loaded.version(), Optional.empty());
                return;
            }
            if (!register.hasLaw(agency)) {
                clocks.set(agency, id, loaded.version(), Optional.of(now.plus(NO_LAW_YET)));
                return;
            }
            var judged = judged(agency, device, now);
            if (judged.changes().isEmpty()) {
                clocks.set(agency, id, loaded.version(), judged.nextChangeAt());
                return;
            }
            try {
                var appended = submit(new Submission(agency, UUID.randomUUID(), CLOCK, now, Duration.ZERO,
                        List.of(new StreamAppend(id, loaded.version(), judged.changes()))));
                clocks.set(agency, id, appended.version(id), judged.nextChangeAt());
                return;
            } catch (VersionConflict conflict) {
                if (attempt == TRIES) throw conflict;
            }
        }
    }

    private record Judged(Registered device, List<Event> changes, Optional<Instant> nextChangeAt) {}

    private Judged judged(String agency, Registered device, Instant now) {
        var rules = law.law(agency);
        var assessment = DeviceRules.assess(device, rules, now);
        var changes = device.findings().changes(assessment, rules.digest()).map(note -> noted(agency, device, note)).orElse(List.of());
        return new Judged(device(follow(device, changes, now)), changes, assessment.nextChangeAt());
    }

    /** Findings are the program's, whoever's act brought them about. */
    private List<Event> noted(String agency, Registered device, FindingCommand.NoteAssessment note) {
        return switch (DeviceLives.decide(device, note, context(agency, CLOCK))) {
            case Decision.Accepted<Event, Refusal>(var events) -> events;
            case Decision.Refused<Event, Refusal>(var refusal) -> throw new IllegalStateException("findings refused: " + refusal.code());
        };
    }

    /** What the rules are of the agency, as it adopted them. */
    Law law(String agency) {
        return law.law(agency);
    }
}
