package org.liuhen.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.liuhen.postgres.Ground.ask;
import static org.liuhen.postgres.Ground.tell;
import static org.liuhen.postgres.Ground.until;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An ordinary life: made, stopped, started again, asked for by others. */
class LocalPostgresTest {

    @RegisterExtension
    final Ground ground = new Ground();

    @Test
    void rows_are_kept_from_one_start_to_the_next() throws Exception {
        var started = System.nanoTime();
        try (var first = LocalPostgres.start(ground.settings())) {
            System.out.println("first start, programs unpacked or not: " + (System.nanoTime() - started) / 1_000_000 + " ms");
            tell(first.access(), "create table note as select '留痕' as words");
        }
        ground.untilNothingRuns();
        started = System.nanoTime();
        try (var second = LocalPostgres.start(ground.settings())) {
            System.out.println("later start: " + (System.nanoTime() - started) / 1_000_000 + " ms");
            assertEquals("留痕", ask(second.access(), "select words from note"));
            started = System.nanoTime();
        }
        System.out.println("stop: " + (System.nanoTime() - started) / 1_000_000 + " ms");
    }

    @Test
    void the_database_is_made_as_promised() throws Exception {
        try (var postgres = LocalPostgres.start(ground.settings())) {
            var access = postgres.access();
            assertEquals("liuhen postgres t", ask(access, """
                select concat_ws(' ', current_database(), current_user, rolsuper) from pg_roles where rolname = current_user
                """));
            assertEquals("UTF8 b C.UTF-8", ask(access, """
                select concat_ws(' ', pg_encoding_to_char(encoding), datlocprovider, datlocale)
                from pg_database where datname = 'liuhen'
                """));
            for (var on : new String[] {"data_checksums", "fsync", "full_page_writes", "synchronous_commit"}) {
                assertEquals("on", ask(access, "show " + on), on);
            }
            assertEquals("127.0.0.1", ask(access, "show listen_addresses"));
            assertEquals("scram-sha-256", ask(access, "select string_agg(distinct auth_method, ' ') from pg_hba_file_rules"));
            for (var stranger : new String[] {"", "postgres", access.password() + "x"}) {
                var refused = assertThrows(SQLException.class, () -> new Access(access.url(), access.user(), stranger).connect());
                assertTrue(refused.getSQLState().startsWith("28") || refused.getSQLState().equals("08004"), refused.toString());
            }
            assertFalse(access.toString().contains(access.password()), "no password in logs");
        }
        for (var folder : new Path[] {ground.folder(), ground.cluster()}) {
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
        }
        for (var file : new String[] {"superuser.password", "../lock"}) {
            var permissions = Files.getPosixFilePermissions(ground.cluster().resolve(file));
            assertEquals("rw-------", PosixFilePermissions.toString(permissions));
        }
    }

    @Test
    void what_somebody_wrote_into_the_configuration_cannot_weaken_it() throws Exception {
        try (var postgres = LocalPostgres.start(ground.made())) {
            tell(postgres.access(), "alter role postgres set synchronous_commit = off");
            tell(postgres.access(), "alter database liuhen set synchronous_commit = off");
        }
        for (var file : new String[] {"postgresql.conf", "postgresql.auto.conf"}) {
            Files.writeString(ground.cluster().resolve(file), """

                fsync = off
                full_page_writes = off
                synchronous_commit = off
                listen_addresses = '*'
                """, StandardOpenOption.APPEND);
        }
        try (var postgres = LocalPostgres.start(ground.settings())) {
            assertEquals("on on on 127.0.0.1", ask(postgres.access(), """
                select concat_ws(' ', current_setting('fsync'), current_setting('full_page_writes'),
                    current_setting('synchronous_commit'), current_setting('listen_addresses'))
                """));
        }
    }

    @Test
    void a_session_that_may_lose_acknowledged_rows_is_refused() throws Exception {
        try (var postgres = LocalPostgres.start(ground.made()); var connection = postgres.access().connect()) {
            Durability.require(connection);
            try (var statement = connection.createStatement()) {
                statement.execute("set synchronous_commit = local");
            }
            var fault = assertThrows(PostgresFault.class, () -> Durability.require(connection));
            assertTrue(fault.english().contains("synchronous_commit=local"), fault.english());
            assertTrue(fault.chinese().contains("synchronous_commit=local"), fault.chinese());
        }
    }

    @Test
    void a_second_start_is_told_who_has_the_folder_and_how_to_reach_the_server() throws Exception {
        ground.made();
        assertEquals(Optional.empty(), LocalPostgres.running(ground.folder()));
        var child = ground.holder();
        child.ready();
        var refused = assertThrows(FolderInUse.class, () -> LocalPostgres.start(ground.settings()));
        assertTrue(refused.english().contains("process " + child.process().pid()), refused.english());
        assertTrue(refused.chinese().contains("进程号 " + child.process().pid()), refused.chinese());

        var access = LocalPostgres.running(ground.folder()).orElseThrow();
        assertEquals("1", ask(access, "select 1"));
        child.process().getOutputStream().close();
        assertEquals(0, child.process().waitFor());
        assertEquals(Optional.empty(), LocalPostgres.running(ground.folder()));
    }

    @Test
    void the_same_process_cannot_open_the_folder_twice_either() throws Exception {
        try (var postgres = LocalPostgres.start(ground.made())) {
            assertThrows(FolderInUse.class, () -> LocalPostgres.start(ground.settings()));
            assertEquals(postgres.access(), LocalPostgres.running(ground.folder()).orElseThrow());
            var child = ground.holder();
            assertTrue(child.line().startsWith("fault FolderInUse "), "the failed attempt has not released the lock");
        }
    }

    @Test
    void the_port_may_change_from_start_to_start_and_a_taken_one_is_named() throws Exception {
        int taken;
        try (var socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            taken = socket.getLocalPort();
            var fault = assertThrows(PortTaken.class, () -> LocalPostgres.start(ground.made().withPort(taken)));
            assertTrue(fault.english().contains(Integer.toString(taken)), fault.english());
            ground.untilNothingRuns();
        }
        String url;
        try (var postgres = LocalPostgres.start(ground.settings().withPort(taken))) {
            url = postgres.access().url();
            assertTrue(url.contains(":" + taken + "/"), url);
        }
        try (var postgres = LocalPostgres.start(ground.settings())) {
            assertNotEquals(url, postgres.access().url());
        }
    }

    @Test
    void closing_does_not_wait_for_those_who_are_connected() throws Exception {
        var postgres = LocalPostgres.start(ground.made());
        tell(postgres.access(), "create table note (n int)");
        try (var connection = postgres.access().connect(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("insert into note values (1)");
            var begun = System.nanoTime();
            postgres.close();
            postgres.close();
            assertTrue(System.nanoTime() - begun < 5_000_000_000L, "a fast stop");
        }
        ground.untilNothingRuns();
        try (var again = LocalPostgres.start(ground.settings())) {
            assertEquals("0", ask(again.access(), "select count(*) from note"));
        }
    }

    @Test
    void a_folder_that_is_no_whole_database_of_this_version_is_left_alone() throws Exception {
        LocalPostgres.start(ground.made()).close();
        var version = ground.cluster().resolve("PG_VERSION");
        Files.writeString(version, "17\n");
        var other = assertThrows(PostgresFault.class, () -> LocalPostgres.start(ground.settings()));
        assertTrue(other.english().contains("17") && other.english().contains("18"), other.english());
        Files.delete(version);
        var damaged = assertThrows(PostgresFault.class, () -> LocalPostgres.start(ground.settings()));
        assertTrue(damaged.english().contains("PG_VERSION"), damaged.english());
        Files.writeString(version, "18\n");
        LocalPostgres.start(ground.settings()).close();
    }

    @Test
    void a_server_that_cannot_start_says_why() throws Exception {
        LocalPostgres.start(ground.made()).close();
        Files.writeString(ground.cluster().resolve("postgresql.conf"), "\nno_such_setting = 1\n", StandardOpenOption.APPEND);
        var fault = assertThrows(PostgresFault.class, () -> LocalPostgres.start(ground.settings()));
        assertTrue(fault.chinese().contains("no_such_setting"), fault.chinese());
        assertTrue(fault.english().contains("no_such_setting"), fault.english());
        ground.untilNothingRuns();
    }

    @Test
    void the_log_is_bounded() throws Exception {
        LocalPostgres.start(ground.made()).close();
        var log = ground.folder().resolve("server.log");
        Files.write(log, new byte[9 << 20], StandardOpenOption.APPEND);
        try (var postgres = LocalPostgres.start(ground.settings())) {
            assertTrue(postgres.isRunning());
            assertTrue(Files.size(log) < 1 << 20, "cut");
            assertTrue(Files.size(ground.folder().resolve("server.log.1")) > 9 << 20, "the older one is kept");
            until("the running server goes on logging", () -> Files.readString(log).contains("ready to accept connections"));
        }
    }
}
