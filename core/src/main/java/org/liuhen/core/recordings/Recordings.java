package org.liuhen.core.recordings;

import static org.liuhen.core.values.Decision.accept;
import static org.liuhen.core.values.Decision.nothing;
import static org.liuhen.core.values.Decision.refuse;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.liuhen.core.findings.FindingEvent;
import org.liuhen.core.recordings.RecordingCommand.Classify;
import org.liuhen.core.recordings.RecordingCommand.ClearCameraFile;
import org.liuhen.core.recordings.RecordingCommand.Export;
import org.liuhen.core.recordings.RecordingCommand.HandInRecording;
import org.liuhen.core.recordings.RecordingCommand.RecordContinuity;
import org.liuhen.core.recordings.RecordingCommand.RecordCopy;
import org.liuhen.core.recordings.RecordingCommand.RecordCopyFailure;
import org.liuhen.core.recordings.RecordingCommand.RecordProbe;
import org.liuhen.core.recordings.RecordingCommand.RecordProbeFailure;
import org.liuhen.core.recordings.RecordingCommand.View;
import org.liuhen.core.recordings.RecordingEvent.CameraFileCleared;
import org.liuhen.core.recordings.RecordingEvent.ContinuityExamined;
import org.liuhen.core.recordings.RecordingEvent.DerivedCopyFailed;
import org.liuhen.core.recordings.RecordingEvent.DerivedCopyMade;
import org.liuhen.core.recordings.RecordingEvent.RecordingClassified;
import org.liuhen.core.recordings.RecordingEvent.RecordingExported;
import org.liuhen.core.recordings.RecordingEvent.RecordingHandedIn;
import org.liuhen.core.recordings.RecordingEvent.RecordingNotProbed;
import org.liuhen.core.recordings.RecordingEvent.RecordingProbed;
import org.liuhen.core.recordings.RecordingEvent.RecordingViewed;
import org.liuhen.core.recordings.RecordingEvent.StationReceiptReconciled;
import org.liuhen.core.recordings.RecordingState.Absent;
import org.liuhen.core.recordings.RecordingState.Copy;
import org.liuhen.core.recordings.RecordingState.HandedIn;
import org.liuhen.core.recordings.RecordingState.Probe;
import org.liuhen.core.recordings.RecordingState.Tombstone;
import org.liuhen.core.values.CorruptStream;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.Destroyed;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.Fact;
import org.liuhen.core.values.PayloadDestroyed;
import org.liuhen.core.values.TextLimit;

/** Decides about one recording (音像记录). A hand-in is never refused for being late or faulty. */
public final class Recordings {

    /** Of a name, as shown. */
    public static final TextLimit NAME = new TextLimit("name", 1024);

    /** Of a path, as shown. */
    public static final TextLimit PATH = new TextLimit("path", 4096);

    /** Of a value of a classification key. */
    public static final TextLimit KEY_VALUE = new TextLimit("keys", 200);

    /** Of a purpose. */
    public static final TextLimit PURPOSE = new TextLimit("purpose", 500);

    /** Of the name that confirms a clearing. */
    public static final TextLimit CONFIRMED_BY = new TextLimit("confirmedBy", 100);

    /** Of what a tool said; longer words are cut. */
    public static final TextLimit DETAIL = new TextLimit("detail", 2000);

    /** Of a tool's name and version, and of what it calls a format; longer words are cut. */
    public static final TextLimit TOOL = new TextLimit("tool", 200);

    private Recordings() {}

    /** What follows from the command, without doing it. */
    public static Decision<RecordingEvent, RecordingRefusal> decide(
            RecordingState state, RecordingCommand command, RecordingContext context) {
        return switch (state) {
            case Absent _ when command instanceof HandInRecording c -> handIn(c.facts());
            case Absent _ -> refuse(new RecordingRefusal.NoSuchRecording());
            case Tombstone _ -> refuse(new RecordingRefusal.RecordingDestroyed());
            case HandedIn recording -> switch (command) {
                case HandInRecording c -> c.facts().equals(recording.facts())
                        ? nothing()
                        : refuse(new RecordingRefusal.AlreadyHandedIn(recording.facts().recording()));
                case RecordProbe c -> probed(recording, c.found());
                case RecordProbeFailure c -> notProbed(recording, c);
                case RecordContinuity c -> examined(recording, c.found());
                case RecordCopy c -> copied(recording, c.made());
                case RecordCopyFailure c -> notCopied(recording, c);
                case Classify c -> classify(recording, c.keys(), context);
                case View c -> withPurpose(c.purpose(), new RecordingViewed(c.viewing(), c.purpose()));
                case Export c -> withPurpose(c.purpose(), new RecordingExported(c.to(), c.purpose()));
                case RecordingCommand.ReconcileStationReceipt c -> StationReceipts.reconcile(recording, c);
                case RecordingCommand.TellDelays c -> Delayed.tell(recording, c);
                case ClearCameraFile c -> clear(recording, c, context);
            };
        };
    }

    private static Decision<RecordingEvent, RecordingRefusal> handIn(RecordingHandedIn facts) {
        if (facts.name().isEmpty() || !NAME.takes(facts.name())) return notTaken(NAME);
        if (facts.path().isEmpty() || !PATH.takes(facts.path())) return notTaken(PATH);
        return accept(facts);
    }

    private static Decision<RecordingEvent, RecordingRefusal> probed(HandedIn recording, RecordingProbed found) {
        var kept = found.cut(TOOL);
        return switch (recording.probe()) {
            case Probe.Done(var earlier) when earlier.equals(kept) -> nothing();
            case Probe.Done _ -> refuse(new RecordingRefusal.AlreadyProbed());
            case Probe.Pending _, Probe.Failed _ -> accept(kept);
        };
    }

    private static Decision<RecordingEvent, RecordingRefusal> notProbed(HandedIn recording, RecordProbeFailure failure) {
        var event = new RecordingNotProbed(failure.reason(), DETAIL.cut(failure.detail()), TOOL.cut(failure.tool()));
        return switch (recording.probe()) {
            case Probe.Done _ -> refuse(new RecordingRefusal.AlreadyProbed());
            case Probe.Failed(var earlier) when earlier.equals(event) -> nothing();
            case Probe.Pending _, Probe.Failed _ -> accept(event);
        };
    }

    private static Decision<RecordingEvent, RecordingRefusal> examined(HandedIn recording, ContinuityExamined found) {
        var kept = found.cut(TOOL);
        return recording.continuity().equals(Optional.of(kept)) ? nothing() : accept(kept);
    }

    private static Decision<RecordingEvent, RecordingRefusal> copied(HandedIn recording, DerivedCopyMade made) {
        return switch (recording.copies().get(made.copy())) {
            case Copy.Made(var earlier) when earlier.equals(made) -> nothing();
            case Copy.Made _ -> refuse(new RecordingRefusal.CopyAlreadyMade(made.copy()));
            case Copy.Failed _ -> accept(made);
            case null -> accept(made);
        };
    }

    private static Decision<RecordingEvent, RecordingRefusal> notCopied(HandedIn recording, RecordCopyFailure failure) {
        var event = new DerivedCopyFailed(failure.copy(), failure.reason(), DETAIL.cut(failure.detail()));
        return switch (recording.copies().get(failure.copy())) {
            case Copy.Made _ -> refuse(new RecordingRefusal.CopyAlreadyMade(failure.copy()));
            case Copy.Failed(var earlier) when earlier.equals(event) -> nothing();
            case Copy.Failed _ -> accept(event);
            case null -> accept(event);
        };
    }

    private static Decision<RecordingEvent, RecordingRefusal> classify(
            HandedIn recording, Map<String, String> keys, RecordingContext context) {
        var unknown = new TreeSet<>(keys.keySet());
        unknown.removeAll(context.classificationKeys());
        if (!unknown.isEmpty()) {
            var known = context.classificationKeys().stream().sorted().toList();
            return refuse(new RecordingRefusal.UnknownKeys(unknown.stream().map(PURPOSE::cut).limit(10).toList(), known));
        }
        if (!keys.values().stream().allMatch(value -> !value.isBlank() && KEY_VALUE.takes(value))) return notTaken(KEY_VALUE);
        return keys.equals(recording.keys()) ? nothing() : accept(new RecordingClassified(keys));
    }

    private static Decision<RecordingEvent, RecordingRefusal> withPurpose(Optional<String> purpose, RecordingEvent event) {
        var taken = purpose.stream().allMatch(words -> !words.isBlank() && PURPOSE.takes(words));
        return taken ? accept(event) : notTaken(PURPOSE);
    }

    private static Decision<RecordingEvent, RecordingRefusal> clear(
            HandedIn recording, ClearCameraFile c, RecordingContext context) {
        var facts = recording.facts();
        var sameFile = facts.handIn().equals(Optional.of(c.handIn()))
                && facts.recording().equals(c.recording())
                && facts.path().equals(c.path());
        if (!sameFile) return refuse(new RecordingRefusal.OtherFile());
        if (!facts.sha256().equals(c.sha256())) return refuse(new RecordingRefusal.OtherBytes(facts.sha256(), c.sha256()));
        if (recording.cleared().isPresent()) return nothing();
        if (!context.handInProven()) return refuse(new RecordingRefusal.NotYetProven());
        if (c.confirmedBy().isBlank() || !CONFIRMED_BY.takes(c.confirmedBy())) return notTaken(CONFIRMED_BY);
        return accept(new CameraFileCleared(c.handIn(), c.recording(), c.path(), c.sha256(), c.confirmedBy()));
    }

    private static Decision<RecordingEvent, RecordingRefusal> notTaken(TextLimit limit) {
        return refuse(new RecordingRefusal.TextNotTaken(limit.field(), limit.charactersMax()));
    }

    /**
     * The state after one more fact.
     *
     * @param recordedAt when the server knew it
     * @throws CorruptStream if the fact cannot follow
     */
    public static RecordingState evolve(RecordingState state, Fact fact, Instant recordedAt) {
        return switch (fact) {
            case Destroyed(var type) -> destroyed(state, type, fact);
            case RecordingEvent event -> switch (state) {
                case Absent _ when event instanceof RecordingHandedIn e -> HandedIn.begun(e, recordedAt);
                case Absent _ -> throw new CorruptStream(state, fact);
                case Tombstone _ when event instanceof RecordingHandedIn -> throw new CorruptStream(state, fact);
                case Tombstone tombstone -> tombstone;
                case HandedIn recording -> follow(recording, event, recordedAt);
            };
            case FindingEvent event when !(state instanceof Absent) ->
                    state instanceof HandedIn recording ? recording.with(event, recordedAt) : state;
            case PayloadDestroyed _ when !(state instanceof Absent) -> state;
            case Event _ -> throw new CorruptStream(state, fact); // of another feature, or before the hand-in
        };
    }

    private static HandedIn follow(HandedIn recording, RecordingEvent event, Instant recordedAt) {
        return switch (event) {
            case RecordingProbed e when !(recording.probe() instanceof Probe.Done) -> recording.with(new Probe.Done(e));
            case RecordingNotProbed e when !(recording.probe() instanceof Probe.Done) -> recording.with(new Probe.Failed(e));
            case ContinuityExamined e -> recording.with(e);
            case DerivedCopyMade e when !(recording.copies().get(e.copy()) instanceof Copy.Made) ->
                recording.with(e.copy(), new Copy.Made(e));
            case DerivedCopyFailed e when !(recording.copies().get(e.copy()) instanceof Copy.Made) ->
                recording.with(e.copy(), new Copy.Failed(e));
            case RecordingClassified e -> recording.withKeys(e.keys());
            case RecordingViewed _, RecordingExported _ -> recording;
            case CustodyEvent e -> recording.with(e, recordedAt);
            case CameraFileCleared e when recording.cleared().isEmpty() -> recording.with(e);
            case StationReceiptReconciled e when recording.stationReceipt().isEmpty() -> recording.with(e);
            case RecordingHandedIn _, RecordingProbed _, RecordingNotProbed _, DerivedCopyMade _, DerivedCopyFailed _,
                    CameraFileCleared _, StationReceiptReconciled _ -> throw new CorruptStream(recording, event);
        };
    }

    /** Without its payload an event changes nothing that is still known; only the hand-in itself leaves a tombstone. */
    private static RecordingState destroyed(RecordingState state, String type, Fact fact) {
        var first = type.equals(RecordingHandedIn.class.getSimpleName());
        if (first != state instanceof Absent) throw new CorruptStream(state, fact);
        return first ? new Tombstone() : state;
    }
}
