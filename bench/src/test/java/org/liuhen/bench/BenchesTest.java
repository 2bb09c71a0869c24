package org.liuhen.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BenchesTest {

    @Test
    void the_benchmarks_each_have_bars_that_the_page_tells() throws IOException {
        assertEquals(List.of("sm3", "fixity", "ingest", "ledger", "start", "assess", "coverage", "station", "replay", "cases"), Main.BENCHES.stream().map(Bench::name).toList());
        var page = Files.readString(Path.of("README.md"));
        for (var bench : Main.BENCHES) {
            assertFalse(bench.bars().isEmpty(), bench.name());
            assertEquals(bench.bars().size(), bench.bars().stream().map(Bar::metric).distinct().count(), "two bars for one metric");
            assertTrue(page.contains("`" + bench.name() + "`"), bench.name());
            for (var bar : bench.bars()) {
                assertTrue(page.contains(bar.asked()), bench.name() + ": " + bar.asked());
            }
        }
    }

    @Test
    void a_bar_without_its_row_is_not_passed_over() {
        var bench = new FixityBench();
        assertThrows(IllegalStateException.class, () -> Main.judged(bench, List.of(Row.of("fixity", "another", 1, "MB/s"))));
    }

    @Test
    void what_cannot_be_measured_is_told_in_one_sentence() {
        var missing = assertThrows(IOException.class, () -> new ProcessBuilder("no-such-program").start());
        var told = Main.notMeasured("sm3", new IllegalStateException("outer", missing));
        assertTrue(told.contains("sm3") && told.contains("install it") && told.contains("no-such-program"), told);
        assertEquals(1, told.lines().count());
        var full = Main.notMeasured("ingest", new IOException("磁盘空间不足 / not enough room\nmore"));
        assertTrue(full.endsWith("not enough room"), full);
        assertTrue(Main.notMeasured("start", new InterruptedException()).contains("InterruptedException"));
    }

    @Test
    void a_workplace_leaves_no_process_and_no_file() throws Exception {
        Path folder;
        Process child;
        var closed = new ArrayList<String>();
        try (var workplace = new Workplace(Path.of("."), Workplace.CASES)) {
            folder = workplace.folder();
            Files.writeString(workplace.newFolder("data").resolve("file"), "content");
            child = workplace.start("sleep", "600");
            workplace.atEnd(() -> closed.add("first"));
            workplace.atEnd(() -> closed.add("second"));
            assertTrue(child.isAlive());
        }
        assertTrue(child.waitFor(1, TimeUnit.SECONDS));
        assertFalse(Files.exists(folder));
        assertEquals(List.of("second", "first"), closed);
    }

    @Test
    void a_command_that_fails_says_what_it_printed() throws Exception {
        try (var workplace = new Workplace(Path.of("."), Workplace.CASES)) {
            var fault = assertThrows(IOException.class, () -> workplace.run("sh", "-c", "echo reason; exit 7"));
            assertTrue(String.valueOf(fault.getMessage()).contains("7: reason"), fault::toString);
            assertThrows(IOException.class, () -> Workplace.ready(workplace.start("echo", "not that line")));
            assertEquals("http://127.0.0.1:1", Workplace.ready(workplace.start("echo", "ready: http://127.0.0.1:1")));
            assertThrows(IOException.class, () -> workplace.require(Long.MAX_VALUE));
        }
    }

    @Test
    void metrics_are_summed_and_must_be_there() throws IOException {
        var metrics = new Metrics("""
                # HELP jvm_memory_max_bytes most
                jvm_memory_max_bytes{area="heap",id="Eden Space"} 7.0E7
                jvm_memory_max_bytes{area="heap",id="Tenured Gen"} 1.8E8
                jvm_memory_max_bytes{area="nonheap",id="Metaspace"} -1.0
                liuhen_vault_sealed_bytes_total 1.073741824E9
                """);
        assertEquals(2.5e8, metrics.sum("jvm_memory_max_bytes", "area=\"heap\""));
        assertEquals(1073741824.0, metrics.sum("liuhen_vault_sealed_bytes_total", ""));
        assertThrows(IOException.class, () -> metrics.sum("liuhen_vault_sealed_bytes", ""));
    }
}
