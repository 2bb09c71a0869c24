package org.liuhen.server.ledger;

import java.util.List;
import org.liuhen.core.ledger.Frontier;
import org.liuhen.core.ledger.NodeHash;
import org.liuhen.formats.ledger.Checkpoint;
import org.liuhen.server.database.AgencyRows;
import org.springframework.stereotype.Component;

/** Counts every leaf of the database into its tree, as slowly as that is, and compares with what was signed. */
@Component
public final class LedgerCheck {

    private static final int LEAVES_AT_ONCE = 10_000;

    private final FilesLedger ledger;
    private final LedgerRows rows;

    LedgerCheck(FilesLedger ledger, AgencyRows rows) {
        this.ledger = ledger;
        this.rows = new LedgerRows(rows);
    }

    /**
     * Checks all logs. One that disagrees is stopped; see {@link Ledger#state}.
     *
     * @return codes of the agencies whose logs were checked
     */
    public List<String> roots() {
        var logs = ledger.logs();
        logs.forEach(log -> log.signed().ifPresent(signed -> log.compareWhole(signed, root(log.name(), signed))));
        return logs.stream().map(AgencyLog::agency).toList();
    }

    private byte[] root(LogName log, Checkpoint signed) {
        var tree = Frontier.empty(NodeHash.SHA256);
        for (var from = 0L; from < signed.size(); from += LEAVES_AT_ONCE) {
            for (var leaf : rows.leaves(log, from, Math.min(from + LEAVES_AT_ONCE, signed.size()))) {
                tree = tree.append(NodeHash.SHA256.leaf(leaf));
            }
        }
        return tree.root();
    }
}
