package org.liuhen.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands as scripts meet them: exit codes and JSON. */
class MainTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return Main.run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), arguments);
    }

    @ParameterizedTest(name = "{0}: exit {1}")
    @CsvSource(delimiter = '|', textBlock = """
        verify src/test/valid/bundle/bundle --trust src/test/valid/bundle/trust.txt | 0
        verify src/test/valid/file/file/现场-0001.mp4 --trust src/test/valid/file/trust.txt | 0
        verify src/test/valid/ledger/ledger --trust src/test/valid/ledger/trust.txt | 0
        verify --data src/test/valid/data/data --journal src/test/valid/data/journal.jsonl | 0
        verify --data src/test/valid/data/data | 0
        verify src/test/valid/bundle/bundle | 3
        verify src/test/broken/E08-medium-altered/bundle --trust src/test/broken/E08-medium-altered/trust.txt | 1
        verify src/test/broken/E08-medium-altered/bundle | 1
        verify src/test | 2
        verify src/test/nothing | 2
        verify src/test/valid/bundle/bundle --trust src/test/nothing | 2
        verify src/test/valid/bundle/bundle --trust pom.xml | 2
        verify | 2
        destroy everything | 2
        collect --device 1 src --server http://example.com --token-file pom.xml --notebook target/notebook-1 | 2
        clear src | 2
        export nothing --to target | 2
        station src/test/nothing --server http://127.0.0.1:9 --token-file pom.xml | 2
        station src --server http://127.0.0.1:9 --token-file pom.xml --parallel 9 | 2
        station src --server http://127.0.0.1:9 --token-file pom.xml --kiosk 65536 | 2
        station src --server http://127.0.0.1:9 --token-file pom.xml --store-limit -1 | 2
        collect --help | 0
        """)
    void a_command_ends_with_its_exit_code(String line, int expected) {
        assertEquals(expected, run(line.strip().split(" +")), () -> out.toString(UTF_8) + err.toString(UTF_8));
    }

    @Test
    void help_is_in_both_languages() {
        assertEquals(0, run("verify", "--help"));
        assertTrue(out.toString(UTF_8).contains("离线核对") && out.toString(UTF_8).contains("Verify offline"));
    }

    @Test
    void a_stations_rules_that_cannot_be_read_are_named() {
        assertEquals(2, run("station", "src", "--server", "http://127.0.0.1:9", "--token-file", "pom.xml", "--store", "target/station-1", "--rules", "pom.xml"));
        assertTrue(Pattern.compile("pom\\.xml：第 \\d+ 行").matcher(err.toString(UTF_8)).find(), () -> err.toString(UTF_8));
    }

    @Test
    void faults_are_one_json_object_a_check_and_a_verdict() {
        var folder = Path.of("src/test/broken/E10-file-unexpected");
        assertEquals(1, run("verify", folder.resolve("bundle").toString(), "--trust", folder.resolve("trust.txt").toString(),
                "--json"));
        var lines = out.toString(UTF_8).lines().toList();
        assertEquals("{\"verdict\":{\"exit\":1,\"faults\":[\"E10\"],\"result\":\"faulty\"}}", lines.getLast());
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("{\"check\":\"file-unexpected\",\"code\":\"E10\"")),
                lines::toString);
    }

    @Test
    void what_was_not_performed_is_said() {
        run("verify", "--data", "src/test/valid/data/data", "--lang", "en");
        assertTrue(out.toString(UTF_8).contains("not performed journal against ledger"), () -> out.toString(UTF_8));
    }
}
