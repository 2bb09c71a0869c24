package org.liuhen.cli.trace;

import java.util.List;

/** The whole way from article to code: the agencies' regulations, and the laws of the whole country under them. */
public record Trace(List<TraceRow> rows, List<NationalRow> national) {
    public Trace {
        rows = List.copyOf(rows);
        national = List.copyOf(national);
    }
}
