package org.liuhen.formats.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuhen.core.cases.CaseCommand;
import org.liuhen.core.cases.CaseEvent;
import org.liuhen.core.cases.DocumentEvent;
import org.liuhen.core.cases.FiledRecording;
import org.liuhen.core.cases.ProcessEvent;
import org.liuhen.core.findings.FindingCommand;
import org.liuhen.core.findings.FindingEvent;
import org.liuhen.core.recordings.activities.ActivityCommand;
import org.liuhen.core.recordings.activities.ActivityEvent;
import org.liuhen.core.recordings.activities.Mark;
import org.liuhen.core.values.RecordingId;
import org.liuhen.formats.Malformed;

/** Whatever core says of a case comes back from its bytes as it was, and nothing else is read. */
class RecordsTest {

    private static final int ROUNDS = 50;

    static Stream<Class<? extends Record>> types() {
        return Stream.of(CaseEvent.class, CaseCommand.class, FindingEvent.class, FindingCommand.class, ActivityEvent.class, ActivityCommand.class)
                .flatMap(RandomRecords::leaves);
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_record_comes_back_from_its_bytes(Class<? extends Record> type) {
        for (var seed = 0; seed < ROUNDS; seed++) {
            var record = new RandomRecords(seed, seed == 0).record(type);
            var bytes = CanonicalJson.write(Records.write(record));
            assertEquals(record, Records.read((Json.Fields) CanonicalJson.read(bytes, bytes.length), type, "data"), "seed " + seed);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_stranger_and_every_hole_is_named(Class<? extends Record> type) {
        attack(Records.write(new RandomRecords(1, true).record(type)), "data", broken -> Records.read(broken, type, "data"));
    }

    private interface Reading {
        void read(Json.Fields broken);
    }

    /** Breaks each field at each depth: one too many, one too few, one of another kind. */
    private static void attack(Json.Fields fields, String path, Reading reading) {
        var more = new TreeMap<>(fields.values());
        more.put("colour", new Json.Text("red"));
        if (!isMap(fields)) refused(reading, new Json.Fields(more), path, "colour");
        fields.values().forEach((name, value) -> {
            var other = new TreeMap<>(fields.values());
            other.put(name, value instanceof Json.Items ? new Json.Flag(true) : new Json.Items(List.of()));
            refused(reading, new Json.Fields(other), path, name);
            var inside = path + "." + name;
            if (value instanceof Json.Fields nested) attack(nested, inside, broken -> reading.read(with(fields, name, broken)));
            if (value instanceof Json.Items(var items) && !items.isEmpty() && items.getFirst() instanceof Json.Fields nested) {
                attack(nested, inside + "[0]", broken -> {
                    var changed = new ArrayList<>(items);
                    changed.set(0, broken);
                    reading.read(with(fields, name, new Json.Items(changed)));
                });
            }
        });
    }

    /** The values of a document: their names are not known to the record. */
    private static boolean isMap(Json.Fields fields) {
        return fields.values().containsKey("yesNo") || fields.values().get("refs") instanceof Json.Fields;
    }

    private static Json.Fields with(Json.Fields fields, String name, Json value) {
        var changed = new TreeMap<>(fields.values());
        changed.put(name, value);
        return new Json.Fields(changed);
    }

    private static void refused(Reading reading, Json.Fields broken, String path, String name) {
        var told = String.valueOf(assertThrows(Malformed.class, () -> reading.read(broken), path + " " + name).getMessage());
        assertTrue(told.startsWith(path) && told.contains(name), told);
    }

    @Test
    void a_missing_field_is_named() {
        var fields = new TreeMap<>(Records.write(new DocumentEvent.TextUnlocked(new org.liuhen.core.values.DocumentId(new UUID(0, 1)))).values());
        fields.remove("document");
        var told = assertThrows(Malformed.class, () -> Records.read(new Json.Fields(fields), DocumentEvent.TextUnlocked.class, "data"));
        assertEquals("data: document is missing", told.getMessage());
    }

    @Test
    void a_duration_says_its_unit_and_what_is_absent_is_left_out() {
        var filed = new ProcessEvent.RecordingFiled(new FiledRecording(new RecordingId(new UUID(0, 1)), Instant.EPOCH, Instant.EPOCH,
                Duration.ofMillis(1500), "video", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        assertEquals("{\"recording\":{\"beganAt\":\"1970-01-01T00:00:00.000Z\",\"endedAt\":\"1970-01-01T00:00:00.000Z\","
                + "\"mediaKind\":\"video\",\"recording\":\"00000000-0000-0000-0000-000000000001\",\"uncertaintyMillis\":1500}}",
                new String(CanonicalJson.write(Records.write(filed)), java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void a_set_is_sorted_and_has_nothing_twice() {
        var type = ActivityCommand.MarkMoment.class;
        var marked = new ActivityCommand.MarkMoment(Mark.Kind.INTRODUCED, Optional.empty(), Set.of("time", "act", "place"), Optional.empty());
        assertEquals("{\"kind\":\"introduced\",\"words\":[\"act\",\"place\",\"time\"]}",
                new String(CanonicalJson.write(Records.write(marked)), java.nio.charset.StandardCharsets.UTF_8));
        var fields = new TreeMap<>(Records.write(marked).values());
        fields.put("words", new Json.Items(List.of(new Json.Text("time"), new Json.Text("place"), new Json.Text("act"))));
        assertEquals(marked, Records.read(new Json.Fields(fields), type, "data"));
        fields.put("words", new Json.Items(List.of(new Json.Text("act"), new Json.Text("act"))));
        var told = assertThrows(Malformed.class, () -> Records.read(new Json.Fields(fields), type, "data"));
        assertEquals("data.words[1] stands there twice", told.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1970-01-01", "1970-01-01T00:00:00Z", "1970-02-30T00:00:00.000Z"})
    void an_instant_has_one_spelling(String text) {
        var type = ProcessEvent.RefusalRecorded.class;
        var fields = new TreeMap<>(Records.write(new ProcessEvent.RefusalRecorded("a", "b", "c", Instant.EPOCH)).values());
        fields.put("at", new Json.Text(text));
        assertThrows(Malformed.class, () -> Records.read(new Json.Fields(fields), type, "data"));
    }

    /** The bound is far above what it takes, for slow machines; the benchmark measures. */
    @Test
    void reading_an_event_is_quick() {
        var type = DocumentEvent.DocumentSigned.class;
        var fields = Records.write(new RandomRecords(1, true).record(type));
        var best = Long.MAX_VALUE;
        for (var round = 0; round < 20; round++) {
            var began = System.nanoTime();
            for (var i = 0; i < 5_000; i++) Records.read(fields, type, "data");
            best = Math.min(best, (System.nanoTime() - began) / 5_000);
        }
        assertTrue(best < 50_000, best + " ns");
    }
}
