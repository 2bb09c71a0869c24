package org.liuhen.core.cases;

/** One service of documents, as far as it has come. */
public record ServiceRecord(ServiceFacts facts, ServiceOutcome outcome) {}
