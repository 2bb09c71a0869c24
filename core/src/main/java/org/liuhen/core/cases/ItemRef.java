package org.liuhen.core.cases;

/** An item of a stage's content table. */
public record ItemRef(Stage stage, RecordedContent item) {}
