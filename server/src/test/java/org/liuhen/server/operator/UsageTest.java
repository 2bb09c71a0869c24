package org.liuhen.server.operator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.liuhen.server.Application;

class UsageTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... words) {
        return new Commands(Application.class, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8)).run(List.of(words));
    }

    @Test
    void helpOfACommandNamesItsOptionsAndDoesNothing() {
        assertEquals(0, run("restore", "--data", "nowhere", "--help"));
        var text = out.toString(UTF_8);
        for (var option : Usage.RESTORE.names()) assertTrue(text.contains(option), text);
        assertEquals("", err.toString(UTF_8));
    }

    @Test
    void whatIsNotThereIsToldWithWhatIs() {
        assertEquals(2, run("backup", "--from", "somewhere"));
        assertTrue(err.toString(UTF_8).contains("--data --db --to"), err.toString(UTF_8));
        assertEquals(2, run("serve", "--port"));
        assertTrue(err.toString(UTF_8).contains("--port"), err.toString(UTF_8));
        assertEquals(2, run());
        assertTrue(err.toString(UTF_8).contains("rebuild"), err.toString(UTF_8));
    }
}
