package org.liuhen.core.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.rules.CaseStep;
import org.liuhen.core.cases.rules.CaseSteps;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Missing;

/**
 * The content tables of the four stages (记录内容表): item by item what records it, who declared that it did not occur, or that it is
 * missing. Shown at all times; judged before the decision and at the end, since stages may overlap.
 */
public final class Checklist {

    private Checklist() {}

    /**
     * A line of a stage's table.
     *
     * @param article that demands it
     * @param contents what it must hold
     */
    public record Line(ItemRef item, String article, List<String> contents, Standing standing) {
        public Line {
            contents = List.copyOf(contents);
        }
    }

    /** How an item stands. */
    public sealed interface Standing {

        /** Recorded by these: ids of documents, acts or recordings, or words for what the case itself holds. */
        record Recorded(List<String> by) implements Standing {
            public Recorded {
                by = List.copyOf(by);
            }
        }

        /** An officer declared that there is nothing to record. */
        record Declared(ProcessEvent.ItemDeclared declaration) implements Standing {}

        /** Neither. */
        record Open() implements Standing {}

        /** Free, or of the other way to begin a case: nothing is missing. */
        record Optional() implements Standing {}
    }

    /** The tables of all stages; a stage that the agency's text does not regulate has no lines. */
    public static List<Line> of(Begun begun, Rules rules) {
        var lines = new ArrayList<Line>();
        for (var stage : Stage.values()) {
            for (var element : rules.elements(table(stage))) {
                content(element.word()).ifPresent(content -> lines.add(new Line(new ItemRef(stage, content), element.article().value(),
                        element.contents(), standing(begun, stage, content))));
            }
        }
        return lines;
    }

    /** The key of a stage's table. */
    public static Key table(Stage stage) {
        return new Key(switch (stage) {
            case INITIATION -> "record.initiation.required";
            case INVESTIGATION -> "record.investigation.required";
            case REVIEW_DECISION -> "record.decision.required";
            case SERVICE_EXECUTION -> "record.service.required";
        });
    }

    /** What must be there before a decision is issued, under the law of the day of the decision. */
    public static List<Missing> beforeDecision(Begun begun, Rules rules) {
        return CaseSteps.missing(CaseSteps.BEFORE_DECISION, new CaseStep(begun, Optional.empty()), rules);
    }

    /** What must be there before the case ends, under the law of the day of the end. */
    public static List<Missing> atEnd(Begun begun, Rules rules, EndGround ground) {
        return CaseSteps.missing(CaseSteps.AT_END, new CaseStep(begun, Optional.of(ground)), rules);
    }

    private static Optional<RecordedContent> content(String word) {
        for (var content : RecordedContent.values()) {
            if (content.word().equals(word)) return Optional.of(content);
        }
        return Optional.empty();
    }

    private static Standing standing(Begun begun, Stage stage, RecordedContent content) {
        var by = RecordedBy.of(begun, content);
        if (!by.isEmpty()) return new Standing.Recorded(by);
        var declared = begun.process().declared().get(new ItemRef(stage, content));
        var beginning = content == RecordedContent.EX_OFFICIO || content == RecordedContent.ON_APPLICATION; // every case has one of the two
        if (declared != null && !beginning) return new Standing.Declared(declared);
        return optional(begun, content) ? new Standing.Optional() : new Standing.Open();
    }

    private static boolean optional(Begun begun, RecordedContent content) {
        return switch (content) {
            case OTHER -> true; // free
            case EX_OFFICIO -> begun.life().opened().origin() == Origin.ON_APPLICATION;
            case ON_APPLICATION -> begun.life().opened().origin() == Origin.EX_OFFICIO;
            case OFFICER_IDENTITY, INQUIRY, SITE_INSPECTION, DOCUMENTARY_AND_PHYSICAL_EVIDENCE, SAMPLING, TESTING, EVIDENCE_PRESERVATION,
                    COERCIVE_MEASURE, RIGHTS_NOTICE, RIGHTS_RESPONSE, HEARING_AND_ARGUMENT, HANDLER_PROPOSAL,
                    UNIT_PROPOSED_DECISION, LEGAL_REVIEW, COLLECTIVE_DISCUSSION, HEAD_APPROVAL, SERVICE, PARTY_PERFORMANCE,
                    COERCIVE_EXECUTION, CONFISCATED_PROPERTY, OFFICER_COUNT, OFFICER_NAMES, CERTIFICATE_SHOWN, OBJECT_BASICS,
                    SITE_CONDITIONS, RESULT -> false;
        };
    }
}
