package org.liuhen.server.journal;

/** Published in this process after a commit: the agency's journal has new events. */
public record Grown(String agency) {}
