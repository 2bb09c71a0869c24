package org.liuhen.bench;

import java.util.List;
import java.util.Optional;
import org.liuhen.server.Application;
import org.liuhen.server.database.AgencyRows;
import org.liuhen.server.folder.DataFolder;
import org.liuhen.server.journal.Rebuild;
import org.liuhen.server.operator.Server;

/**
 * Rebuilding all projections from a journal of cases that lie mixed in it, as {@code ./liuhen rebuild} does it: from the first
 * statement to the commit. The start of the server around it is not counted.
 */
final class ReplayBench implements Bench {

    private static final String NAME = "replay";
    private static final String RATE = "events replayed into all projections";

    /** One in so many of a benchmark's cases is enough for a rate. */
    private static final int PART = 5;
    private static final int ROUNDS = 3;
    private static final long BYTES_A_CASE = 256 * 1024;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Bar> bars() {
        return List.of(Bar.atLeast(RATE, 20_000, "/s"));
    }

    @Override
    public List<Row> run(Workplace workplace) throws Exception {
        var cases = Math.max(1, workplace.cases() / PART);
        workplace.require(cases * BYTES_A_CASE);
        var folder = new DataFolder(workplace.newFolder("data"));
        var server = Server.start(new Server.Settings(Application.class, folder, 0, false, Optional.empty(), false));
        workplace.atEnd(server::close);
        var events = CaseJournal.write(cases, number -> MadeUpCase.of(number).judged(), workplace.folder().resolve("events"),
                server.bean(AgencyRows.class));
        var rebuild = server.bean(Rebuild.class);
        var rates = new Samples();
        for (var round = 0; round < ROUNDS; round++) {
            var begun = System.nanoTime();
            var replayed = rebuild.run(_ -> { });
            rates.add(replayed * 1e9 / (System.nanoTime() - begun));
            if (replayed != events) throw new IllegalStateException(replayed + " of " + events + " events were replayed");
        }
        return List.of(
                Row.of(NAME, RATE, rates.median(), "/s"),
                Row.of(NAME, "cases", (double) cases, "cases"),
                Row.of(NAME, "events", (double) events, "events"));
    }
}
