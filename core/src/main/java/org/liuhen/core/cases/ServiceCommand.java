package org.liuhen.core.cases;

/** Service of documents (送达). */
public sealed interface ServiceCommand extends CaseCommand {

    /** Take down, or complete, what is known of a service. */
    record RecordService(ServiceId service, ServiceFacts facts) implements ServiceCommand {}

    /** The documents are served. */
    record CompleteService(ServiceId service) implements ServiceCommand {}

    /** The service did not succeed. */
    record FailService(ServiceId service, String reason) implements ServiceCommand {}
}
