package org.liuhen.formats.law.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.devices.WearPosition;
import org.liuhen.core.devices.places.PlaceKind;
import org.liuhen.core.recordings.MediaKind;
import org.liuhen.core.recordings.activities.ActivityId;
import org.liuhen.core.recordings.activities.Weight;
import org.liuhen.core.values.DeviceId;
import org.liuhen.core.values.DocumentId;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.RecordingId;
import org.liuhen.core.values.UnitCode;

/** What a worked case says of an activity where core's command holds more than a lawyer writes. {@link ActivityPlay} completes it. */
public sealed interface ActivityFact {

    /**
     * The activity, with the row of the agency's items list.
     *
     * @param act of law/items.yaml
     */
    record Open(
            ActivityId activity, String act, List<Weight> weights, String place, UnitCode unit, List<PersonId> officers,
            List<DeviceId> devices)
            implements ActivityFact {
        public Open {
            weights = List.copyOf(weights);
            officers = List.copyOf(officers);
            devices = List.copyOf(devices);
        }
    }

    /** The unit has these explosion-proof devices, by number. */
    record HoldProofDevices(List<String> devices) implements ActivityFact {
        public HoldProofDevices {
            devices = List.copyOf(devices);
        }
    }

    /** It is held at a place of the register. @param cameras the fixed devices there */
    record HoldAt(String place, PlaceKind kind, List<DeviceId> cameras) implements ActivityFact {
        public HoldAt {
            cameras = List.copyOf(cameras);
        }
    }

    /**
     * A recording; it is in the store at the time of the fact.
     *
     * @param to absent: a moment, such as that of a photograph
     * @param silent a video without sound
     * @param created as the file says
     * @param worn where the recorder was worn, as the officer said
     */
    record File(
            RecordingId recording, DeviceId device, MediaKind kind, Instant from, Optional<Instant> to, Duration uncertainty,
                    boolean silent,
            Optional<Instant> created, Optional<WearPosition> worn)
            implements ActivityFact {
        public File {
            if (to.filter(from::isAfter).isPresent()) throw new IllegalArgumentException("ends before it begins");
            if (uncertainty.isNegative()) throw new IllegalArgumentException("uncertainty " + uncertainty);
        }
    }

    /**
     * A text record of the same act, with begin and end as they stand in it, or with neither.
     *
     * @param partySigned when the party signed it
     */
    record Link(DocumentId document, String title, Optional<Instant> from, Optional<Instant> to,
            Optional<Instant> partySigned) implements ActivityFact {
        public Link {
            if (from.isPresent() != to.isPresent()) throw new IllegalArgumentException("from and to go together");
            if (from.filter(to.orElse(Instant.MAX)::isBefore).isPresent()) throw new IllegalArgumentException("ends before it begins");
        }
    }

    /**
     * The start point is reached.
     *
     * @param guide whether the agency has confirmed a guide to what is said
     */
    record Start(Instant at, boolean guide) implements ActivityFact {}

    /**
     * 不予记录.
     *
     * @param cause where the ground is an objective cause
     * @param earlier when the same officer left out recordings on this ground before
     */
    record Exempt(String ground, String facts, Optional<String> secret, Optional<String> cause,
            List<Instant> earlier) implements ActivityFact {
        public Exempt {
            earlier = List.copyOf(earlier);
        }
    }

    /** 亮证. */
    record ShowCertificates(Optional<Instant> at, String toWhom) implements ActivityFact {}

    /**
     * 告知.
     *
     * @param audience who heard it
     */
    record Announce(Optional<Instant> at, List<String> audience) implements ActivityFact {
        public Announce {
            audience = List.copyOf(audience);
        }
    }

    /** 语音说明 at the beginning. */
    record Introduce(Optional<Instant> at, List<String> contents) implements ActivityFact {
        public Introduce {
            contents = List.copyOf(contents);
        }
    }

    /** Focus items that are in the recording. */
    record TagFocus(Optional<Instant> at, List<String> items) implements ActivityFact {
        public TagFocus {
            items = List.copyOf(items);
        }
    }

    /**
     * Focus items that do not apply.
     *
     * @param items none: all of the agency's that nobody has tagged
     * @param except those of them that are left open
     */
    record TagNotApplicable(List<String> items, List<String> except) implements ActivityFact {
        public TagNotApplicable {
            items = List.copyOf(items);
            except = List.copyOf(except);
        }
    }
}
