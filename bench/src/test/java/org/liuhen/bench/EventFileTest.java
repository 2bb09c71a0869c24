package org.liuhen.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {

    /** More events than the file has room for at first. */
    private static final int CASES = 3_000;

    @Test
    void events_are_read_in_the_order_of_their_times_and_each_case_is_whole(@TempDir Path folder) throws Exception {
        var file = new EventFile(folder.resolve("events"));
        var written = new HashMap<UUID, MadeUpCase>();
        try (var events = file.new Writer()) {
            for (var number = 1; number <= CASES; number++) {
                var one = MadeUpCase.of(number);
                events.add(one);
                written.put(one.id().value(), one);
            }
        }
        var read = new ArrayList<EventFile.Placed>();
        file.read(777, read::addAll);
        assertEquals(file.count(), read.size());
        assertEquals(written.values().stream().mapToInt(one -> one.events().size()).sum(), read.size());
        var versions = new HashMap<UUID, Long>();
        for (var i = 0; i < read.size(); i++) {
            var one = read.get(i);
            if (i > 0) assertFalse(one.stored().recordedAt().isBefore(read.get(i - 1).stored().recordedAt()), "event " + i);
            assertEquals(one.version(), versions.merge(one.stream(), 1L, Long::sum));
            var expected = Objects.requireNonNull(written.get(one.stream())).events().get((int) one.version() - 1);
            assertEquals(expected.type(), one.stored().type());
            assertEquals(expected.recordedAt(), one.stored().recordedAt());
            assertArrayEquals(expected.bytes(), one.stored().bytes());
        }
    }

    @Test
    void the_same_number_is_the_same_case_with_the_same_findings() {
        for (var number = 1; number <= 50; number++) {
            var once = MadeUpCase.of(number).judged();
            var again = MadeUpCase.of(number).judged();
            assertEquals(once.nextChangeAt(), again.nextChangeAt());
            assertEquals(once.made().events().size(), again.made().events().size());
            assertArrayEquals(once.made().events().getLast().bytes(), again.made().events().getLast().bytes());
        }
    }
}
