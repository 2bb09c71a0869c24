package org.liuhen.server.journal;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.Event;
import org.liuhen.formats.events.EventTypes;
import org.liuhen.formats.events.Leaf;
import org.liuhen.formats.events.Payload;

/** An event on its way into the journal: its payload is written, its moment is not yet known. */
final class Draft {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Submission submission;
    private final UUID stream;
    private final long version;
    private final Event event;
    private final byte[] salt = new byte[Payload.SALT_BYTES];
    private final byte[] payload;

    private Draft(Submission submission, UUID stream, long version, Event event) {
        this.submission = submission;
        this.stream = stream;
        this.version = version;
        this.event = event;
        RANDOM.nextBytes(salt);
        payload = bytes(new Payload(
                submission.actor(), Optional.empty(), submission.command(), event, submission.occurredAt(),
                        submission.uncertainty()));
    }

    /** The events of a submission, in its order. @throws PayloadTooLarge if one is over the limit */
    static List<Draft> of(Submission submission) {
        var drafts = new ArrayList<Draft>();
        for (var append : submission.appends()) {
            var version = append.expectedVersion();
            for (var event : append.events()) {
                drafts.add(new Draft(submission, append.stream(), ++version, event));
            }
        }
        return drafts;
    }

    private static byte[] bytes(Payload payload) {
        try {
            return payload.write();
        } catch (IllegalArgumentException e) {
            throw new PayloadTooLarge(EventTypes.typeOf(payload.event()), e);
        }
    }

    UUID stream() {
        return stream;
    }

    long version() {
        return version;
    }

    UUID command() {
        return submission.command();
    }

    String type() {
        return EventTypes.typeOf(event);
    }

    int typeVersion() {
        return EventTypes.versionOf(type());
    }

    byte[] salt() {
        return salt;
    }

    byte[] payload() {
        return payload;
    }

    /** The bytes for the ledger. */
    byte[] leaf(Instant recordedAt) {
        return Leaf.over(new AgencyCode(submission.agency()), stream, version, type(), recordedAt, salt, payload).write();
    }

    /** What a reader will find. */
    Recorded recorded(long position, Instant recordedAt) {
        var context = new Recorded.Context(
                EventRows.cut(submission.occurredAt()), submission.uncertainty(), submission.actor(), submission.command());
        return new Recorded(
                position, submission.agency(), stream, version, recordedAt, type(), event, Optional.of(context));
    }
}
