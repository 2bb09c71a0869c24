package org.liuhen.server.ledger;

import java.util.List;
import org.liuhen.core.agencies.AgencyEvent.OriginOpened;
import org.liuhen.formats.ledger.Origin;
import org.liuhen.server.journal.Projection;
import org.liuhen.server.journal.Recorded;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Gives the event that opens an agency's next log the first place in it, in the transaction that appends it: from its commit on
 * the log before is closed, and nothing else can come first. Has no tables of its own; a place that was given stays.
 */
final class FirstLeaf implements Projection {

    @Override
    public String name() {
        return "first leaf";
    }

    @Override
    public List<String> tables() {
        return List.of();
    }

    @Override
    public void apply(Recorded recorded, JdbcClient jdbc) {
        if (!(recorded.fact() instanceof OriginOpened opened)) return;
        var log = new LogName(recorded.agency(), Origin.parse(opened.origin()).number());
        LedgerRows.place(log, 0, recorded.position(), jdbc);
    }
}
