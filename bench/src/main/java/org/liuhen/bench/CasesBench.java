package org.liuhen.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.liuhen.bench.CaseVisits.Kind;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.server.Application;
import org.liuhen.server.database.AgencyRows;
import org.liuhen.server.folder.DataFolder;
import org.liuhen.server.journal.Rebuild;
import org.liuhen.server.operator.Server;
import tools.jackson.databind.JsonNode;

/**
 * The pages of cases over HTTP, by eight people at once who never rest, on a server started as users start it. All cases are of one
 * agency, so that no list is shorter than it looks. The search is compared with reading all words, as without its index.
 */
final class CasesBench implements Bench {

    private static final String NAME = "cases";
    private static final String BAR_WORDS = ", 8 users, p95";
    private static final String ONE_SEARCH = "one search in the database, median";
    private static final String PEER = "reading all words";

    private static final int USERS = 8;
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration ROUND = Duration.ofSeconds(40);
    private static final AgencyCode AGENCY = new AgencyCode("SQ");
    private static final String READER = "sq.legal";
    private static final long BYTES_A_CASE = 200 * 1024;
    private static final Duration SETTLING = Duration.ofMinutes(20);
    /** The answer counts all that waits, which costs the ledger the time it takes. */
    private static final Duration LOOK = Duration.ofSeconds(10);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Bar> bars() {
        return java.util.Arrays.stream(Kind.values()).map(kind -> Bar.atMost(kind.title + BAR_WORDS, 150, "ms")).toList();
    }

    @Override
    public List<Row> run(Workplace workplace) throws Exception {
        workplace.require(workplace.cases() * BYTES_A_CASE);
        var data = workplace.folder().resolve("data");
        RunningServer.start(workplace, data, "--demo").stop();
        var loaded = load(workplace, data);
        var server = RunningServer.start(workplace, data);
        settled(server);

        var password = password(data);
        var readers = new ArrayList<CaseReader>();
        for (var user = 0; user < USERS; user++) readers.add(CaseReader.signIn(server.url(), READER, password));
        var known = known(readers.getFirst(), workplace.cases());
        visit(readers, known, WARM_UP, 0);
        var begun = System.nanoTime();
        var millis = visit(readers, known, ROUND, USERS);
        var seconds = (System.nanoTime() - begun) / 1e9;

        var rows = new ArrayList<Row>();
        millis.forEach((kind, samples) -> {
            rows.add(Row.of(NAME, kind.title + BAR_WORDS, samples.percentile(95), "ms"));
            rows.add(Row.of(NAME, kind.title + ", 8 users, median", samples.median(), "ms"));
        });
        rows.add(Row.of(NAME, "requests answered", millis.values().stream().mapToDouble(Samples::count).sum() / seconds, "/s"));
        rows.addAll(loaded);
        return List.copyOf(rows);
    }

    /** Puts the cases into the journal and rebuilds the projections; the server is stopped afterwards. */
    private static List<Row> load(Workplace workplace, Path data) throws IOException, SQLException {
        try (var server = Server.start(new Server.Settings(Application.class, new DataFolder(data), 0, false, Optional.empty(), false))) {
            workplace.atEnd(server::close); // also when we are interrupted meanwhile
            var rows = server.bean(AgencyRows.class);
            var begun = System.nanoTime();
            var scratch = workplace.folder().resolve("events");
            var events = CaseJournal.write(workplace.cases(), number -> MadeUpCase.of(number, AGENCY).judged(), scratch, rows);
            Files.delete(scratch);
            var written = System.nanoTime();
            server.bean(Rebuild.class).run(_ -> { });
            var rebuilt = System.nanoTime();
            return List.of(
                    new CaseSearches(rows, AGENCY).row(NAME, ONE_SEARCH, PEER),
                    Row.of(NAME, "cases", workplace.cases(), "cases"),
                    Row.of(NAME, "events", (double) events, "events"),
                    Row.of(NAME, "making and writing the events", (written - begun) / 1e9, "s"),
                    Row.of(NAME, "rebuilding the projections", (rebuilt - written) / 1e9, "s"));
        }
    }

    /** Returns when the ledger has taken up all that was written. */
    private static void settled(RunningServer server) throws IOException, InterruptedException {
        var end = System.nanoTime() + SETTLING.toNanos();
        while (server.metrics().sum("liuhen_ledger_pending_entries", "") > 0) {
            if (System.nanoTime() > end) throw new IOException("the ledger is still busy after " + SETTLING);
            Thread.sleep(LOOK);
        }
    }

    private static String password(Path data) throws IOException {
        for (var user : RunningServer.json(Files.readString(data.resolve("demo/credentials.json"))).path("users")) {
            if (RunningServer.text(user, "username").equals(READER)) return RunningServer.text(user, "password");
        }
        throw new IOException("the demo has no " + READER);
    }

    private static CaseVisits.Known known(CaseReader reader, int cases) throws IOException, InterruptedException {
        var first = reader.get("/api/cases?size=200");
        var expected = Math.min(cases, first.path("mostCounted").asInt());
        if (first.path("total").asInt() < expected) throw new IOException("the list has " + first.path("total") + " of " + expected + " cases");
        var ids = new ArrayList<String>();
        var pages = Math.max(1, cases / 200);
        for (var page = 0; page < pages; page += Math.max(1, pages / 10)) {
            ids.addAll(values(reader.get("/api/cases?size=200&page=" + page).path("items"), "id"));
        }
        var articles = values(reader.get("/api/findings").path("items"), "article").stream().distinct().toList();
        if (articles.isEmpty()) throw new IOException("no case has a finding");
        return new CaseVisits.Known(ids, CaseVisits.handlers(), articles);
    }

    private static List<String> values(JsonNode items, String field) throws IOException {
        var values = new ArrayList<String>();
        for (var item : items) values.add(RunningServer.text(item, field));
        return values;
    }

    private static Map<Kind, Samples> visit(List<CaseReader> readers, CaseVisits.Known known, Duration time, long seed)
            throws IOException, InterruptedException {
        var end = System.nanoTime() + time.toNanos();
        var all = new EnumMap<Kind, Samples>(Kind.class);
        Uploads.together(IntStream.range(0, readers.size())
                .<Callable<Map<Kind, Samples>>>mapToObj(user -> () -> new CaseVisits(readers.get(user), known, seed + user).until(end)).toList())
                .forEach(one -> one.forEach((kind, samples) -> all.computeIfAbsent(kind, _ -> new Samples()).addAll(samples)));
        return all;
    }
}
