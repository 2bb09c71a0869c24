package org.liuhen.core.recordings.activities;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liuhen.core.recordings.coverage.Interval;
import org.liuhen.core.values.Command;
import org.liuhen.core.values.DeviceId;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.DocumentId;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.PlaceId;
import org.liuhen.core.values.RecordingId;
import org.liuhen.core.values.UnitCode;

/** What a person or a station asks of a field activity, beside what concerns its findings. */
public sealed interface ActivityCommand extends Command {

    /**
     * Open it, before or after it happened.
     *
     * @param weights why it must be recorded from beginning to end
     * @param officers of the agency's register
     * @param planned when it is to be; absent: now
     */
    record OpenActivity(
            ActivityId activity, RecordedItem item, Set<Weight> weights, String place, UnitCode unit, List<PersonId> officers,
            List<DeviceId> devices, Optional<Interval> planned)
            implements ActivityCommand {
        public OpenActivity {
            weights = Set.copyOf(weights);
            officers = List.copyOf(officers);
            devices = List.copyOf(devices);
        }
    }

    /** Other officers, another place or other devices. */
    record AmendActivity(String place, List<PersonId> officers, List<DeviceId> devices) implements ActivityCommand {
        public AmendActivity {
            officers = List.copyOf(officers);
            devices = List.copyOf(devices);
        }
    }

    /**
     * It is held at a place of the register; what that is, the server knows.
     *
     * @param handlesCases whether cases are handled there (执法办案场所)
     * @param cameras the fixed devices that stand there
     */
    record HoldAtPlace(PlaceId place, String name, boolean handlesCases, List<DeviceId> cameras) implements ActivityCommand {
        public HoldAtPlace {
            cameras = List.copyOf(cameras);
        }
    }

    /** The start point is reached: one tap. Said again, it corrects. */
    record StartActivity(Instant at) implements ActivityCommand {}

    /** The end point is reached. Said again, it corrects. */
    record EndActivity(Instant at) implements ActivityCommand {}

    /** Declare what is in the recording. */
    record MarkMoment(Mark.Kind kind, Optional<Instant> at, Set<String> words, Optional<String> toWhom) implements ActivityCommand {
        public MarkMoment {
            words = Set.copyOf(words);
        }
    }

    /** 现场发现违法行为: two more focus items apply (SQ-I-10.p2). */
    record FindViolation(boolean found) implements ActivityCommand {}

    /** Explain a break of the recording. */
    record ExplainInterruption(Interval time, String cause, Optional<String> text, boolean spoken) implements ActivityCommand {}

    /** Say that recording cannot go on, and to whom that was reported. */
    record GiveUpRecording(Instant stoppedAt, String cause, String unrecorded, List<GivenUp.Report> reports) implements ActivityCommand {
        public GiveUpRecording {
            reports = List.copyOf(reports);
        }
    }

    /** Sign the written statement of it. */
    record SignStatement(Instant at) implements ActivityCommand {}

    /**
     * The act was not recorded, on a ground of the agency's text.
     *
     * @param secret which kind, where that is the ground
     * @param cause which one, where an objective cause is the ground
     */
    record ExemptActivity(String ground, String facts, Optional<String> secret,
            Optional<String> cause) implements ActivityCommand {}

    /** Hand the work record of it to the leader in charge. */
    record SubmitWorkRecord(String reason, String basis, PersonId to, Instant at) implements ActivityCommand {}

    /** The leader takes note. */
    record AcknowledgeWorkRecord() implements ActivityCommand {}

    /**
     * A recording of the activity; never refused for being late.
     *
     * @param worn where its recorder was worn, if somebody said so
     */
    record FileToActivity(FiledSegment recording, Optional<String> worn) implements ActivityCommand {}

    /** It was filed to this activity by mistake. */
    record UnfileFromActivity(RecordingId recording, String reason) implements ActivityCommand {}

    /**
     * A text record of the same act.
     *
     * @param partySigned when the party signed it
     */
    record LinkDocument(LinkedDocument document, Set<Instant> partySigned) implements ActivityCommand {
        public LinkDocument {
            partySigned = Set.copyOf(partySigned);
        }
    }

    /** Say why the officers found it necessary to record. */
    record StateNecessity(String text) implements ActivityCommand {}

    /** Say when an article of a list is to be seen in the recording. */
    record ShowArticle(Optional<DocumentId> document, String name, Optional<String> quantity, Optional<String> state, Instant at)
            implements ActivityCommand {}

    /** It was linked by mistake. */
    record UnlinkDocument(DocumentId document, String reason) implements ActivityCommand {}

    /** Why the act is not, or not wholly, recorded, or why times differ: a written reason. */
    record GiveReason(String duty, String text) implements ActivityCommand {}

    /**
     * State a defect (情况说明): the general way out of a block.
     *
     * @param duties keys that the statement answers
     */
    record StateDefect(List<String> duties, String missing, String why, List<PersonId> by) implements ActivityCommand {
        public StateDefect {
            duties = List.copyOf(duties);
            by = List.copyOf(by);
        }
    }

    /** Close it: what the articles want is there. */
    record CloseActivity() implements ActivityCommand {}

    /**
     * Lodge the receipt that the party took along from the scene (现场回执).
     *
     * @param digest of its canonical bytes
     * @param code what people read of the digest
     */
    record LodgeSceneReceipt(SceneReceipt receipt, Digest digest, String code) implements ActivityCommand {}

    /** It did not take place. */
    record CancelActivity(String reason) implements ActivityCommand {}
}
