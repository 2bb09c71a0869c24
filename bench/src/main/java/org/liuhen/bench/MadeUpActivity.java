package org.liuhen.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.liuhen.core.law.Law;
import org.liuhen.core.recordings.MediaKind;
import org.liuhen.core.recordings.activities.Activities;
import org.liuhen.core.recordings.activities.ActivityEvent;
import org.liuhen.core.recordings.activities.ActivityId;
import org.liuhen.core.recordings.activities.ActivityState;
import org.liuhen.core.recordings.activities.FiledSegment;
import org.liuhen.core.recordings.activities.Interruption;
import org.liuhen.core.recordings.activities.LinkedDocument;
import org.liuhen.core.recordings.activities.Mark;
import org.liuhen.core.recordings.activities.Means;
import org.liuhen.core.recordings.coverage.Interval;
import org.liuhen.core.recordings.coverage.Segment;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.CaseId;
import org.liuhen.core.values.DeviceId;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.DocumentId;
import org.liuhen.core.values.Officer;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.RecordingId;
import org.liuhen.core.values.Role;
import org.liuhen.core.values.UnitCode;
import org.liuhen.formats.law.Items;

/**
 * A field activity that nobody carried out, as the journal keeps it: two officers, two cameras, two files of each, with holes, overlaps and
 * clocks that are off. The same number is the same activity.
 */
record MadeUpActivity(AgencyCode agency, List<MadeUpCase.Stored> events) {

    /** How many segments each has. */
    static final int SEGMENTS = 4;

    private static final List<AgencyCode> AGENCIES = MadeUpCase.LAWS.keySet().stream().sorted().toList();
    private static final Instant FIRST = Instant.parse("2026-03-02T01:00:00Z");
    private static final long SEED = 0x2545f4914f6cdd1dL;
    private static final Digest PROFILE = Digest.sha256(new byte[32]);

    /** Writes one down, event by event. */
    private static final class Script {
        private final SplittableRandom random;
        private final List<MadeUpCase.Stored> events = new ArrayList<>();
        private Instant now = FIRST;

        private Script(SplittableRandom random) {
            this.random = random;
        }

        private UUID id() {
            return new UUID((random.nextLong() & ~0xf000L) | 0x4000L, (random.nextLong() >>> 2) | Long.MIN_VALUE);
        }

        private void then(ActivityEvent event, Actor actor) {
            events.add(MadeUpCase.stored(event, now, actor, id()));
            now = now.plusSeconds(20);
        }
    }

    static MadeUpActivity of(long number) {
        var script = new Script(new SplittableRandom(number * SEED));
        var random = script.random;
        var agency = AGENCIES.get(random.nextInt(AGENCIES.size()));
        var law = MadeUpCase.law(agency);
        var begins = FIRST.plus(Duration.ofDays(random.nextInt(200))).plus(Duration.ofMinutes(random.nextInt(6 * 60)));
        var ends = begins.plus(Duration.ofMinutes(10 + random.nextInt(110)));
        var unit = new UnitCode("brigade-" + (1 + random.nextInt(8)));
        var officers = List.of(officer(script.id(), unit), officer(script.id(), unit));
        var by = Actor.person(officers.getFirst().id(), officers.getFirst().name(), Role.OFFICER);
        var cameras = List.of(new DeviceId(script.id()), new DeviceId(script.id()));
        script.now = begins.minusSeconds(600);
        script.then(opened(script, law, begins, unit, officers, cameras), by);
        script.now = begins;
        script.then(new ActivityEvent.ActivityStarted(begins, officers.getFirst().id()), by);
        for (var kind : List.of(Mark.Kind.CERTIFICATE_SHOWN, Mark.Kind.ANNOUNCED)) {
            if (random.nextInt(8) > 0) script.then(new ActivityEvent.MomentMarked(new Mark(kind, Optional.of(script.now), Set.of("party"),
                    Optional.of("当事人"), officers.getFirst().id())), by);
        }
        script.now = ends;
        script.then(new ActivityEvent.ActivityEnded(ends, officers.getFirst().id()), by);
        for (var camera : cameras) film(script, camera, begins, ends, by);
        script.then(new ActivityEvent.DocumentLinked(new LinkedDocument(new DocumentId(script.id()), new CaseId(script.id()), "现场笔录",
                Optional.of(new Interval(begins, ends)))), by);
        return new MadeUpActivity(agency, List.copyOf(script.events));
    }

    private static ActivityEvent.ActivityOpened opened(
            Script script, Law law, Instant begins, UnitCode unit, List<Officer> officers, List<DeviceId> cameras) {
        var items = Items.shipped().list(law.on(LocalDate.ofInstant(begins, law.zone())));
        return new ActivityEvent.ActivityOpened(new ActivityId(script.id()), items.get(script.random.nextInt(items.size())), Set.of(),
                "某某路 " + script.random.nextInt(300) + " 号", unit, officers, cameras, Optional.empty(), PROFILE);
    }

    private static Officer officer(UUID id, UnitCode unit) {
        return new Officer(new PersonId(id), "某执法员", "0800001", LocalDate.of(2024, 1, 1), LocalDate.of(2030, 12, 31), unit);
    }

    /** Two files with a split of some seconds between them; one in five breaks off for minutes, and that is explained now and then. */
    private static void film(Script script, DeviceId camera, Instant begins, Instant ends, Actor by) {
        var random = script.random;
        var length = Duration.between(begins, ends).toSeconds();
        var from = begins.plusSeconds(random.nextInt(-120, 60));
        var split = begins.plusSeconds(length / 4 + random.nextLong(length / 2));
        var again = split.plusSeconds(random.nextInt(5) == 0 ? 60 + random.nextInt(600) : random.nextInt(4));
        var to = ends.plusSeconds(random.nextInt(-60, 120));
        var uncertainty = Duration.ofMillis(500 + random.nextInt(90_000));
        var stored = ends.plus(Duration.ofHours(random.nextInt(10) == 0 ? 40 : 3));
        for (var time : List.of(new Interval(from, split), new Interval(again.isBefore(to) ? again : to, to))) {
            var segment = new Segment(new RecordingId(script.id()), camera, MediaKind.VIDEO, time, uncertainty);
            script.then(new ActivityEvent.FiledToActivity(
                    new FiledSegment(segment, EnumSet.of(Means.VIDEO, Means.AUDIO), stored, Optional.of(time.from()))), by);
        }
        if (again.isAfter(split.plusSeconds(30)) && again.isBefore(to) && random.nextBoolean()) {
            script.then(new ActivityEvent.InterruptionExplained(new Interruption(new Interval(split, again), "deviceFault", Optional.of("电量不足"), true,
                    PersonId.parse(by.id()))), by);
        }
    }

    /** The activity as its events have made it, read from their bytes. */
    ActivityState.Known known() {
        ActivityState state = new ActivityState.Absent();
        for (var one : events) state = Activities.evolve(state, one.event(), one.recordedAt());
        if (state instanceof ActivityState.Known known) return known;
        throw new IllegalStateException("no activity");
    }
}
