package org.liuhen.core.recordings;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.liuhen.core.recordings.continuity.Check;
import org.liuhen.core.recordings.continuity.Observation;
import org.liuhen.core.recordings.continuity.Outcome;
import org.liuhen.core.recordings.continuity.Pictures;
import org.liuhen.core.recordings.continuity.Sighting;
import org.liuhen.core.recordings.continuity.Thresholds;
import org.liuhen.core.values.DeviceClock;
import org.liuhen.core.values.DeviceId;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.HandInId;
import org.liuhen.core.values.RawName;
import org.liuhen.core.values.RecordingId;
import org.liuhen.core.values.StationId;
import org.liuhen.core.values.TextLimit;
import org.liuhen.core.values.ViewingId;

/** Events of one recording. docs/formats.md, section 2.4. */
public sealed interface RecordingEvent extends Event
        permits RecordingEvent.RecordingHandedIn, RecordingEvent.RecordingProbed, RecordingEvent.RecordingNotProbed,
                RecordingEvent.DerivedCopyMade, RecordingEvent.DerivedCopyFailed, RecordingEvent.RecordingClassified,
                RecordingEvent.RecordingViewed, RecordingEvent.RecordingExported, RecordingEvent.StationReceiptReconciled,
                RecordingEvent.CameraFileCleared, RecordingEvent.ContinuityExamined, CustodyEvent {

    /**
     * 入库: the bytes are durable and belong to the agency from now on.
     *
     * @param name for people
     * @param nameBytes as the device has it
     * @param path in the source, for people
     * @param sha256 names the object in the vault
     * @param sm3Tree root over leaves of 64 KiB
     * @param modifiedAt the file's own time, by the device's clock
     */
    record RecordingHandedIn(
            RecordingId recording,
            DeviceId device,
            Optional<HandInId> handIn,
            String name,
            RawName nameBytes,
            String path,
            long sizeBytes,
            Digest sha256,
            Digest sm3Tree,
            Optional<Instant> modifiedAt,
            Optional<DeviceClock> clock,
            Via via)
            implements RecordingEvent {}

    /**
     * What the media tool found.
     *
     * @param container the tool's name of the format
     * @param deviceCreatedAt as the file says, by the device's clock
     * @param startedAt corrected by the measured clock
     * @param endedAt corrected by the measured clock
     * @param uncertainty of both, where the clock was measured
     * @param gaps the first {@link #GAPS_MAX}
     * @param gapCount all of them
     * @param rotation degrees clockwise to show it upright: 0, 90, 180 or 270
     * @param tool name and version
     */
    record RecordingProbed(
            MediaKind kind,
            String container,
            List<MediaStream> streams,
            Optional<Duration> duration,
            Optional<Instant> deviceCreatedAt,
            Optional<Instant> startedAt,
            Optional<Instant> endedAt,
            Optional<Duration> uncertainty,
            Optional<Position> gps,
            List<Gap> gaps,
            long gapCount,
            long duplicateTimestamps,
            int rotation,
            String tool)
            implements RecordingEvent {

        /** The most gaps that are listed one by one. */
        public static final int GAPS_MAX = 500;

        /** The most streams that are listed. */
        public static final int STREAMS_MAX = 32;

        public RecordingProbed {
            streams = List.copyOf(streams);
            gaps = List.copyOf(gaps);
        }

        /** The same, with no more gaps, streams and words of the tool than are kept. */
        RecordingProbed cut(TextLimit words) {
            return new RecordingProbed(
                    kind,
                    words.cut(container),
                    streams.subList(0, Math.min(streams.size(), STREAMS_MAX)),
                    duration,
                    deviceCreatedAt,
                    startedAt,
                    endedAt,
                    uncertainty,
                    gps,
                    gaps.subList(0, Math.min(gaps.size(), GAPS_MAX)),
                    gapCount,
                    duplicateTimestamps,
                    rotation,
                    words.cut(tool));
        }
    }

    /**
     * The file was looked through for what tells of its continuity. The newest examination counts.
     *
     * @param observations each check once at most
     * @param pictures which were looked at, where any were
     * @param pictureStep the longest time between two of those that were looked at, where not every one was
     * @param tool name and version
     */
    record ContinuityExamined(
            List<Observation> observations, Thresholds thresholds, Optional<Pictures> pictures, Optional<Duration> pictureStep,
            String tool)
            implements RecordingEvent {

        /** The most sightings of one check that are listed one by one. */
        public static final int SIGHTINGS_MAX = 40;

        private static final TextLimit DETAIL = new TextLimit("detail", 120);

        public ContinuityExamined {
            observations = List.copyOf(observations);
            if (observations.stream().map(Observation::check).distinct().count() < observations.size()) {
                throw new IllegalArgumentException("a check stands there twice");
            }
        }

        /** The outcome of a check; empty where this examination did not know it. */
        public Optional<Outcome> outcome(Check check) {
            return observations.stream().filter(found -> found.check() == check).map(Observation::outcome).findFirst();
        }

        /** The same, with no more sightings and words than are kept. */
        ContinuityExamined cut(TextLimit words) {
            var kept = observations.stream().map(found -> new Observation(found.check(), cut(found.outcome()))).toList();
            return new ContinuityExamined(kept, thresholds, pictures, pictureStep, words.cut(tool));
        }

        private static Outcome cut(Outcome outcome) {
            return switch (outcome) {
                case Outcome.Observed(var count, var sightings) -> new Outcome.Observed(count,
                        sightings.stream().limit(SIGHTINGS_MAX).map(ContinuityExamined::cut).toList());
                case Outcome.NotPerformed(var hindrance, var detail) -> new Outcome.NotPerformed(hindrance, DETAIL.cut(detail));
                case Outcome.NotObserved _, Outcome.NotApplicable _ -> outcome;
            };
        }

        private static Sighting cut(Sighting seen) {
            return new Sighting(seen.sign(), seen.at(), seen.length(), seen.detail().map(DETAIL::cut));
        }
    }

    /** The media tool found nothing; the recording stays as it is. */
    record RecordingNotProbed(MediaFault reason, String detail, String tool) implements RecordingEvent {}

    /**
     * A derived copy is in the vault.
     *
     * @param frames pictures in the sheet (thumbnails)
     * @param step time between two of them (thumbnails)
     */
    record DerivedCopyMade(
            CopyKind copy,
            Digest sha256,
            long sizeBytes,
            String mediaType,
            String tool,
            Optional<Integer> frames,
            Optional<Duration> step)
            implements RecordingEvent {}

    /** A derived copy could not be made; the recording stays as it is. */
    record DerivedCopyFailed(CopyKind copy, MediaFault reason, String detail) implements RecordingEvent {}

    /**
     * 分类: the agency's own classification keys have these values from now on.
     *
     * @param keys all keys that have a value, not only the changed ones; sorted
     */
    record RecordingClassified(Map<String, String> keys) implements RecordingEvent {
        public RecordingClassified {
            keys = Collections.unmodifiableMap(new TreeMap<>(keys));
        }
    }

    /** 查阅: somebody asked to see it. Recorded before the first byte is shown. */
    record RecordingViewed(ViewingId viewing, Optional<String> purpose) implements RecordingEvent {}

    /** 复制、提供: it was given out. Recorded before the first byte leaves. */
    record RecordingExported(ExportForm to, Optional<String> purpose) implements RecordingEvent {}

    /**
     * 采集站入库: the file was durable in a station's own store before the server had it, and the station's receipt of that holds.
     *
     * @param receivedAt when it was durable there, as the station signed
     * @param sequence of the receipt among the station's receipts
     * @param receipt the digest of the receipt
     * @param previous the digest of the receipt before it
     * @param key the id of the key that signed it
     */
    record StationReceiptReconciled(
            StationId station, Instant receivedAt, long sequence, Digest receipt, Optional<Digest> previous, String key)
            implements RecordingEvent {}

    /**
     * The file was removed from the device, after its receipt was verified and its bytes were hashed again. Stands in the
     * recording's
     * stream, because only there is known what was stored: a rule reads one stream.
     *
     * @param path in the source, as handed in
     * @param sha256 of the bytes on the device, just before
     * @param confirmedBy the name that the person gave
     */
    record CameraFileCleared(HandInId handIn, RecordingId recording, String path, Digest sha256, String confirmedBy)
            implements RecordingEvent {}
}
