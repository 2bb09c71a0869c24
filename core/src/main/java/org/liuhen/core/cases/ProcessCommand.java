package org.liuhen.core.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.values.DocumentId;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.RecordingId;

/** Stages, content items, rights, recordings, facts and defects. */
public sealed interface ProcessCommand extends CaseCommand {

    /** A stage begins; stages may overlap. */
    record EnterStage(Stage stage, LocalDate on) implements ProcessCommand {}

    /** Declare that an item did not occur, does not apply, or is not required. */
    record DeclareItem(ItemRef item, Declaration declaration, Optional<String> ground) implements ProcessCommand {}

    /** Take a declaration back. */
    record WithdrawDeclaration(ItemRef item) implements ProcessCommand {}

    /** Officers showed their certificates (出示证件). */
    record ShowCertificates(List<PersonId> officers, String toWhom, Instant at, String how) implements ProcessCommand {
        public ShowCertificates {
            officers = List.copyOf(officers);
        }
    }

    /** Tell the party of a right. */
    record TellRight(
            Right right, Instant at, Optional<String> manner, Optional<DocumentId> document)
            implements ProcessCommand {}

    /** Take down what the party did with a right. */
    record RecordResponse(
            Right right, RightResponse response, Instant at, Optional<String> text, Optional<DocumentId> document)
            implements ProcessCommand {}

    /** A right does not apply, with the ground. */
    record ExceptRight(Right right, String ground) implements ProcessCommand {}

    /** Record anything else (其他). */
    record RecordOther(
            Stage stage, String title, String text, Instant at, String place, PersonId officer)
            implements ProcessCommand {}

    /** Somebody refuses the investigation or to give evidence (CL-11a.p3). */
    record RecordRefusal(String who, String what, String words, Instant at) implements ProcessCommand {}

    /** File a recording to the case (归类入库); never refused for being late. */
    record FileRecording(FiledRecording recording) implements ProcessCommand {}

    /** A recording was filed to this case by mistake. */
    record UnfileRecording(RecordingId recording, String reason) implements ProcessCommand {}

    /** Say what supports a fact of a document. */
    record SupportFact(DocumentId document, String fact, List<Support> supports) implements ProcessCommand {
        public SupportFact {
            supports = List.copyOf(supports);
        }
    }

    /**
     * State a defect (情况说明): the general way out of a block.
     *
     * @param subject the document, service, act or item: its id or word, as in the refusal
     * @param duties keys that the statement answers
     */
    record StateDefect(
            String subject, List<String> duties, String missing, String why, List<PersonId> by)
            implements ProcessCommand {
        public StateDefect {
            duties = List.copyOf(duties);
            by = List.copyOf(by);
        }
    }
}
