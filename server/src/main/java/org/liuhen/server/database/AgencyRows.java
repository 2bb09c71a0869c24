package org.liuhen.server.database;

import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions that see the rows of one agency. Row-level security hides all others, whatever the statement says; outside of
 * such a transaction the tables of the journal are empty and cannot be written.
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

    /**
     * As {@link #of}, one at a time for the agency and the purpose, whichever process it is: waits for its turn, which ends
     * with the transaction. Statements after the first see what the previous one has committed.
     */
    public <T> T exclusively(String agency, String purpose, Function<JdbcClient, T> work) {
        return writing.execute(_ -> {
            // A young table is planned by reading all of it, and that plan would be kept while the table grows: walk indexes
            // from the start.
            jdbc.sql("""
                    select set_config('liuhen.agency', :agency, true),
                           set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true),
                           pg_advisory_xact_lock(hashtextextended('liuhen.' || :purpose || '/' || :agency, 0))
                    """)
                    .param("agency", agency)
                    .param("purpose", purpose)
                    .query()
                    .singleRow();
            return work.apply(jdbc);
        });
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
