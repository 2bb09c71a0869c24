package org.liuhen.core.cases;

import java.time.LocalDate;
import java.util.List;
import org.liuhen.core.values.DocumentId;

/** Service of documents (送达). */
public sealed interface ServiceEvent extends CaseEvent {

    /** What is known of a service; the newest facts count. */
    record ServiceRecorded(ServiceId service, ServiceFacts facts) implements ServiceEvent {}

    /** The documents are served, on this day. */
    record DocumentsServed(
            ServiceId service, List<DocumentId> documents, LocalDate on, boolean defective)
            implements ServiceEvent {
        public DocumentsServed {
            documents = List.copyOf(documents);
        }
    }

    /** The service did not succeed. */
    record ServiceFailed(ServiceId service, String reason) implements ServiceEvent {}
}
