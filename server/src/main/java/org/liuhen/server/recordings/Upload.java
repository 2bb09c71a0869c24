package org.liuhen.server.recordings;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.DeviceClock;
import org.liuhen.core.values.DeviceId;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.HandInId;
import org.liuhen.core.values.RawName;
import org.liuhen.core.values.RecordingId;

/**
 * One file on its way in, as the client announced it.
 *
 * @param recording the id that it will have as a recording
 * @param key the client's own name for this upload, in case the answer to its creation is lost
 * @param file what the client says of the file
 * @param state how far it has come
 * @param expiresAt when an open upload is given up, or a finished one forgotten
 */
record Upload(
        UUID id, String agency, Actor creator, Optional<UUID> key, RecordingId recording, DeviceId device,
        Optional<HandInId> handIn, File file, State state, Instant expiresAt) {

    /** What the client says of the file; the size is exact, all else is a claim. */
    record File(
            String name, RawName nameBytes, String path, Optional<Instant> modifiedAt, Optional<DeviceClock> clock,
            Optional<Digest> claimed, long sizeBytes) {}

    /** How far an upload has come. */
    sealed interface State {
        /** Bytes are missing, or the last step is. */
        record Open() implements State {}

        /** It is a recording. */
        record Finished(Digest sha256) implements State {}

        /** The bytes were not those that the client had announced; there is no recording. */
        record Refused(Digest sha256) implements State {}
    }
}
