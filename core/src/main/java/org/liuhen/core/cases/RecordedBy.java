package org.liuhen.core.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.liuhen.core.cases.CaseState.Begun;

/** What in a case records an item: final documents, acts of the case, and recordings filed to it. */
final class RecordedBy {

    private RecordedBy() {}

    static List<String> of(Begun begun, RecordedContent content) {
        var by = new ArrayList<String>();
        if (content == RecordedContent.ON_APPLICATION && acts(begun, content).findAny().isEmpty()) return by; // a paper alone decides nothing
        begun.documents().values().stream()
                .filter(document -> document.isFinal() && document.form().records().contains(content))
                .forEach(document -> by.add(document.id().toString()));
        begun.process().recordings().values().stream()
                .filter(recording -> recording.content().filter(content::equals).isPresent())
                .forEach(recording -> by.add(recording.recording().toString()));
        acts(begun, content).forEach(by::add);
        return by;
    }

    private static Stream<String> acts(Begun begun, RecordedContent content) {
        var process = begun.process();
        return switch (content) {
            case EX_OFFICIO -> begun.life().source().filter(RecordedBy::complete).map(_ -> "source").stream();
            case ON_APPLICATION -> begun.licensing().application().isPresent()
                    && (!begun.licensing().outcomes().isEmpty() || begun.licensing().withdrawn().isPresent())
                    ? Stream.of("application") : Stream.empty();
            case OFFICER_IDENTITY -> process.shown().isEmpty() ? Stream.empty() : Stream.of("certificatesShown");
            case RIGHTS_NOTICE -> Arrays.stream(Right.values()).allMatch(right -> process.right(right).told().isPresent()
                    || process.right(right).excepted().isPresent()) ? Stream.of("rights") : Stream.empty();
            case RIGHTS_RESPONSE -> Arrays.stream(Right.values()).allMatch(right -> process.right(right).answered().isPresent()
                    || process.right(right).excepted().isPresent()) ? Stream.of("rights") : Stream.empty();
            case EVIDENCE_PRESERVATION -> measures(begun, true);
            case COERCIVE_MEASURE -> measures(begun, false);
            case HANDLER_PROPOSAL -> approvals(begun).map(approval -> approval.requested().approval().toString());
            case UNIT_PROPOSED_DECISION -> answered(begun, ApprovalStep.UNIT_HEAD);
            case LEGAL_REVIEW -> answered(begun, ApprovalStep.LEGAL_REVIEW);
            case HEAD_APPROVAL -> answered(begun, ApprovalStep.AGENCY_HEAD);
            case COLLECTIVE_DISCUSSION -> begun.discussions().isEmpty() ? Stream.empty() : Stream.of("discussion");
            case SERVICE -> begun.services().entrySet().stream()
                    .filter(service -> service.getValue().outcome() instanceof ServiceOutcome.Served)
                    .map(service -> service.getKey().toString());
            case PARTY_PERFORMANCE -> begun.execution().performances().isEmpty() ? Stream.empty() : Stream.of("performance");
            case COERCIVE_EXECUTION -> Stream.concat(
                    begun.execution().executions().keySet().stream().map(ActId::toString),
                    begun.execution().court().stream().map(court -> court.document().toString()));
            case CONFISCATED_PROPERTY -> begun.execution().confiscated().keySet().stream().map(ActId::toString);
            case OTHER -> process.others().isEmpty() ? Stream.empty() : Stream.of("others");
            case INQUIRY, SITE_INSPECTION, DOCUMENTARY_AND_PHYSICAL_EVIDENCE, SAMPLING, TESTING, HEARING_AND_ARGUMENT, OFFICER_COUNT,
                    OFFICER_NAMES, CERTIFICATE_SHOWN, OBJECT_BASICS, SITE_CONDITIONS, RESULT -> Stream.empty();
        };
    }

    /** Another source than the usual ones is named. */
    private static boolean complete(Source source) {
        return !source.cause().isBlank()
                && (source.kind() != SourceKind.OTHER || source.otherKind().filter(kind -> !kind.isBlank()).isPresent());
    }

    private static Stream<String> measures(Begun begun, boolean preservation) {
        return begun.measures().entrySet().stream()
                .filter(measure -> (measure.getValue().taken().kind() == MeasureKind.PRESERVATION) == preservation)
                .map(measure -> measure.getKey().toString());
    }

    private static Stream<Approval> approvals(Begun begun) {
        return begun.approvals().values().stream().filter(approval -> approval.withdrawn().isEmpty());
    }

    private static Stream<String> answered(Begun begun, ApprovalStep step) {
        return approvals(begun)
                .filter(approval -> approval.opinions().stream()
                        .anyMatch(opinion -> opinion.step() == step && opinion.verdict() == Verdict.AGREED))
                .map(approval -> approval.requested().approval().toString());
    }
}
