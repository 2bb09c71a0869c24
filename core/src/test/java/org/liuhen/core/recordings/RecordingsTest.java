package org.liuhen.core.recordings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
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
import org.liuhen.core.recordings.continuity.Check;
import org.liuhen.core.recordings.continuity.Observation;
import org.liuhen.core.recordings.continuity.Outcome;
import org.liuhen.core.recordings.continuity.Sighting;
import org.liuhen.core.recordings.continuity.Sign;
import org.liuhen.core.recordings.continuity.Thresholds;
import org.liuhen.core.values.CorruptStream;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.Destroyed;
import org.liuhen.core.values.DeviceId;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.Fact;
import org.liuhen.core.values.HandInId;
import org.liuhen.core.values.PayloadDestroyed;
import org.liuhen.core.values.RawName;
import org.liuhen.core.values.RecordingId;
import org.liuhen.core.values.ViewingId;

class RecordingsTest {

    private static final RecordingId ID = new RecordingId(new UUID(0, 1));
    private static final HandInId HAND_IN = new HandInId(new UUID(0, 2));
    private static final Digest SHA256 = Digest.sha256(new byte[32]);
    private static final RecordingContext KEYS = new RecordingContext(Set.of("cause", "party"), true);
    private static final RecordingNotProbed DAMAGED = new RecordingNotProbed(MediaFault.DAMAGED, "moov atom not found",
            "ffprobe 8.0");
    private static final DerivedCopyMade POSTER = copy("aa");

    private static RecordingHandedIn handedIn() {
        return new RecordingHandedIn(
                ID,
                new DeviceId(new UUID(0, 3)),
                Optional.of(HAND_IN),
                "现场.mp4",
                RawName.of(new byte[] {(byte) 0xCF, (byte) 0xD6}),
                "DCIM/现场.mp4",
                7,
                SHA256,
                Digest.of(Digest.Algorithm.SM3_TREE, new byte[32]),
                Optional.empty(),
                Optional.empty(),
                Via.STATION);
    }

    private static DerivedCopyMade copy(String hex) {
        return new DerivedCopyMade(
                CopyKind.POSTER,
                new Digest(Digest.Algorithm.SHA256, hex.repeat(32)),
                10,
                "image/jpeg",
                "ffmpeg 8.0",
                Optional.empty(),
                Optional.empty());
    }

    private static RecordingProbed probed(int gaps) {
        var list = new ArrayList<Gap>();
        for (var i = 0; i < gaps; i++) list.add(new Gap(Duration.ofSeconds(i), Duration.ofMillis(80)));
        return new RecordingProbed(
                MediaKind.VIDEO,
                "mov,mp4",
                List.of(),
                Optional.of(Duration.ofSeconds(20)),
                Optional.empty(),
                Optional.of(Instant.EPOCH),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Position("40.95", "117.79")),
                list,
                gaps,
                0,
                90,
                "ffprobe 8.0");
    }

    private record Given(List<Fact> history) {
        When when(RecordingCommand command) {
            return when(command, KEYS);
        }

        When when(RecordingCommand command, RecordingContext context) {
            return new When(Recordings.decide(state(), command, context));
        }

        RecordingState state() {
            RecordingState state = new RecordingState.Absent();
            for (var fact : history) state = Recordings.evolve(state, fact, java.time.Instant.EPOCH);
            return state;
        }
    }

    private record When(Decision<RecordingEvent, RecordingRefusal> decision) {
        void then(RecordingEvent... events) {
            assertEquals(new Decision.Accepted<>(List.of(events)), decision);
        }

        void thenRefused(RecordingRefusal refusal) {
            assertEquals(new Decision.Refused<RecordingEvent, RecordingRefusal>(refusal), decision);
        }
    }

    private static Given given(Fact... history) {
        return new Given(List.of(history));
    }

    @Test
    void a_recording_is_handed_in_once() {
        given().when(new HandInRecording(handedIn())).then(handedIn());
        given(handedIn()).when(new HandInRecording(handedIn())).then();
        var other = new RecordingHandedIn(
                ID, handedIn().device(), Optional.empty(), "b", RawName.of(new byte[] {98}), "b", 7, SHA256,
                handedIn().sm3Tree(), Optional.empty(), Optional.empty(), Via.BROWSER);
        given(handedIn()).when(new HandInRecording(other)).thenRefused(new RecordingRefusal.AlreadyHandedIn(ID));
    }

    @Test
    void nothing_is_done_to_a_recording_that_is_not_there() {
        given().when(new RecordProbe(probed(0))).thenRefused(new RecordingRefusal.NoSuchRecording());
        given().when(new View(new ViewingId(new UUID(0, 9)), Optional.empty()))
                .thenRefused(new RecordingRefusal.NoSuchRecording());
    }

    @Test
    void a_later_probe_may_succeed_where_an_earlier_one_failed() {
        var failure = new RecordProbeFailure(DAMAGED.reason(), DAMAGED.detail(), DAMAGED.tool());
        given(handedIn()).when(failure).then(DAMAGED);
        given(handedIn(), DAMAGED).when(failure).then();
        given(handedIn(), DAMAGED).when(new RecordProbe(probed(1))).then(probed(1));
        given(handedIn(), DAMAGED, probed(1)).when(new RecordProbe(probed(1))).then();
        given(handedIn(), probed(1)).when(new RecordProbe(probed(2))).thenRefused(new RecordingRefusal.AlreadyProbed());
        given(handedIn(), probed(1)).when(failure).thenRefused(new RecordingRefusal.AlreadyProbed());
    }

    @Test
    void gaps_beyond_the_limit_are_counted_but_not_listed() {
        var decision = Recordings.decide(given(handedIn()).state(), new RecordProbe(probed(RecordingProbed.GAPS_MAX + 1)), KEYS);
        var accepted = assertInstanceOf(Decision.Accepted.class, decision);
        var event = assertInstanceOf(RecordingProbed.class, accepted.events().getFirst());
        assertEquals(RecordingProbed.GAPS_MAX, event.gaps().size());
        assertEquals(RecordingProbed.GAPS_MAX + 1, event.gapCount());
    }

    @Test
    void the_newest_examination_counts_and_lists_the_first_sightings() {
        var far = Collections.nCopies(ContinuityExamined.SIGHTINGS_MAX + 1, Sighting.of(Sign.ENCODER, "x".repeat(121)));
        var kept = Collections.nCopies(ContinuityExamined.SIGHTINGS_MAX, Sighting.of(Sign.ENCODER, "x".repeat(120)));
        var many = examined(new Observation(Check.REENCODING, new Outcome.Observed(far.size(), far)));
        var cut = examined(new Observation(Check.REENCODING, new Outcome.Observed(far.size(), kept)));
        given(handedIn(), probed(0)).when(new RecordContinuity(many)).then(cut);
        given(handedIn(), probed(0), cut).when(new RecordContinuity(many)).then();
        var again = examined(new Observation(Check.REENCODING, new Outcome.NotObserved()));
        given(handedIn(), probed(0), cut).when(new RecordContinuity(again)).then(again);
        given(handedIn(), DAMAGED).when(new RecordContinuity(again)).then(again);
        given().when(new RecordContinuity(again)).thenRefused(new RecordingRefusal.NoSuchRecording());
        var twice = new Observation(Check.TAIL, new Outcome.NotObserved());
        assertThrows(IllegalArgumentException.class, () -> examined(twice, twice));
    }

    private static ContinuityExamined examined(Observation... observations) {
        return new ContinuityExamined(List.of(observations), Thresholds.CURRENT, Optional.empty(), Optional.empty(), "ffmpeg 8.0");
    }

    @Test
    void a_copy_is_made_once_and_may_fail_before() {
        var failed = new DerivedCopyFailed(CopyKind.POSTER, MediaFault.TIME, "60 s");
        given(handedIn()).when(new RecordCopyFailure(CopyKind.POSTER, MediaFault.TIME, "60 s")).then(failed);
        given(handedIn(), failed).when(new RecordCopy(POSTER)).then(POSTER);
        given(handedIn(), failed, POSTER).when(new RecordCopy(POSTER)).then();
        given(handedIn(), POSTER).when(new RecordCopy(copy("bb")))
                .thenRefused(new RecordingRefusal.CopyAlreadyMade(CopyKind.POSTER));
    }

    @Test
    void only_the_agencys_own_keys_classify() {
        given(handedIn()).when(new Classify(Map.of("cause", "无照经营"))).then(new RecordingClassified(Map.of("cause", "无照经营")));
        given(handedIn(), new RecordingClassified(Map.of("cause", "x"))).when(new Classify(Map.of("cause", "x"))).then();
        given(handedIn())
                .when(new Classify(Map.of("colour", "red")))
                .thenRefused(new RecordingRefusal.UnknownKeys(List.of("colour"), List.of("cause", "party")));
        var notTaken = new RecordingRefusal.TextNotTaken("keys", 200);
        given(handedIn()).when(new Classify(Map.of("cause", "字".repeat(200))))
                .then(new RecordingClassified(Map.of("cause", "字".repeat(200))));
        given(handedIn()).when(new Classify(Map.of("cause", "字".repeat(201)))).thenRefused(notTaken);
        given(handedIn()).when(new Classify(Map.of("cause", " "))).thenRefused(notTaken);
        given(handedIn()).when(new Classify(Map.of("cause", "\ud800"))).thenRefused(notTaken);
    }

    @Test
    void every_viewing_and_export_is_an_event() {
        var viewing = new ViewingId(new UUID(0, 9));
        given(handedIn()).when(new View(viewing, Optional.empty())).then(new RecordingViewed(viewing, Optional.empty()));
        given(handedIn())
                .when(new Export(ExportForm.BUNDLE, Optional.of("复议")))
                .then(new RecordingExported(ExportForm.BUNDLE, Optional.of("复议")));
    }

    @Test
    void a_camera_file_is_cleared_only_for_the_stored_and_proven_bytes() {
        var clear = new ClearCameraFile(HAND_IN, ID, "DCIM/现场.mp4", SHA256, "张三");
        var cleared = new CameraFileCleared(HAND_IN, ID, "DCIM/现场.mp4", SHA256, "张三");
        given(handedIn()).when(clear).then(cleared);
        given(handedIn(), cleared).when(clear).then();
        given(handedIn()).when(clear, RecordingContext.none()).thenRefused(new RecordingRefusal.NotYetProven());
        var other = new Digest(Digest.Algorithm.SHA256, "ab".repeat(32));
        given(handedIn())
                .when(new ClearCameraFile(HAND_IN, ID, "DCIM/现场.mp4", other, "张三"))
                .thenRefused(new RecordingRefusal.OtherBytes(SHA256, other));
        given(handedIn())
                .when(new ClearCameraFile(new HandInId(new UUID(0, 8)), ID, "DCIM/现场.mp4", SHA256, "张三"))
                .thenRefused(new RecordingRefusal.OtherFile());
        given(handedIn())
                .when(new ClearCameraFile(HAND_IN, ID, "DCIM/other.mp4", SHA256, "张三"))
                .thenRefused(new RecordingRefusal.OtherFile());
        given().when(clear).thenRefused(new RecordingRefusal.NoSuchRecording());
    }

    @Test
    void what_cannot_follow_stops_the_loading() {
        assertThrows(CorruptStream.class, () -> given(DAMAGED).state());
        assertThrows(CorruptStream.class, () -> given(handedIn(), handedIn()).state());
        assertThrows(CorruptStream.class, () -> given(handedIn(), probed(0), DAMAGED).state());
        assertThrows(CorruptStream.class, () -> given(new PayloadDestroyed(1, "x", List.of("a", "b"))).state());
        assertThrows(CorruptStream.class, () -> given(new Destroyed("RecordingViewed")).state());
        assertThrows(CorruptStream.class, () -> given(handedIn(), new Destroyed("RecordingHandedIn")).state());
    }

    @Test
    void a_destroyed_hand_in_leaves_a_tombstone() {
        var given = given(new Destroyed("RecordingHandedIn"), probed(0), new PayloadDestroyed(1, "误采集", List.of("甲", "乙")));
        assertInstanceOf(RecordingState.Tombstone.class, given.state());
        given.when(new HandInRecording(handedIn())).thenRefused(new RecordingRefusal.RecordingDestroyed());
        assertInstanceOf(RecordingState.HandedIn.class, given(handedIn(), new Destroyed("RecordingViewed")).state());
    }
}
