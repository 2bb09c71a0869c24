package org.liuhen.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.liuhen.postgres.Ground.ask;
import static org.liuhen.postgres.Ground.kill;
import static org.liuhen.postgres.Ground.tell;
import static org.liuhen.postgres.Ground.until;

import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** kill -9 of each process at the worst moment. */
class SuddenDeathTest {

    @RegisterExtension
    final Ground ground = new Ground();

    @Test
    void no_acknowledged_row_is_lost_when_the_server_is_killed_and_it_comes_back_by_itself() throws Exception {
        try (var postgres = LocalPostgres.start(ground.made())) {
            tell(postgres.access(), "create table entry (writer int, n int, primary key (writer, n))");
            Set<String> acknowledged = ConcurrentHashMap.newKeySet();
            var writers = new ArrayList<Thread>();
            for (var writer = 0; writer < 3; writer++) {
                var number = writer;
                writers.add(Thread.startVirtualThread(() -> insertUntilTheServerDies(postgres.access(), number, acknowledged)));
            }
            until("some thousand rows are acknowledged", () -> acknowledged.size() > 2000);
            var killed = ground.postmaster();
            kill("KILL", killed);
            for (var writer : writers) {
                writer.join();
            }
            until("another server is back", () -> Postmaster.of(new Cluster(ground.folder())).filter(Postmaster::ready)
                .filter(it -> it.pid() != killed).isPresent());
            var found = rows(postgres.access());
            assertTrue(found.containsAll(acknowledged), "acknowledged " + acknowledged.size() + ", found " + found.size());
            assertTrue(found.size() <= acknowledged.size() + writers.size(), "at most one row a writer was on its way");
            System.out.println("acknowledged " + acknowledged.size() + ", found " + found.size());
        }
    }

    private static void insertUntilTheServerDies(Access access, int writer, Set<String> acknowledged) {
        try (var connection = access.connect(); var insert = connection.prepareStatement("insert into entry values (?, ?)")) {
            insert.setInt(1, writer);
            for (var n = 0;; n++) {
                insert.setInt(2, n);
                insert.executeUpdate();
                acknowledged.add(writer + ":" + n);
            }
        } catch (SQLException e) {
            return; // the death that the test is about
        }
    }

    private static Set<String> rows(Access access) throws SQLException {
        var found = new HashSet<String>();
        try (var connection = access.connect(); var statement = connection.createStatement();
                var rows = statement.executeQuery("select writer, n from entry")) {
            while (rows.next()) {
                found.add(rows.getInt(1) + ":" + rows.getInt(2));
            }
        }
        return found;
    }

    @Test
    void a_backend_too_busy_to_notice_the_death_is_ended_before_the_next_server_begins() throws Exception {
        try (var postgres = LocalPostgres.start(ground.made()); var connection = postgres.access().connect();
                var statement = connection.createStatement()) {
            long backend;
            try (var row = statement.executeQuery("select pg_backend_pid()")) {
                row.next();
                backend = row.getLong(1);
            }
            var busy = Thread.startVirtualThread(() -> assertThrows(SQLException.class,
                () -> statement.execute("do $$ declare n bigint := 0; begin loop n := n + 1; end loop; end $$")));
            var state = "select state from pg_stat_activity where pid = " + backend;
            until("it is busy", () -> ask(postgres.access(), state).equals("active"));
            var killed = ground.postmaster();
            kill("KILL", killed);
            until("another server is back", () -> Postmaster.of(new Cluster(ground.folder())).filter(Postmaster::ready)
                .filter(it -> it.pid() != killed).isPresent());
            assertTrue(ground.mine().stream().noneMatch(it -> it.pid() == backend), "the old backend is gone");
            busy.join();
        }
    }

    @Test
    void a_server_that_dies_again_and_again_stays_down_until_the_next_start() throws Exception {
        try (var postgres = LocalPostgres.start(ground.made())) {
            var killed = new HashSet<Long>();
            var cluster = new Cluster(ground.folder());
            while (killed.size() < 4) {
                until("a new one runs",
                    () -> Postmaster.of(cluster).filter(it -> it.ready() && !killed.contains(it.pid())).isPresent());
                var next = ground.postmaster();
                killed.add(next);
                kill("KILL", next);
            }
            until("it is given up", () -> !postgres.isRunning());
            Thread.sleep(500);
            assertFalse(postgres.isRunning());
        }
        try (var next = LocalPostgres.start(ground.settings())) {
            assertEquals("1", ask(next.access(), "select 1"));
        }
    }

    @Test
    void the_server_goes_within_seconds_when_its_program_is_killed() throws Exception {
        ground.made();
        var child = ground.holder();
        child.ready();
        tell(LocalPostgres.running(ground.folder()).orElseThrow(), "create table note as select 1 as n");
        child.process().destroyForcibly();
        var killed = System.nanoTime();
        until("nothing of it runs", () -> ground.mine().isEmpty());
        System.out.println("gone " + (System.nanoTime() - killed) / 1_000_000 + " ms after kill -9 of the JVM");
        assertFalse(Files.exists(ground.cluster().resolve("postmaster.pid")), "it stopped in order, not by force");
        try (var postgres = LocalPostgres.start(ground.settings())) {
            assertEquals("1", ask(postgres.access(), "select n from note"));
        }
    }

    @Test
    void an_orphan_whose_guard_was_killed_too_is_ended_by_the_next_start() throws Exception {
        ground.made();
        var child = ground.holder();
        child.ready();
        tell(LocalPostgres.running(ground.folder()).orElseThrow(), "create table note as select 1 as n");
        var orphan = ground.postmaster();
        kill("STOP", child.process().pid()); // or it would start the server again
        ground.mine().stream().filter(it -> it.info().command().orElse("").matches(".*/(sh|dash|bash|busybox)"))
            .forEach(ProcessHandle::destroyForcibly);
        child.process().destroyForcibly();
        child.process().waitFor();
        assertEquals(orphan, ground.postmaster(), "the orphan lives");
        try (var postgres = LocalPostgres.start(ground.settings())) {
            assertNotEquals(orphan, ground.postmaster());
            assertTrue(ground.mine().stream().noneMatch(it -> it.pid() == orphan), "the orphan is gone");
            assertEquals("1", ask(postgres.access(), "select n from note"));
        }
    }

    @Test
    void a_start_right_after_the_kill_meets_the_dying_server_and_waits_for_it() throws Exception {
        ground.made();
        var child = ground.holder();
        child.ready();
        child.process().destroyForcibly();
        child.process().waitFor();
        try (var postgres = LocalPostgres.start(ground.settings())) {
            assertEquals("1", ask(postgres.access(), "select 1"));
            Thread.sleep(1500); // the old guard's next step would come now, were it aimed at the folder and not at its own server
            assertEquals("1", ask(postgres.access(), "select 1"));
        }
    }

    @Test
    void a_stale_number_is_not_taken_for_a_server() throws Exception {
        LocalPostgres.start(ground.made()).close();
        var file = ground.cluster().resolve("postmaster.pid");
        var ended = new ProcessBuilder("true").start();
        ended.waitFor();
        for (var pid : List.of(ended.pid(), ProcessHandle.current().pid(), 1L)) {
            var rest = "\n1790000000\n54321\n\n127.0.0.1\n  1234567         1\nready   \n";
            Files.writeString(file, pid + "\n" + ground.cluster() + rest);
            assertEquals(Optional.empty(), LocalPostgres.running(ground.folder()));
            try (var postgres = LocalPostgres.start(ground.settings())) {
                assertEquals("1", ask(postgres.access(), "select 1"), "process " + pid);
            }
        }
        for (var halfWritten : List.of("", "\n", "12", "no number\n")) {
            Files.writeString(file, halfWritten);
            assertEquals(Optional.empty(), LocalPostgres.running(ground.folder()));
            LocalPostgres.start(ground.settings()).close();
        }
    }

    @Test
    void a_kill_while_the_database_is_being_made_leaves_nothing_half_made() throws Exception {
        var child = ground.holder();
        until("initdb is at work",
            () -> ground.mine().stream().anyMatch(it -> it.info().command().orElse("").endsWith("/initdb")));
        Thread.sleep(200);
        child.process().destroyForcibly();
        child.process().waitFor();
        assertFalse(Files.exists(ground.cluster()), "killed before it was whole");
        try (var postgres = LocalPostgres.start(ground.settings())) {
            assertEquals("1", ask(postgres.access(), "select 1"));
            try (var files = Files.list(ground.folder())) {
                var names = files.map(it -> it.getFileName().toString()).toList();
                assertEquals(Set.of("cluster", "lock", "server.log"), Set.copyOf(names));
            }
        }
    }

    @Test
    void two_programs_may_unpack_at_once() throws Exception {
        var binaries = ground.base().resolve("binaries");
        var one = ground.holder(ground.base().resolve("one"), binaries, List.of(), new HashMap<>());
        var two = ground.holder(ground.base().resolve("two"), binaries, List.of(), new HashMap<>());
        one.ready();
        two.ready();
        try (var files = Files.list(binaries)) {
            assertEquals(2, files.count(), "the programs and the lock");
        }
        for (var child : List.of(one, two)) {
            child.process().getOutputStream().close();
            assertEquals(0, child.process().waitFor());
        }
    }
}
