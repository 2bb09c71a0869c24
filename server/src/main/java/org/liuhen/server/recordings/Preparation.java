package org.liuhen.server.recordings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.recordings.CopyKind;
import org.liuhen.core.recordings.MediaFault;
import org.liuhen.core.recordings.RecordingCommand;
import org.liuhen.core.recordings.RecordingContext;
import org.liuhen.core.recordings.RecordingEvent.DerivedCopyMade;
import org.liuhen.core.recordings.RecordingEvent.RecordingNotProbed;
import org.liuhen.core.recordings.RecordingEvent.RecordingProbed;
import org.liuhen.core.recordings.RecordingEvent;
import org.liuhen.core.recordings.RecordingState.HandedIn;
import org.liuhen.core.recordings.RecordingState;
import org.liuhen.core.values.Actor;
import org.liuhen.server.recordings.media.AsHandedIn;
import org.liuhen.server.recordings.media.DerivedCopies.Made;
import org.liuhen.server.recordings.media.DerivedCopies;
import org.liuhen.server.recordings.media.Ffmpeg;
import org.liuhen.server.store.Vaults;
import org.liuhen.vault.Sealed;
import org.liuhen.vault.TooLarge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Probes a recording and makes its copies for looking at. May be broken off and begun again at any step; each outcome is an
 * event, a failure too.
 */
@Component
class Preparation {

    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final long COPY_LIMIT_BYTES = 64L << 30;

    private final RecordingStreams streams;
    private final Vaults vaults;
    private final MediaTools tools;

    Preparation(RecordingStreams streams, Vaults vaults, MediaTools tools) {
        this.streams = streams;
        this.vaults = vaults;
        this.tools = tools;
    }

    /** Hears how far a step has come. */
    interface Progress {
        void at(String step, int percent);
    }

    /**
     * Does what is not yet done.
     *
     * @throws UncheckedIOException if a file or a tool failed: try again, the recording is not to blame
     */
    void prepare(String agency, UUID id, Progress progress) {
        var recording = RecordingStreams.handedIn(streams.load(agency, id));
        try {
            var ready = tools.ready();
            var original = vaults.file(agency, recording.facts().sha256());
            if (recording.probe() instanceof RecordingState.Probe.Pending) {
                progress.at("probe", 0);
                record(agency, id, command(ready.probe().probe(original, asHandedIn(recording))));
                recording = RecordingStreams.handedIn(streams.load(agency, id));
            }
            if (!(recording.probe() instanceof RecordingState.Probe.Done(var probed))) return;
            for (var kind : DerivedCopies.wanted(probed)) {
                if (!recording.copies().containsKey(kind)) copy(agency, id, kind, original, probed, ready, progress);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("preparing recording " + id, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the server stops; recording " + id + " is prepared after the next start", e);
        }
    }

    private static RecordingCommand command(RecordingEvent outcome) {
        return switch (outcome) {
            case RecordingProbed found -> new RecordingCommand.RecordProbe(found);
            case RecordingNotProbed why -> new RecordingCommand.RecordProbeFailure(why.reason(), why.detail(), why.tool());
            case RecordingEvent other -> throw new IllegalStateException("no outcome of a probe: " + other);
        };
    }

    private static AsHandedIn asHandedIn(HandedIn recording) {
        var facts = recording.facts();
        return new AsHandedIn(facts.name(), facts.modifiedAt(), facts.clock(), ZONE);
    }

    private void copy(
            String agency, UUID id, CopyKind kind, Path original, RecordingProbed probed, MediaTools.Ready ready,
            Progress progress)
            throws IOException, InterruptedException {
        var file = ready.work().resolve(id + "." + kind.word());
        try {
            progress.at(kind.word(), 0);
            switch (ready.copies().make(kind, original, probed, file, percent -> progress.at(kind.word(), percent))) {
                case Made.Copy made -> {
                    var sealed = store(agency, file);
                    record(agency, id, new RecordingCommand.RecordCopy(
                        new DerivedCopyMade(kind, sealed.sha256(), sealed.sizeBytes(), made.mediaType(), made.tool(),
                            made.frames(), made.step())));
                }
                case Made.Failed(var why) -> record(agency, id,
                    new RecordingCommand.RecordCopyFailure(kind, why.reason(), why.detail()));
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private Sealed store(String agency, Path file) throws IOException {
        var vault = vaults.of(agency);
        var intakeId = UUID.randomUUID();
        try (var bytes = FileChannel.open(file); var intake = vault.begin(intakeId, COPY_LIMIT_BYTES)) {
            intake.write(bytes);
            return intake.seal();
        } catch (TooLarge e) {
            throw new IOException("a copy of more than " + COPY_LIMIT_BYTES + " bytes", e);
        } finally {
            vault.abandon(intakeId);
        }
    }

    /**
     * After the last try: the failure becomes a fact of the recording, unless the tools themselves are missing, which another
     * start may mend.
     */
    void giveUp(String agency, UUID id, Optional<Throwable> cause) {
        LOG.error("recording {} could not be prepared in {} tries", id, RecordingJobs.TRIES, cause.orElse(null));
        for (@Nullable Throwable why = cause.orElse(null); why != null; why = why.getCause()) {
            if (why instanceof Ffmpeg.Unusable) return;
        }
        var recording = RecordingStreams.handedIn(streams.load(agency, id));
        if (recording.probe() instanceof RecordingState.Probe.Pending) {
            record(agency, id, new RecordingCommand.RecordProbeFailure(MediaFault.OUTPUT,
                cause.map(Throwable::toString).orElse("unknown"), "liuhen"));
        } else if (recording.probe() instanceof RecordingState.Probe.Done(var probed)) {
            for (var kind : DerivedCopies.wanted(probed)) {
                if (recording.copies().containsKey(kind)) continue;
                record(agency, id, new RecordingCommand.RecordCopyFailure(kind, MediaFault.OUTPUT,
                    cause.map(Throwable::toString).orElse("unknown")));
            }
        }
    }

    private void record(String agency, UUID id, RecordingCommand outcome) {
        streams.handle(agency, id, UUID.randomUUID(), Actor.system("media"), Optional.empty(), outcome, RecordingContext.none());
    }
}
