package org.liuhen.server.recordings;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.recordings.RecordingEvent.RecordingHandedIn;
import org.liuhen.core.recordings.Via;
import org.liuhen.core.values.Digest;
import org.liuhen.server.http.Problem;
import org.liuhen.server.identity.Caller;
import org.liuhen.server.journal.Journal;
import org.liuhen.server.journal.StreamAppend;
import org.liuhen.server.journal.Submission;
import org.liuhen.server.recordings.Upload.State;
import org.liuhen.server.store.Vaults;
import org.liuhen.vault.Intake;
import org.liuhen.vault.IntakeBusy;
import org.liuhen.vault.Sealed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Takes files in. What was acknowledged is durable; an upload becomes a recording exactly once, however often the last step is
 * repeated: sealing the same intake gives the same object, and the upload's id is the id of the command.
 */
@Component
class Uploads implements DisposableBean {

    /** Unfinished uploads of one station or person. */
    static final int OPEN_LIMIT = 500;
    /** How long an unfinished upload waits for its next byte, less up to an hour. */
    static final Duration LIFE = Duration.ofDays(7);
    /** How much of it may pass before it begins anew. */
    static final Duration PUT_OFF_EVERY = Duration.ofHours(1);
    /** How long a finished one can be asked about. */
    static final Duration REMEMBERED = Duration.ofDays(30);
    static final Duration IDLE_CLOSED_AFTER = Duration.ofMinutes(2);
    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

    private final UploadTable table;
    private final Vaults vaults;
    private final Journal journal;
    private final InstantSource clock;
    private final Counter readBack;
    private final Counter taken;
    private final OpenIntakes intakes = new OpenIntakes();
    private BiConsumer<String, UUID> afterHandIn = (_, _) -> { };

    Uploads(UploadTable table, Vaults vaults, Journal journal, InstantSource clock, MeterRegistry meters) {
        this.table = table;
        this.vaults = vaults;
        this.journal = journal;
        this.clock = clock;
        readBack = Counter.builder("liuhen.vault.read.back.bytes").description("read again after an interruption")
            .register(meters);
        taken = Counter.builder("liuhen.vault.sealed.bytes").description("made objects of").register(meters);
    }

    /** Lets the jobs hear of each recording, by agency and id, after it is in the journal. */
    void afterHandIn(BiConsumer<String, UUID> heard) {
        afterHandIn = heard;
    }

    /** Where an upload stands. */
    record Progress(Upload upload, long offset) {}

    /** Announces an upload; the creator's key makes a second announcement the first one. */
    Progress create(Upload wanted) throws IOException {
        if (table.countOpen(wanted.agency(), wanted.creator().id()) >= OPEN_LIMIT && !isRepeated(wanted)) {
            throw UploadProblems.tooManyOpen(OPEN_LIMIT);
        }
        if (vaults.usableBytes(wanted.agency()) - Vaults.RESERVE_BYTES < wanted.file().sizeBytes()) throw Vaults.diskFull();
        var upload = table.addOrFind(wanted, clock.instant());
        if (!upload.file().equals(wanted.file()) || !upload.device().equals(wanted.device())) throw UploadProblems.keyReused();
        FaultPoint.AFTER_CREATE.pass();
        return upload.file().sizeBytes() == 0 ? status(upload) : new Progress(upload, 0);
    }

    private boolean isRepeated(Upload wanted) {
        return wanted.key().isPresent()
            && table.findByKey(wanted.agency(), wanted.creator().id(), wanted.key().get()).isPresent();
    }

    /** The upload of this caller. */
    Upload find(Caller caller, UUID id) {
        return table.find(caller.agency(), caller.id(), id).orElseThrow(UploadProblems::unknown);
    }

    /** Where it stands; carries out the last step if only that is missing. */
    Progress status(Upload upload) throws IOException {
        return switch (upload.state()) {
            case State.Finished _, State.Refused _ -> new Progress(upload, upload.file().sizeBytes());
            case State.Open _ -> holding(upload, held -> proceed(upload, held));
        };
    }

    /** Takes bytes from that offset on, and finishes with the last one. */
    Progress receive(Upload upload, long offset, UploadBody body) throws IOException {
        var size = upload.file().sizeBytes();
        if (!(upload.state() instanceof State.Open)) {
            if (offset != size) throw UploadProblems.otherOffset(offset, size);
            return new Progress(upload, size);
        }
        return holding(upload, held -> {
            if (held.sealed.isPresent()) throw UploadProblems.otherOffset(offset, size);
            var intake = held.begun(upload, vaults);
            if (intake.offset() != offset) throw UploadProblems.otherOffset(offset, intake.offset());
            if (body.announcedBytes() > size - offset) throw UploadProblems.tooLong(size);
            var ending = body.into(intake);
            putOff(upload);
            return switch (ending) {
                case COMPLETE, BROKEN -> proceed(upload, held);
                case MISMATCH -> throw UploadProblems.mismatch();
                case TOO_LONG -> throw UploadProblems.tooLong(size);
            };
        });
    }

    /** Not with every piece: each time is a commit of the database, for which the client would wait. */
    private void putOff(Upload upload) {
        var end = clock.instant().plus(LIFE);
        if (upload.expiresAt().isBefore(end.minus(PUT_OFF_EVERY))) table.putOff(upload, end);
    }

    /** Gives an unfinished upload up and drops its bytes. */
    void terminate(Upload upload) throws IOException {
        if (upload.state() instanceof State.Finished) throw UploadProblems.finished();
        if (!intakes.take(upload.id())) throw UploadProblems.locked();
        try {
            intakes.reuse(upload.id()).ifPresent(OpenIntakes::letGo);
            var vault = vaults.of(upload.agency());
            // the last step follows
            if (upload.state() instanceof State.Open && vault.sealed(upload.id()).isPresent()) throw UploadProblems.finished();
            vault.abandon(upload.id());
            table.remove(upload);
        } finally {
            intakes.release(upload.id(), null, clock.instant());
        }
    }

    /** The work of one request on one upload that nobody else has. */
    private interface Work {
        Progress on(Held held) throws IOException;
    }

    /** What the vault has of an upload: an open intake, an object, or nothing yet. */
    private static final class Held {
        private @Nullable Intake intake;
        private final Optional<Sealed> sealed;

        private Held(@Nullable Intake intake, Optional<Sealed> sealed) {
            this.intake = intake;
            this.sealed = sealed;
        }

        private Intake begun(Upload upload, Vaults vaults) throws IOException {
            var open = intake;
            if (open == null) {
                open = vaults.of(upload.agency()).begin(upload.id(), upload.file().sizeBytes());
                intake = open;
            }
            return open;
        }
    }

    private Progress holding(Upload upload, Work work) throws IOException {
        if (!intakes.take(upload.id())) throw UploadProblems.locked();
        @Nullable Intake kept = null;
        @Nullable Held held = null;
        try {
            held = hold(upload);
            var progress = work.on(held);
            kept = held.intake;
            return progress;
        } catch (Problem refused) {
            if (held != null) kept = held.intake; // what was refused was dropped: the intake is where it was
            throw refused;
        } catch (IntakeBusy e) {
            LOG.debug("intake is busy", e);
            throw UploadProblems.locked();
        } catch (IOException e) {
            LOG.error("the store failed for upload {}", upload.id());
            throw vaults.failure(upload.agency(), e);
        } finally {
            if (kept == null && held != null && held.intake != null) OpenIntakes.letGo(held.intake);
            intakes.release(upload.id(), kept, clock.instant());
        }
    }

    private Held hold(Upload upload) throws IOException {
        var open = intakes.reuse(upload.id());
        if (open.isPresent()) return new Held(open.get(), Optional.empty());
        var vault = vaults.of(upload.agency());
        var sealed = vault.sealed(upload.id());
        if (sealed.isPresent()) return new Held(null, sealed);
        var resumed = vault.resume(upload.id());
        resumed.ifPresent(intake -> readBack.increment((double) intake.bytesReadBack()));
        return new Held(resumed.orElse(null), sealed);
    }

    /** Finishes if all bytes are there. */
    private Progress proceed(Upload upload, Held held) throws IOException {
        var size = upload.file().sizeBytes();
        if (held.sealed.isPresent()) return new Progress(finish(upload, held.sealed.get()), size);
        if (size == 0) held.begun(upload, vaults);
        var intake = held.intake;
        if (intake == null) return new Progress(upload, 0);
        if (intake.offset() < size) return new Progress(upload, intake.offset());
        var claimed = upload.file().claimed();
        if (claimed.isPresent() && !intake.sha256().equals(claimed.get())) {
            return new Progress(refuse(upload, held, intake), size);
        }
        held.intake = null; // sealing ends it
        Sealed sealed;
        try (intake) {
            sealed = intake.seal();
        }
        taken.increment((double) sealed.sizeBytes());
        FaultPoint.AFTER_SEAL.pass();
        return new Progress(finish(upload, sealed), size);
    }

    /** Not the file that was announced: its bytes are dropped before they become an object. */
    private Upload refuse(Upload upload, Held held, Intake intake) throws IOException {
        var found = intake.sha256();
        held.intake = null;
        intake.close();
        return ended(upload, new State.Refused(found), clock.instant());
    }

    private Upload finish(Upload upload, Sealed sealed) throws IOException {
        var now = clock.instant();
        FaultPoint.BEFORE_APPEND.pass();
        journal.append(new Submission(upload.agency(), upload.id(), upload.creator(), now, Duration.ZERO,
            List.of(new StreamAppend(upload.recording().value(), 0, List.of(facts(upload, sealed))))));
        FaultPoint.AFTER_APPEND.pass();
        afterHandIn.accept(upload.agency(), upload.recording().value());
        return ended(upload, new State.Finished(sealed.sha256()), now);
    }

    private Upload ended(Upload upload, State state, Instant now) throws IOException {
        table.end(upload, state, now.plus(REMEMBERED));
        vaults.of(upload.agency()).abandon(upload.id()); // of a finished one the note only: the object stays
        return new Upload(upload.id(), upload.agency(), upload.creator(), upload.key(), upload.recording(), upload.device(),
            upload.handIn(), upload.file(), state, now.plus(REMEMBERED));
    }

    private static RecordingHandedIn facts(Upload upload, Sealed sealed) {
        var file = upload.file();
        var via = switch (upload.creator().kind()) {
            case STATION -> Via.STATION;
            case PERSON, SYSTEM -> Via.BROWSER;
        };
        return new RecordingHandedIn(upload.recording(), upload.device(), upload.handIn(), file.name(), file.nameBytes(),
            file.path(), sealed.sizeBytes(), sealed.sha256(), sealed.sm3Tree(), file.modifiedAt(), file.clock(), via);
    }

    /** Gives up what nobody came back for, finishes what only lacks the last step, forgets what was finished long ago. */
    void expire() {
        for (var upload : table.ended(clock.instant(), OPEN_LIMIT)) {
            try {
                if (upload.state() instanceof State.Open && status(upload).offset() == upload.file().sizeBytes()) continue;
                if (upload.state() instanceof State.Open) terminate(upload);
                else forget(upload);
            } catch (Problem | IOException e) {
                LOG.warn("upload {} could not be ended; it is tried again later", upload.id(), e);
            }
        }
        intakes.closeIdle(IDLE_CLOSED_AFTER, clock.instant());
    }

    private void forget(Upload upload) throws IOException {
        vaults.of(upload.agency()).abandon(upload.id()); // a note, if the server went down just after the end
        table.remove(upload);
    }

    /**
     * Carries out the last step for uploads that had all their bytes when the server went down; clients need not come back for
     * it.
     */
    void finishInterrupted() {
        for (var upload : table.open()) {
            try {
                if (vaults.of(upload.agency()).sealed(upload.id()).isPresent()) status(upload);
            } catch (Problem | IOException e) {
                LOG.warn("upload {} could not be finished at the start; it is finished when its client asks", upload.id(), e);
            }
        }
    }

    @Override
    public void destroy() {
        intakes.close();
    }

    /** The digest of a finished upload. */
    static Optional<Digest> sha256(Upload upload) {
        return upload.state() instanceof State.Finished(var sha256) ? Optional.of(sha256) : Optional.empty();
    }
}
