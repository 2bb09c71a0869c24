package org.liuhen.core.recordings;

import java.time.Instant;
import java.util.Optional;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.RecordingId;

/**
 * What is known of a station's other receipts when one is handed over. They come in any order, so neighbours may be missing.
 *
 * @param now the server's time
 * @param same the receipt that has this number already
 * @param user the recording that this very receipt was handed over for already
 * @param before the receipt with the number before
 * @param namedByNext what the receipt with the number after names as the one before it
 * @param earliest no receipt with a smaller number is later than this
 * @param latest no receipt with a larger number is earlier than this
 */
public record StationChain(
        Instant now, Optional<Digest> same, Optional<RecordingId> user, Optional<Digest> before, Optional<Digest> namedByNext,
        Optional<Instant> earliest, Optional<Instant> latest) {}
