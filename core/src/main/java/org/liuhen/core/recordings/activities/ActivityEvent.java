package org.liuhen.core.recordings.activities;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.liuhen.core.recordings.coverage.Interval;
import org.liuhen.core.values.DeviceId;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.DeviceNumber;
import org.liuhen.core.values.DocumentId;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.Officer;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.PlaceId;
import org.liuhen.core.values.RecordingId;
import org.liuhen.core.values.UnitCode;

/** Events of one field activity. docs/formats.md, section 2.8. */
public sealed interface ActivityEvent extends Event {

    /**
     * It is open.
     *
     * @param profile digest of the agency's profile in force
     */
    record ActivityOpened(
            ActivityId activity, RecordedItem item, Set<Weight> weights, String place, UnitCode unit, List<Officer> officers,
            List<DeviceId> devices, Optional<Interval> planned, Digest profile)
            implements ActivityEvent {
        public ActivityOpened {
            weights = Collections.unmodifiableSet(new TreeSet<>(weights));
            officers = List.copyOf(officers);
            devices = List.copyOf(devices);
        }
    }

    /** Place, officers and devices are these from now on. */
    record ActivityAmended(String place, List<Officer> officers, List<DeviceId> devices) implements ActivityEvent {
        public ActivityAmended {
            officers = List.copyOf(officers);
            devices = List.copyOf(devices);
        }
    }

    /**
     * It is held at this place of the register, until it is amended to another one; the fixed devices there are planned too.
     *
     * @param handlesCases whether cases are handled there (执法办案场所)
     */
    record HeldAtPlace(PlaceId place, String name, boolean handlesCases, List<DeviceId> cameras) implements ActivityEvent {
        public HeldAtPlace {
            cameras = List.copyOf(cameras);
        }
    }

    /** The start point was reached. */
    record ActivityStarted(Instant at, PersonId by) implements ActivityEvent {}

    /** The end point was reached. */
    record ActivityEnded(Instant at, PersonId by) implements ActivityEvent {}

    /** An officer declared what is in the recording. */
    record MomentMarked(Mark mark) implements ActivityEvent {}

    /** A violation was found on site, or none. */
    record ViolationFound(boolean found) implements ActivityEvent {}

    /** A break is explained. */
    record InterruptionExplained(Interruption interruption) implements ActivityEvent {}

    /** Recording could not go on. */
    record RecordingGivenUp(Instant stoppedAt, String cause, String unrecorded, List<GivenUp.Report> reports) implements ActivityEvent {
        public RecordingGivenUp {
            reports = List.copyOf(reports);
        }
    }

    /** An officer signed the written statement of it. */
    record StatementSigned(PersonId officer, Instant at) implements ActivityEvent {}

    /** The act was not recorded, on this ground. */
    record ActivityExempted(String ground, String facts, Optional<String> secret, PersonId by) implements ActivityEvent {}

    /** The unit had these when its exemption said that it has none: as the register of devices stood. */
    record ProofDevicesHeld(List<DeviceNumber> devices) implements ActivityEvent {
        public ProofDevicesHeld {
            devices = List.copyOf(devices);
        }
    }

    /** The work record went to the leader in charge. */
    record WorkRecordSubmitted(String reason, String basis, PersonId to, Instant at) implements ActivityEvent {}

    /** The leader took note. */
    record WorkRecordAcknowledged(PersonId by, Instant at) implements ActivityEvent {}

    /** The recording belongs to the activity. */
    record FiledToActivity(FiledSegment recording) implements ActivityEvent {}

    /** The recording does not belong to the activity. */
    record UnfiledFromActivity(RecordingId recording, String reason) implements ActivityEvent {}

    /** The text record is of the same act. */
    record DocumentLinked(LinkedDocument document) implements ActivityEvent {}

    /** The text record is of another act. */
    record DocumentUnlinked(DocumentId document, String reason) implements ActivityEvent {}

    /** A written reason for one duty. */
    record ReasonGiven(String duty, String text, PersonId by) implements ActivityEvent {}

    /** A defect is stated; it marks the activity for ever and is a finding. */
    record ActivityDefectStated(List<String> duties, String missing, String why, List<PersonId> by) implements ActivityEvent {
        public ActivityDefectStated {
            duties = List.copyOf(duties);
            by = List.copyOf(by);
        }
    }

    /**
     * The receipt that the party took along from the scene is in the record.
     *
     * @param digest SHA-256 of the receipt's canonical bytes
     * @param code what people read of the digest
     */
    record SceneReceiptLodged(SceneReceipt receipt, Digest digest, String code) implements ActivityEvent {}

    /** The agency's guide to what is said that was in force when it began. */
    record GuideFollowed(GuideVersion guide) implements ActivityEvent {}

    /** Why the officers found it necessary to record. */
    record NecessityStated(String text, PersonId by) implements ActivityEvent {}

    /**
     * What the objective cause was, and when the same officer left out a recording on that ground before.
     *
     * @param earlier in the order of time
     */
    record ExemptionCauseNamed(String cause, List<Instant> earlier) implements ActivityEvent {
        public ExemptionCauseNamed {
            earlier = List.copyOf(earlier);
        }
    }

    /** The party signed the linked document at these times; the newest facts count. */
    record PartySigned(DocumentId document, Set<Instant> at) implements ActivityEvent {
        public PartySigned {
            at = Collections.unmodifiableSet(new TreeSet<>(at));
        }
    }

    /** An article of a list is to be seen in the recording. */
    record ArticleShown(ShownArticle article) implements ActivityEvent {}

    /**
     * Where the recorder was worn that took the recording, as the officer said when he took it.
     *
     * @param position a word of {@code WearDeclared}
     */
    record WornWhile(RecordingId recording, String position) implements ActivityEvent {}

    /** It is closed. */
    record ActivityClosed(boolean defective) implements ActivityEvent {}

    /** It did not take place. */
    record ActivityCancelled(String reason) implements ActivityEvent {}
}
