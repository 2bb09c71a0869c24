package org.liuhen.core.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuhen.core.cases.ApprovalEvent.CollectivelyDiscussed;
import org.liuhen.core.findings.FindingBook;
import org.liuhen.core.values.CaseId;
import org.liuhen.core.values.DocumentId;

/** What is known of a case. */
public sealed interface CaseState {

    /** Not opened. */
    record Absent() implements CaseState {}

    /**
     * Opened; {@link Life#status()} says whether it goes on.
     *
     * @param approvals in the order of their requests
     * @param discussions 集体讨论
     * @param recordedAt when the server knew the newest event
     */
    record Begun(
            Life life, ProcessRecord process, Licensing licensing, Map<DocumentId, CaseDocument> documents,
            Map<ApprovalId, Approval> approvals, List<CollectivelyDiscussed> discussions, Map<ServiceId, ServiceRecord> services,
            Map<ActId, Measure> measures, Map<ActId, Correction> corrections, Execution execution,
            FindingBook findings, Instant recordedAt)
            implements CaseState {
        public Begun {
            documents = Copies.of(documents);
            approvals = Copies.of(approvals);
            discussions = List.copyOf(discussions);
            services = Copies.of(services);
            measures = Copies.of(measures);
            corrections = Copies.of(corrections);
        }

        static Begun begun(LifeEvent.CaseOpened opened, Instant at) {
            return new Begun(Life.begun(opened), ProcessRecord.none(), Licensing.none(), Map.of(), Map.of(), List.of(), Map.of(), Map.of(),
                    Map.of(), Execution.none(), FindingBook.empty(), at);
        }

        /** The case's id. */
        public CaseId id() {
            return life.opened().id();
        }

        /** The document, if the case has it. */
        public Optional<CaseDocument> document(DocumentId document) {
            return Optional.ofNullable(documents.get(document));
        }

        Begun with(Life next) {
            return new Begun(next, process, licensing, documents, approvals, discussions, services, measures, corrections, execution,
                    findings, recordedAt);
        }

        Begun with(ProcessRecord next) {
            return new Begun(life, next, licensing, documents, approvals, discussions, services, measures, corrections, execution,
                    findings, recordedAt);
        }

        Begun with(Licensing next) {
            return new Begun(life, process, next, documents, approvals, discussions, services, measures, corrections, execution,
                    findings, recordedAt);
        }

        Begun with(CaseDocument document) {
            return new Begun(life, process, licensing, Copies.put(documents, document.id(), document), approvals, discussions,
                    services, measures, corrections, execution, findings, recordedAt);
        }

        Begun with(ApprovalId id, Approval approval) {
            return new Begun(life, process, licensing, documents, Copies.put(approvals, id, approval), discussions, services,
                    measures, corrections, execution, findings, recordedAt);
        }

        Begun with(CollectivelyDiscussed discussion) {
            return new Begun(life, process, licensing, documents, approvals, Copies.add(discussions, discussion), services, measures,
                    corrections, execution, findings, recordedAt);
        }

        Begun with(ServiceId id, ServiceRecord service) {
            return new Begun(life, process, licensing, documents, approvals, discussions, Copies.put(services, id, service), measures,
                    corrections, execution, findings, recordedAt);
        }

        Begun with(ActId id, Measure measure) {
            return new Begun(life, process, licensing, documents, approvals, discussions, services, Copies.put(measures, id, measure),
                    corrections, execution, findings, recordedAt);
        }

        Begun with(ActId id, Correction correction) {
            return new Begun(life, process, licensing, documents, approvals, discussions, services, measures,
                    Copies.put(corrections, id, correction), execution, findings, recordedAt);
        }

        Begun with(Execution next) {
            return new Begun(life, process, licensing, documents, approvals, discussions, services, measures, corrections, next,
                    findings, recordedAt);
        }

        Begun with(FindingBook next) {
            return new Begun(life, process, licensing, documents, approvals, discussions, services, measures, corrections, execution,
                    next, recordedAt);
        }

        Begun at(Instant moment) {
            return new Begun(life, process, licensing, documents, approvals, discussions, services, measures, corrections, execution,
                    findings, moment);
        }
    }

    /** The payload of the opening was destroyed by law. */
    record Tombstone() implements CaseState {}
}
