package org.liuhen.bench;

import java.util.SplittableRandom;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.server.database.AgencyRows;

/** The same searches in the database with the index of pairs of characters and without it, in turns, by one connection. */
final class CaseSearches {

    private static final int SEARCHES = 40;
    private static final String ALL = "select count(*) from case_file where agency = :agency and words like :like";
    private static final String BY_PAIRS = ALL + " and id = any(cast((select cases_saying(:agency, :words, 100000)) as uuid[]))";

    private final AgencyRows rows;
    private final AgencyCode agency;

    CaseSearches(AgencyRows rows, AgencyCode agency) {
        this.rows = rows;
        this.agency = agency;
    }

    Row row(String bench, String metric, String peer) {
        var script = new CaseScript(new SplittableRandom(1));
        var ours = new Samples();
        var theirs = new Samples();
        for (var i = 0; i < SEARCHES; i++) {
            var words = i % 2 == 0 ? script.company() : script.person();
            var begun = System.nanoTime();
            var found = found(BY_PAIRS, words);
            var between = System.nanoTime();
            if (found != found(ALL, words)) throw new IllegalStateException("the index finds others: " + words);
            theirs.add((System.nanoTime() - between) / 1e6);
            ours.add((between - begun) / 1e6);
        }
        return Row.of(bench, metric, ours.median(), "ms").against(peer, theirs.median() / ours.median());
    }

    private long found(String sql, String words) {
        return rows.of(agency.value(), jdbc -> {
            var statement = jdbc.sql(sql).param("agency", agency.value()).param("like", "%" + words + "%");
            return (sql.equals(BY_PAIRS) ? statement.param("words", words) : statement).query(Long.class).single();
        });
    }
}
