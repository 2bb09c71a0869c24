package org.liuhen.core.recordings.activities;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.liuhen.core.findings.FindingBook;
import org.liuhen.core.recordings.activities.ActivityEvent.ActivityDefectStated;
import org.liuhen.core.recordings.activities.ActivityEvent.ActivityOpened;
import org.liuhen.core.recordings.activities.ActivityEvent.HeldAtPlace;
import org.liuhen.core.recordings.activities.ActivityEvent.SceneReceiptLodged;
import org.liuhen.core.recordings.coverage.Interval;
import org.liuhen.core.values.DeviceId;
import org.liuhen.core.values.DocumentId;
import org.liuhen.core.values.Officer;
import org.liuhen.core.values.RecordingId;

/** What an activity's history says. */
public sealed interface ActivityState {

    /** Nothing opened under this id. */
    record Absent() implements ActivityState {}

    /** The payload of the opening was destroyed by law. */
    record Tombstone() implements ActivityState {}

    /** It did not take place. */
    record Cancelled(Known activity, String reason) implements ActivityState {}

    /**
     * Opened.
     *
     * @param closed whether it was closed; what comes later still counts
     */
    record Known(
            ActivityOpened opened, Team team, Course course, Evidence evidence, Details details, boolean closed,
            FindingBook findings)
            implements ActivityState {

        /**
         * Who is there, where, with which devices: as amended.
         *
         * @param held at which place of the register; empty elsewhere
         */
        public record Team(String place, List<Officer> officers, List<DeviceId> devices, Optional<HeldAtPlace> held) {
            public Team {
                officers = List.copyOf(officers);
                devices = List.copyOf(devices);
            }

            /** With other officers, devices or another place, which is not the register's unless it is called the same. */
            Team amended(String where, List<Officer> who, List<DeviceId> with) {
                return new Team(where, who, with, held.filter(there -> there.name().equals(where)));
            }

            Team at(HeldAtPlace there) {
                var all = Stream.concat(devices.stream(), there.cameras().stream()).distinct().toList();
                return new Team(there.name(), officers, all, Optional.of(there));
            }
        }

        /** What people say of its course. */
        public record Course(
                Optional<Instant> startedAt, Optional<Instant> endedAt, List<Mark> marks, boolean violationFound,
                List<Interruption> interruptions, Optional<GivenUp> givenUp, Optional<Exemption> exemption,
                Map<String, String> reasons, List<ActivityDefectStated> defects) {
            public Course {
                marks = List.copyOf(marks);
                interruptions = List.copyOf(interruptions);
                reasons = Collections.unmodifiableMap(new TreeMap<>(reasons));
                defects = List.copyOf(defects);
            }

            static Course begun() {
                return new Course(Optional.empty(), Optional.empty(), List.of(), false, List.of(), Optional.empty(), Optional.empty(),
                        Map.of(), List.of());
            }

            /** Marks of a kind. */
            public Stream<Mark> marks(Mark.Kind kind) {
                return marks.stream().filter(mark -> mark.kind() == kind);
            }

            /** Whether somebody stated a defect for the duty. */
            public boolean defectStated(String duty) {
                return defects.stream().anyMatch(defect -> defect.duties().contains(duty));
            }
        }

        /**
         * What the files and papers show.
         *
         * @param receipts that parties took along, in the order of their lodging
         */
        public record Evidence(
                Map<RecordingId, FiledSegment> recordings, Map<DocumentId, LinkedDocument> documents,
                        List<SceneReceiptLodged> receipts) {
            public Evidence {
                recordings = Map.copyOf(recordings);
                documents = Map.copyOf(documents);
                receipts = List.copyOf(receipts);
            }

            Evidence with(Map<RecordingId, FiledSegment> next) {
                return new Evidence(next, documents, receipts);
            }

            Evidence withDocuments(Map<DocumentId, LinkedDocument> next) {
                return new Evidence(recordings, next, receipts);
            }

            Evidence and(SceneReceiptLodged receipt) {
                return new Evidence(recordings, documents, Stream.concat(receipts.stream(), Stream.of(receipt)).toList());
            }

            /** Its recordings, in no order. */
            public Collection<FiledSegment> filed() {
                return recordings.values();
            }
        }

        static Known opened(ActivityOpened e) {
            return new Known(e, new Team(e.place(), e.officers(), e.devices(), Optional.empty()), Course.begun(),
                    new Evidence(Map.of(), Map.of(), List.of()), Details.NONE, false, FindingBook.empty());
        }

        /** Why it must be recorded from beginning to end: as was said when it was opened, and because of the place where it is held. */
        public Set<Weight> weights() {
            var weights = new TreeSet<>(opened.weights());
            if (team.held().filter(HeldAtPlace::handlesCases).isPresent()) weights.add(Weight.CASE_HANDLING_PLACE);
            return weights;
        }

        /** From its start point to its end point; empty before the end, or where the two contradict each other. */
        public Optional<Interval> time() {
            return course.startedAt()
                    .flatMap(from -> course.endedAt().filter(to -> !to.isBefore(from)).map(to -> new Interval(from, to)));
        }

        Known with(Team next) {
            return new Known(opened, next, course, evidence, details, closed, findings);
        }

        Known with(Course next) {
            return new Known(opened, team, next, evidence, details, closed, findings);
        }

        Known with(Evidence next) {
            return new Known(opened, team, course, next, details, closed, findings);
        }

        Known with(FindingBook next) {
            return new Known(opened, team, course, evidence, details, closed, next);
        }

        Known with(Details next) {
            return new Known(opened, team, course, evidence, next, closed, findings);
        }

        Known close() {
            return new Known(opened, team, course, evidence, details, true, findings);
        }
    }
}
