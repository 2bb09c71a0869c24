package org.liuhen.server.devices;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.core.devices.DeviceCommand.TakeUnregistered;
import org.liuhen.core.devices.DeviceCommand;
import org.liuhen.core.devices.DeviceEvent;
import org.liuhen.core.devices.DeviceKind;
import org.liuhen.core.devices.DeviceRefusal;
import org.liuhen.core.devices.DeviceState;
import org.liuhen.core.devices.Devices;
import org.liuhen.core.devices.HandInSource;
import org.liuhen.core.recordings.RecordingCommand.ClearCameraFile;
import org.liuhen.core.recordings.RecordingContext;
import org.liuhen.core.recordings.RecordingEvent;
import org.liuhen.core.recordings.RecordingRefusal;
import org.liuhen.core.recordings.RecordingState;
import org.liuhen.core.recordings.Recordings;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.DeviceClock;
import org.liuhen.core.values.DeviceId;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.HandInId;
import org.liuhen.core.values.RecordingId;
import org.liuhen.core.values.Refusal;
import org.liuhen.core.values.UnitCode;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.devices.Listing;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.findings.Clocked;
import org.liuhen.server.http.Problem;
import org.liuhen.server.identity.Caller;
import org.liuhen.server.journal.Journal;
import org.liuhen.server.journal.StreamAppend;
import org.liuhen.server.journal.Submission;
import org.liuhen.server.journal.VersionConflict;
import org.liuhen.server.ledger.Ledger;
import org.liuhen.server.store.Vaults;
import org.liuhen.vault.Intake;
import org.liuhen.vault.TooLarge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Opens, balances and clears. The list is in the vault before the journal names it. */
@Component
class HandIns {

    private static final Logger LOG = LoggerFactory.getLogger(HandIns.class);
    private static final int TRIES = 5;

    private final DeviceStreams streams;
    private final Journal journal;
    private final Ledger ledger;
    private final Register register;
    private final Vaults vaults;
    private final HandInList list;
    private final InstantSource clock;

    HandIns(DeviceStreams streams, Journal journal, Ledger ledger, Register register, Vaults vaults, HandInList list, InstantSource clock) {
        this.streams = streams;
        this.journal = journal;
        this.ledger = ledger;
        this.register = register;
        this.vaults = vaults;
        this.list = list;
        this.clock = clock;
    }

    /** The answer, and whether it had been given before. */
    record Opening(HandInEndpoints.Opened answer, boolean repeated) {}

    Opening open(Caller caller, HandInEndpoints.Open wanted) throws IOException {
        var known = register.device(caller.agency(), wanted.device()).map(Register.Device::id);
        var unknown = known.isPresent() ? Optional.<TakeUnregistered>empty() : Optional.of(unregistered(caller, wanted));
        var bytes = wanted.listing().getBytes(StandardCharsets.UTF_8);
        var listing = listing(bytes);
        var source = source(wanted.source());
        var digest = store(caller.agency(), wanted.id(), bytes);
        var total = listing.files().stream().mapToLong(Listing.File::sizeBytes).sum();
        var before = list.find(caller.agency(), wanted.id()).isPresent();
        var open = new DeviceCommand.OpenHandIn(new HandInId(wanted.id()), source, listing.files().size(), total, digest,
            wanted.clock().map(c -> new DeviceClock(c.measuredAt(), Duration.ofMillis(c.offsetMillis()),
                Duration.ofMillis(c.uncertaintyMillis()))));
        known.ifPresent(device -> handle(caller, device, wanted.id(), open));
        unknown.ifPresent(take -> openFound(caller, take, open));
        var opened = list.find(caller.agency(), wanted.id())
            .orElseThrow(() -> refused(new DeviceRefusal.HandInAlreadyOpened(new HandInId(wanted.id()))));
        var origin = ledger.state(caller.agency()).orElseThrow(() -> new IllegalStateException("no ledger of " + caller.agency()))
            .origin();
        return new Opening(new HandInEndpoints.Opened(wanted.id(), wanted.device(), caller.agency(), opened.openedAt(), origin,
            ledger.verifierKeys(caller.agency())), before);
    }

    /** Only where somebody has said that it is meant: a mistyped number registers nothing. */
    private TakeUnregistered unregistered(Caller caller, HandInEndpoints.Open wanted) {
        var word = wanted.unregistered().orElseThrow(() -> refused(new DeviceRefusal.NoSuchDevice()));
        var kind = Arrays.stream(DeviceKind.values()).filter(one -> one.word().equals(word)).findFirst()
            .orElseThrow(() -> Problem.badRequest("kind-unknown", "没有这种设备", "There is no such kind of device"));
        var unit = caller.unit().orElseThrow(() -> Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "no-unit", "您不属于任何机构，不能以没有登记的设备入库",
            "You belong to no unit, and cannot hand in from a device that is in no register").next("请由所属机构的人员办理，或者先登记设备。",
            "Let somebody of the unit do it, or register the device first."));
        return new TakeUnregistered(new DeviceEvent.DeviceRegistered(new DeviceId(UUID.randomUUID()), DeviceProblems.number(wanted.device()), kind,
            new UnitCode(unit), Optional.empty(), Optional.empty(), Optional.empty()),
            new DeviceEvent.FoundAtIntake(caller.name(), clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    /** The second of two who find one device at once hands in from the first one's. */
    private void openFound(Caller caller, TakeUnregistered take, DeviceCommand.OpenHandIn open) {
        var command = open.handIn().value();
        try {
            handle(caller, take.facts().device().value(), command, take, open);
            told(new Clocked.Due(caller.agency(), take.facts().device().value()));
        } catch (DuplicateKeyException e) {
            handle(caller, register.device(caller.agency(), take.facts().number().value()).orElseThrow(() -> e).id(), command, open);
        }
    }

    /** At once; where that fails the clock comes to it, and the hand-in is open all the same. */
    private void told(Clocked.Due found) {
        try {
            streams.judge(found);
        } catch (RuntimeException e) {
            LOG.warn("device {} of {} could not be judged yet", found.id(), found.agency(), e);
        }
    }

    private static Listing listing(byte[] bytes) {
        try {
            if (bytes.length > Listing.BYTES_MAX || lines(bytes) > Listing.FILES_MAX) throw tooLong();
            return Listing.read(bytes);
        } catch (Malformed e) {
            throw Problem.badRequest("listing-malformed", "清单格式不正确", "The list is malformed")
                .because(String.valueOf(e.getMessage()), String.valueOf(e.getMessage()));
        }
    }

    private static int lines(byte[] bytes) {
        var lines = 0;
        for (var one : bytes) {
            if (one == '\n') lines++;
        }
        return lines;
    }

    private static Problem tooLong() {
        return Problem.of(HttpStatus.CONTENT_TOO_LARGE, "listing-too-long", "清单过长", "The list is too long")
            .because("最多 " + Listing.FILES_MAX + " 个文件、" + Listing.BYTES_MAX + " 字节。",
                "At most " + Listing.FILES_MAX + " files, " + Listing.BYTES_MAX + " bytes.")
            .next("请分几次移交。", "Hand in several times.");
    }

    private static HandInSource source(String word) {
        for (var source : HandInSource.values()) {
            if (source.word().equals(word)) return source;
        }
        throw Problem.badRequest("source-unknown", "没有这种来源", "There is no such source");
    }

    /** Always under the same id, so that what a crash has left of it goes when the hand-in is opened again. */
    private Digest store(String agency, UUID handIn, byte[] bytes) throws IOException {
        var vault = vaults.of(agency);
        var id = UUID.nameUUIDFromBytes(("listing of " + handIn).getBytes(StandardCharsets.US_ASCII));
        try {
            vault.abandon(id);
            Digest digest;
            try (Intake intake = vault.begin(id, bytes.length)) {
                intake.write(ByteBuffer.wrap(bytes));
                digest = intake.seal().sha256();
            }
            vault.abandon(id); // the note only: the object stays
            return digest;
        } catch (TooLarge e) {
            throw new IllegalStateException("as long as it is", e);
        } catch (IOException e) {
            throw vaults.failure(agency, e);
        }
    }

    HandInEndpoints.Balanced balance(Caller caller, UUID id, HandInEndpoints.Balance counted, UUID command) {
        var source = list.source(caller.agency(), id).orElseThrow(() -> unknown(id));
        var failures = counted.failures().stream().map(failure -> new DeviceEvent.FailedFile(failure.path(), failure.reason()))
            .toList();
        handle(caller, source.device(), command,
            new DeviceCommand.BalanceHandIn(new HandInId(id), counted.camera(), counted.stored(), counted.failed(), failures));
        var server = list.find(caller.agency(), id).orElseThrow(() -> unknown(id)).server();
        return new HandInEndpoints.Balanced(counted.camera(), counted.stored(), counted.failed(),
            new HandInEndpoints.Server(server),
            counted.camera() == counted.stored() && counted.stored() == server && counted.failed() == 0);
    }

    void clear(Caller caller, UUID id, HandInEndpoints.Clearing clearing, UUID command) {
        if (list.source(caller.agency(), id).isEmpty()) throw unknown(id);
        var wanted = new ClearCameraFile(
            new HandInId(id), new RecordingId(clearing.recording()), clearing.path(), sha256(clearing.sha256()),
            clearing.confirmedBy());
        repeated(() -> clear(caller, wanted, command)); // a job may just write down what it found in the file
    }

    private void clear(Caller caller, ClearCameraFile wanted, UUID command) {
        var recording = wanted.recording().value();
        var history = journal.read(recording);
        if (history.isEmpty() || !history.getFirst().agency().equals(caller.agency())) {
            throw refused(new RecordingRefusal.NoSuchRecording());
        }
        RecordingState state = new RecordingState.Absent();
        for (var recorded : history) state = Recordings.evolve(state, recorded.fact(), recorded.recordedAt());
        var proven = ledger.receipt(recording, 1).isPresent();
        switch (Recordings.decide(state, wanted, new RecordingContext(java.util.Set.of(), proven))) {
            case Decision.Refused<RecordingEvent, RecordingRefusal>(var refusal) -> throw refused(refusal);
            case Decision.Accepted<RecordingEvent, RecordingRefusal>(var events) -> {
                if (!events.isEmpty()) append(caller, recording, command, history.size(), List.copyOf(events));
            }
        }
    }

    private static Digest sha256(String hex) {
        try {
            return new Digest(Digest.Algorithm.SHA256, hex);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("sha256-wrong", "摘要不正确", "The digest is wrong")
                .because("需要 64 位小写十六进制。", "64 lower-case hexadecimal digits are needed.");
        }
    }

    private void handle(Caller caller, UUID device, UUID commandId, DeviceCommand... commands) {
        repeated(() -> decide(caller, device, commandId, List.of(commands)));
    }

    /** All of them in one submission. */
    private void decide(Caller caller, UUID device, UUID commandId, List<DeviceCommand> commands) {
        if (journal.outcome(caller.agency(), commandId).isPresent()) return;
        var history = journal.read(device);
        DeviceState state = new DeviceState.Absent();
        for (var recorded : history) state = Devices.evolve(state, recorded.fact(), recorded.recordedAt());
        var decided = new ArrayList<Event>();
        for (var command : commands) {
            switch (Devices.decide(state, command)) {
                case Decision.Refused<DeviceEvent, DeviceRefusal>(var refusal) -> throw refused(refusal);
                case Decision.Accepted<DeviceEvent, DeviceRefusal>(var events) -> {
                    decided.addAll(events);
                    for (var event : events) state = Devices.evolve(state, event, clock.instant());
                }
            }
        }
        if (!decided.isEmpty()) append(caller, device, commandId, history.size(), decided);
    }

    /** Decides again, on the newer history, if somebody else was faster. */
    private static void repeated(Runnable decision) {
        for (var attempt = 1; ; attempt++) {
            try {
                decision.run();
                return;
            } catch (VersionConflict conflict) {
                if (attempt == TRIES) throw conflict;
            }
        }
    }

    private void append(Caller caller, UUID stream, UUID command, long version, List<Event> events) {
        journal.append(new Submission(caller.agency(), command, caller.actor(), clock.instant(), Duration.ZERO,
            List.of(new StreamAppend(stream, version, events))));
    }

    private static Problem unknown(UUID id) {
        return refused(new DeviceRefusal.NoSuchHandIn(new HandInId(id)));
    }

    private static Problem refused(Refusal refusal) {
        var status = switch (refusal) {
            case DeviceRefusal.NoSuchHandIn _, RecordingRefusal.NoSuchRecording _ -> HttpStatus.NOT_FOUND;
            case DeviceRefusal.NoSuchDevice _, DeviceRefusal.NegativeCount _, RecordingRefusal.TextNotTaken _ ->
                HttpStatus.UNPROCESSABLE_CONTENT;
            default -> HttpStatus.CONFLICT;
        };
        return Problem.refused(status, refusal);
    }

    /** A hand-in with its files. */
    record Detail(@JsonUnwrapped HandInList.HandIn handIn, List<File> files) {}

    /** One file of the list, and what became of it. */
    record File(
            String path, long sizeBytes, Optional<String> problem, Optional<UUID> recording, Optional<String> sha256,
            String state) {}

    Detail detail(Caller caller, UUID id, int page, int size) throws IOException {
        var handIn = list.find(caller.agency(), id).orElseThrow(() -> unknown(id));
        var source = list.source(caller.agency(), id).orElseThrow(() -> unknown(id));
        var stored = new HashMap<String, HandInList.Stored>();
        list.stored(caller.agency(), id).forEach(one -> stored.put(one.path(), one));
        byte[] bytes;
        var listing = new Digest(Digest.Algorithm.SHA256, source.listingSha256());
        try (var in = Channels.newInputStream(vaults.of(caller.agency()).open(listing))) {
            bytes = in.readAllBytes();
        }
        var files = Listing.read(bytes).files().stream().skip((long) page * size).limit(size)
            .map(file -> file(file, stored.get(file.path()))).toList();
        return new Detail(handIn, files);
    }

    private static File file(Listing.File listed, HandInList.@org.jspecify.annotations.Nullable Stored stored) {
        var state = stored != null ? "stored" : listed.problem().isPresent() ? "problem" : "missing";
        return new File(listed.path(), listed.sizeBytes(), listed.problem().map(Listing.Problem::word),
            Optional.ofNullable(stored).map(HandInList.Stored::recording),
            Optional.ofNullable(stored).map(HandInList.Stored::sha256), state);
    }
}
