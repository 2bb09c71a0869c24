package org.liuhen.core.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.values.DocumentId;
import org.liuhen.core.values.Officer;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.RecordingId;

/** Stages, content items, rights, recordings, facts and defects. */
public sealed interface ProcessEvent extends CaseEvent {

    /** A stage has begun. */
    record StageEntered(Stage stage, LocalDate on) implements ProcessEvent {}

    /** An officer declared it of the item. */
    record ItemDeclared(
            ItemRef item, Declaration declaration, Optional<String> ground, PersonId by, LocalDate on)
            implements ProcessEvent {}

    /** The declaration does not count any more. */
    record DeclarationWithdrawn(ItemRef item) implements ProcessEvent {}

    /** Certificates were shown. */
    record CertificatesShown(List<Officer> officers, String toWhom, Instant at, String how) implements ProcessEvent {
        public CertificatesShown {
            officers = List.copyOf(officers);
        }
    }

    /** The party was told of the right. */
    record RightTold(
            Right right, Instant at, Optional<String> manner, Optional<DocumentId> document)
            implements ProcessEvent {}

    /** What the party did with the right. */
    record RightAnswered(
            Right right, RightResponse response, Instant at, Optional<String> text, Optional<DocumentId> document)
            implements ProcessEvent {}

    /** The right does not apply. */
    record RightExcepted(Right right, String ground, PersonId by) implements ProcessEvent {}

    /** Something else is recorded. */
    record OtherRecorded(
            Stage stage, String title, String text, Instant at, String place, Officer officer)
            implements ProcessEvent {}

    /** Somebody refused the investigation or to give evidence. */
    record RefusalRecorded(String who, String what, String words, Instant at) implements ProcessEvent {}

    /** The recording belongs to the case. */
    record RecordingFiled(FiledRecording recording) implements ProcessEvent {}

    /** The recording does not belong to the case. */
    record RecordingUnfiled(RecordingId recording, String reason) implements ProcessEvent {}

    /** What supports the fact; an empty list takes it back. */
    record FactSupported(DocumentId document, String fact, List<Support> supports) implements ProcessEvent {
        public FactSupported {
            supports = List.copyOf(supports);
        }
    }

    /** A defect is stated; it marks the subject for ever and is a finding. */
    record DefectStated(
            String subject, List<String> duties, String missing, String why, List<PersonId> by, LocalDate on)
            implements ProcessEvent {
        public DefectStated {
            duties = List.copyOf(duties);
            by = List.copyOf(by);
        }
    }
}
