package org.liuhen.core.recordings.activities;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.liuhen.core.recordings.activities.ActivityEvent.ActivityDefectStated;
import org.liuhen.core.recordings.activities.ActivityState.Known.Course;
import org.liuhen.core.recordings.activities.ActivityState.Known;
import org.liuhen.core.values.CorruptStream;

/** What each event of an open activity changes. */
final class ActivityHistory {

    private ActivityHistory() {}

    static Known follow(Known known, ActivityEvent event) {
        var course = known.course();
        var evidence = known.evidence();
        return switch (event) {
            case ActivityEvent.ActivityAmended e -> known.with(known.team().amended(e.place(), e.officers(), e.devices()));
            case ActivityEvent.HeldAtPlace e -> known.with(known.team().at(e));
            case ActivityEvent.ActivityStarted e -> known.with(times(course, Optional.of(e.at()), course.endedAt()));
            case ActivityEvent.ActivityEnded e -> known.with(times(course, course.startedAt(), Optional.of(e.at())));
            case ActivityEvent.MomentMarked e -> known.with(said(course, and(course.marks(), e.mark()), course.violationFound(),
                    course.interruptions()));
            case ActivityEvent.ViolationFound e -> known.with(said(course, course.marks(), e.found(), course.interruptions()));
            case ActivityEvent.InterruptionExplained e -> known.with(said(course, course.marks(), course.violationFound(),
                    and(course.interruptions(), e.interruption())));
            case ActivityEvent.RecordingGivenUp e -> known.with(unrecorded(course,
                    Optional.of(new GivenUp(e.stoppedAt(), e.cause(), e.unrecorded(), e.reports(), List.of())), course.exemption()));
            case ActivityEvent.StatementSigned e -> known.with(unrecorded(course, course.givenUp().map(given -> new GivenUp(
                    given.stoppedAt(), given.cause(), given.unrecorded(), given.reports(),
                    and(given.statement(), new GivenUp.Signature(e.officer(), e.at())))), course.exemption()));
            case ActivityEvent.ActivityExempted e ->
                    known.with(known.details().with(Optional.<ActivityEvent.ExemptionCauseNamed>empty()))
                    .with(unrecorded(course, course.givenUp(),
                            Optional.of(new Exemption(e.ground(), e.facts(), e.secret(), e.by(), List.of(), Optional.empty()))));
            case ActivityEvent.ProofDevicesHeld e -> known.with(exempted(course, exemption -> exemption.with(e.devices())));
            case ActivityEvent.WorkRecordSubmitted e -> known.with(exempted(course, exemption -> exemption.with(
                    new Exemption.WorkRecord(e.reason(), e.basis(), e.to(), e.at(), Optional.empty()))));
            case ActivityEvent.WorkRecordAcknowledged e -> known.with(exempted(course, exemption -> exemption.workRecord()
                    .map(record -> exemption.with(new Exemption.WorkRecord(record.reason(), record.basis(), record.to(),
                            record.submittedAt(), Optional.of(e.at()))))
                    .orElse(exemption)));
            case ActivityEvent.FiledToActivity e -> {
                var recordings = new HashMap<>(evidence.recordings());
                recordings.put(e.recording().segment().recording(), e.recording());
                yield known.with(evidence.with(recordings));
            }
            case ActivityEvent.UnfiledFromActivity e -> {
                var recordings = new HashMap<>(evidence.recordings());
                recordings.remove(e.recording());
                yield known.with(evidence.with(recordings));
            }
            case ActivityEvent.DocumentLinked e -> {
                var documents = new HashMap<>(evidence.documents());
                documents.put(e.document().document(), e.document());
                yield known.with(evidence.withDocuments(documents));
            }
            case ActivityEvent.DocumentUnlinked e -> {
                var documents = new HashMap<>(evidence.documents());
                documents.remove(e.document());
                yield known.with(evidence.withDocuments(documents));
            }
            case ActivityEvent.GuideFollowed e -> known.with(known.details().with(e.guide()));
            case ActivityEvent.NecessityStated e -> known.with(known.details().withNecessity(e.text()));
            case ActivityEvent.ExemptionCauseNamed e -> known.with(known.details().with(Optional.of(e)));
            case ActivityEvent.PartySigned e -> known.with(known.details().signed(e.document(), e.at()));
            case ActivityEvent.ArticleShown e -> known.with(known.details().and(e.article()));
            case ActivityEvent.WornWhile e -> known.with(known.details().worn(e.recording(), e.position()));
            case ActivityEvent.SceneReceiptLodged e -> known.with(evidence.and(e));
            case ActivityEvent.ReasonGiven e -> {
                var reasons = new HashMap<>(course.reasons());
                reasons.put(e.duty(), e.text());
                yield known.with(stated(course, reasons, course.defects()));
            }
            case ActivityDefectStated e -> known.with(stated(course, course.reasons(), and(course.defects(), e)));
            case ActivityEvent.ActivityClosed _ -> known.close();
            case ActivityEvent.ActivityOpened _, ActivityEvent.ActivityCancelled _ -> throw new CorruptStream(known, event);
        };
    }

    private static <T> List<T> and(List<T> list, T next) {
        var all = new ArrayList<>(list);
        all.add(next);
        return all;
    }

    private static Course times(Course course, Optional<Instant> startedAt, Optional<Instant> endedAt) {
        return new Course(startedAt, endedAt, course.marks(), course.violationFound(), course.interruptions(), course.givenUp(),
                course.exemption(), course.reasons(), course.defects());
    }

    private static Course said(Course course, List<Mark> marks, boolean violationFound, List<Interruption> interruptions) {
        return new Course(course.startedAt(), course.endedAt(), marks, violationFound, interruptions, course.givenUp(),
                course.exemption(), course.reasons(), course.defects());
    }

    private static Course unrecorded(Course course, Optional<GivenUp> givenUp, Optional<Exemption> exemption) {
        return new Course(course.startedAt(), course.endedAt(), course.marks(), course.violationFound(), course.interruptions(), givenUp,
                exemption, course.reasons(), course.defects());
    }

    private static Course exempted(Course course, UnaryOperator<Exemption> change) {
        return unrecorded(course, course.givenUp(), course.exemption().map(change));
    }

    private static Course stated(Course course, Map<String, String> reasons, List<ActivityDefectStated> defects) {
        return new Course(course.startedAt(), course.endedAt(), course.marks(), course.violationFound(), course.interruptions(),
                course.givenUp(), course.exemption(), reasons, defects);
    }
}
