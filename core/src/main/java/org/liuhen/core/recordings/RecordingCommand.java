package org.liuhen.core.recordings;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuhen.core.values.Command;
import org.liuhen.core.values.DeviceId;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.HandInId;
import org.liuhen.core.values.RecordingId;
import org.liuhen.core.values.ViewingId;

/** What can be asked of a recording. There is no command that changes or removes its bytes. */
public sealed interface RecordingCommand extends Command {

    /** The bytes are durable in the vault; take them in. */
    record HandInRecording(RecordingEvent.RecordingHandedIn facts) implements RecordingCommand {}

    /** The media tool is done. All gaps it found; the decider keeps the first ones. */
    record RecordProbe(RecordingEvent.RecordingProbed found) implements RecordingCommand {}

    /** The media tool gave up. */
    record RecordProbeFailure(MediaFault reason, String detail, String tool) implements RecordingCommand {}

    /** The file was looked through. All sightings; the decider keeps the first ones. */
    record RecordContinuity(RecordingEvent.ContinuityExamined found) implements RecordingCommand {}

    /** A derived copy is in the vault. */
    record RecordCopy(RecordingEvent.DerivedCopyMade made) implements RecordingCommand {}

    /** A derived copy could not be made. */
    record RecordCopyFailure(CopyKind copy, MediaFault reason, String detail) implements RecordingCommand {}

    /** These are the values of the classification keys; a key left out has none. */
    record Classify(Map<String, String> keys) implements RecordingCommand {
        public Classify {
            keys = Map.copyOf(keys);
        }
    }

    /** Somebody wants to see it. */
    record View(ViewingId viewing, Optional<String> purpose) implements RecordingCommand {}

    /** Somebody wants to take it out. */
    record Export(ExportForm to, Optional<String> purpose) implements RecordingCommand {}

    /**
     * A designated station hands over the receipt that it signed when the server was away. Its signature holds.
     *
     * @param facts what would be recorded
     * @param device whose file it was, where the station knew it
     * @param sizeBytes of the file as the station had it
     * @param chain what is known of the station's other receipts
     */
    record ReconcileStationReceipt(
            RecordingEvent.StationReceiptReconciled facts, Optional<DeviceId> device, long sizeBytes, Digest sha256, Digest sm3Tree,
            StationChain chain) implements RecordingCommand {}

    /**
     * What is known of the time out in which it was recorded.
     *
     * @param delays all of the device; those of another time out are left away
     */
    record TellDelays(Optional<Instant> out, Optional<Instant> back, List<CustodyEvent.ToldDelay> delays) implements RecordingCommand {
        public TellDelays {
            delays = List.copyOf(delays);
        }
    }

    /** The station has removed the file from the device, or is about to: the record comes first. */
    record ClearCameraFile(HandInId handIn, RecordingId recording, String path, Digest sha256, String confirmedBy)
            implements RecordingCommand {}
}
