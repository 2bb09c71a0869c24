package org.liuhen.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.liuhen.postgres.Ground.NOBODY;
import static org.liuhen.postgres.Ground.ask;
import static org.liuhen.postgres.Ground.assumeRoot;
import static org.liuhen.postgres.Ground.owner;
import static org.liuhen.postgres.Ground.tell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** As root and as others. */
class IdentityTest {

    private static final List<String> AS_NOBODY = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

    @RegisterExtension
    final Ground ground = new Ground();

    @BeforeEach
    void only_as_root() throws IOException {
        assumeRoot();
    }

    /** A search path with every program that is needed but these. */
    private Map<String, String> without(String... missing) throws IOException {
        var programs = Files.createDirectories(ground.base().resolve("programs"));
        for (var name : List.of("sh", "id", "setsid", "sleep", "unshare", "setpriv")) {
            var usual = Path.of("/usr/bin", name);
            var program = Files.exists(usual) ? usual : Path.of("/bin", name);
            if (!List.of(missing).contains(name)) Files.createSymbolicLink(programs.resolve(name), program);
        }
        return Map.of("PATH", programs.toString());
    }

    private int runsAs() throws IOException {
        return owner(Path.of("/proc", Long.toString(ground.postmaster())));
    }

    @Test
    void in_a_folder_of_root_it_runs_in_a_user_namespace_and_the_files_stay_roots() throws Exception {
        var allowed = new ProcessBuilder("unshare", "--user", "true").start().waitFor() == 0;
        assumeTrue(allowed, "this machine forbids user namespaces");
        try (var postgres = LocalPostgres.start(ground.made())) {
            assertEquals(0, owner(ground.cluster().resolve("postmaster.pid")));
            var accounts = Files.readAllLines(Path.of("/proc", Long.toString(ground.postmaster()), "uid_map"));
            assertEquals(List.of(), accounts, "no account is mapped: it is nobody inside");
            assertEquals("1", ask(postgres.access(), "select 1"));
        }
    }

    @Test
    void in_a_folder_of_another_account_it_runs_as_that_account_and_all_stays_that_accounts() throws Exception {
        ground.made();
        new Tree(ground.folder()).give(NOBODY, NOBODY);
        try (var postgres = LocalPostgres.start(ground.settings())) {
            tell(postgres.access(), "create table note as select 1 as n");
            assertEquals(NOBODY, runsAs());
        }
        var child = ground.holder(ground.folder(), ground.binaries(), AS_NOBODY, new HashMap<>());
        child.ready();
        assertEquals("1", ask(LocalPostgres.running(ground.folder()).orElseThrow(), "select n from note"));
        assertEquals(NOBODY, runsAs());
        child.process().getOutputStream().close();
        assertEquals(0, child.process().waitFor(), Files.readString(child.errors()));
        try (var files = Files.walk(ground.folder())) {
            assertEquals(List.of(), files.filter(it -> isRoots(it)).toList());
        }
    }

    private static boolean isRoots(Path path) {
        try {
            return owner(path) == 0;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_new_folder_belongs_to_whom_its_parent_belongs_to() throws Exception {
        var parent = Files.createDirectory(ground.base().resolve("of nobody"));
        new Tree(parent).give(NOBODY, NOBODY);
        assertEquals(new Identity.Account(NOBODY, NOBODY), Identity.of(parent.resolve("a").resolve("b")));
        assertEquals(NOBODY, owner(parent.resolve("a")));
        assertEquals(NOBODY, owner(parent.resolve("a").resolve("b")));
    }

    @Test
    void an_ordinary_user_starts_it_as_itself() throws Exception {
        Files.createDirectory(ground.folder());
        new Tree(ground.folder()).give(NOBODY, NOBODY);
        var child = ground.holder(ground.folder(), ground.folder().resolve("binaries"), AS_NOBODY, without("unshare", "setpriv"));
        child.ready();
        assertEquals(NOBODY, runsAs());
        child.process().destroyForcibly();
        Ground.until("its server goes with it", () -> ground.mine().isEmpty());
    }

    @Test
    void an_ordinary_user_is_told_whose_the_folder_is() throws Exception {
        Files.createDirectory(ground.folder());
        var child = ground.holder(ground.folder(), ground.binaries(), AS_NOBODY, new HashMap<>());
        assertTrue(child.line().matches("fault PostgresFault 数据库文件夹 .* 属于账户 0，而本程序以账户 65534 运行。.*"));
        assertTrue(child.line().matches("The database folder .* belongs to account 0, .* account 65534\\..*"));
    }

    @Test
    void where_namespaces_are_forbidden_roots_folder_is_given_to_nobody_and_keeps_its_rows() throws Exception {
        try (var postgres = LocalPostgres.start(ground.made())) {
            tell(postgres.access(), "create table note as select 1 as n");
        }
        var child = ground.holder(ground.folder(), ground.binaries(), List.of(), without("unshare"));
        child.ready();
        assertEquals(NOBODY, runsAs());
        assertEquals(NOBODY, owner(ground.cluster()));
        child.process().destroyForcibly();
        Ground.until("its server goes with it", () -> ground.mine().isEmpty());
        try (var postgres = LocalPostgres.start(ground.settings())) {
            assertEquals("1", ask(postgres.access(), "select n from note"));
            assertEquals(NOBODY, runsAs(), "it stays nobody's");
        }
    }

    @Test
    void where_root_cannot_become_another_it_says_so_in_both_languages() throws Exception {
        var child = ground.holder(ground.folder(), ground.binaries(), List.of(), without("unshare", "setpriv"));
        assertTrue(child.line().startsWith("fault PostgresFault 数据库不能以 root 身份运行"));
        assertTrue(child.line().startsWith("The database must not run as root"));
        assertEquals(0, owner(ground.folder()), "nothing was changed");
    }

    @Test
    void programs_that_the_account_cannot_reach_are_named() throws Exception {
        Files.createDirectory(ground.folder());
        new Tree(ground.folder()).give(NOBODY, NOBODY);
        var hidden = Files.createTempDirectory("hidden"); // root's alone
        try {
            var copy = hidden.resolve("copy");
            var fault = assertThrows(PostgresFault.class,
                () -> LocalPostgres.start(ground.settings().withBinaries(copy)));
            assertTrue(fault.english().contains("chmod o+x") && fault.chinese().contains("chmod o+x"), fault.getMessage());
        } finally {
            new Tree(hidden).delete();
        }
    }
}
