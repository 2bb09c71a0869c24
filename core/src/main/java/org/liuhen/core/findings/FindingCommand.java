package org.liuhen.core.findings;

import java.util.List;
import org.liuhen.core.rules.FindingKey;
import org.liuhen.core.values.Command;
import org.liuhen.core.values.Digest;

/** The life of a finding (问题), by named persons; raising and clearing by the clock job. */
public sealed interface FindingCommand extends Command {

    /** What an assessment found anew, and what no longer follows. The program's own command. */
    record NoteAssessment(List<RaisedFinding> raised, List<FindingKey> cleared) implements FindingCommand {
        public NoteAssessment {
            raised = List.copyOf(raised);
            cleared = List.copyOf(cleared);
        }
    }

    /** Explain a finding. */
    record ExplainFinding(FindingKey finding, String text, List<Digest> evidence) implements FindingCommand {
        public ExplainFinding {
            evidence = List.copyOf(evidence);
        }
    }

    /** Accept or reject an explanation. */
    record JudgeExplanation(FindingKey finding, boolean accepted, String reason) implements FindingCommand {}

    /** Appeal against a rejected explanation. */
    record AppealFinding(FindingKey finding, String text) implements FindingCommand {}

    /** Decide the appeal; upheld: the finding no longer counts. */
    record DecideAppeal(FindingKey finding, boolean upheld, String reason) implements FindingCommand {}
}
