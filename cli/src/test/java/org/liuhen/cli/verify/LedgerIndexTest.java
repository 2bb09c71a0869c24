package org.liuhen.cli.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Finds what was put into it and nothing else, through many growths. */
class LedgerIndexTest {

    private static final int STREAMS = 100_000;

    @Test
    void every_event_is_found_at_its_place_and_no_other() {
        var index = new LedgerIndex();
        for (var i = 0; i < STREAMS; i++) {
            index.put(stream(i), 1, 2L * i);
            index.put(stream(i), 2, 2L * i + 1);
        }
        for (var i = 0; i < STREAMS; i++) {
            assertEquals(2 * i, index.find(stream(i), 1));
            assertEquals(2 * i + 1, index.find(stream(i), 2));
            assertEquals(LedgerIndex.ABSENT, index.find(stream(i), 3));
            assertEquals(LedgerIndex.ABSENT, index.find(stream(i + STREAMS), 1));
        }
    }

    /** Numbers that differ in few bits, as an attacker's or a counter's would. */
    private static UUID stream(int number) {
        return new UUID(number, 0x8000_0000_0000_0000L);
    }
}
