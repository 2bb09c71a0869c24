package org.liuhen.cli.collect;

import java.time.Instant;
import java.util.Optional;
import org.liuhen.formats.devices.Listing;

/**
 * One file as the station saw it on a source, before anything was sent.
 *
 * @param problem why it cannot be handed in, although it is there
 * @param logged the device's time of it, where a vendor's log tells a better one than the file
 */
public record CameraFile(RawPath path, FileStamp stamp, Optional<Listing.Problem> problem, Optional<Instant> logged) {

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    /** A file that no log tells anything of. */
    public CameraFile(RawPath path, FileStamp stamp, Optional<Listing.Problem> problem) {
        this(path, stamp, problem, Optional.empty());
    }

    /** The file's own time, by the device's clock; absent if it is one of a damaged card, which no format can write. */
    public Optional<Instant> modifiedAt() {
        return Optional.of(logged.orElse(stamp.modifiedAt())).filter(time -> !time.isBefore(FIRST) && time.isBefore(END));
    }
}
