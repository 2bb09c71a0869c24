package org.liuhen.server.database;

import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions that see the rows of one agency. Row-level security hides all others, whatever the statement says; outside of such a
 * transaction the tables of the journal are empty and cannot be written.
 */
public final class AgencyRows {

    private static final String ALL = "*";

    private final JdbcClient jdbc;
    private final TransactionTemplate writing;
    private final TransactionTemplate snapshot;

    /** Over the pool of {@link DatabaseRole#APP}, or in the operator's commands of another role. */
    public AgencyRows(DataSource source) {
        jdbc = JdbcClient.create(source);
        var transactions = new JdbcTransactionManager(source);
        writing = new TransactionTemplate(transactions);
        snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /** One transaction on the agency's rows; committed durably when it returns, rolled back when the work throws. */
    public <T> T of(String agency, Function<JdbcClient, T> work) {
        return in(writing, agency, work);
    }

    /** One transaction on the rows of all agencies: for the sequencer, rebuild, and reading a stream by its id. */
    public <T> T ofAll(Function<JdbcClient, T> work) {
        return in(writing, ALL, work);
    }

    /** As {@link #ofAll}, reading only, and all of it at one moment. */
    public <T> T snapshotOfAll(Function<JdbcClient, T> work) {
        return in(snapshot, ALL, work);
    }

    private <T> T in(TransactionTemplate transaction, String agency, Function<JdbcClient, T> work) {
        return transaction.execute(_ -> {
            jdbc.sql("select set_config('liuhen.agency', :agency, true)").param("agency", agency).query(String.class).single();
            return work.apply(jdbc);
        });
    }
}
