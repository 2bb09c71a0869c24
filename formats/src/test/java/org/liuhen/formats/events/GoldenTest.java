package org.liuhen.formats.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.liuhen.core.cases.CaseEvent;
import org.liuhen.core.devices.DeviceEvent;
import org.liuhen.core.devices.DeviceLifeEvent;
import org.liuhen.core.devices.equipment.EquipmentEvent;
import org.liuhen.core.devices.needs.NeedEvent;
import org.liuhen.core.devices.places.PlaceEvent;
import org.liuhen.core.findings.FindingEvent;
import org.liuhen.core.recordings.CustodyEvent;
import org.liuhen.core.recordings.Gap;
import org.liuhen.core.recordings.MediaKind;
import org.liuhen.core.recordings.MediaStream;
import org.liuhen.core.recordings.Position;
import org.liuhen.core.recordings.RecordingEvent;
import org.liuhen.core.recordings.StreamKind;
import org.liuhen.core.recordings.activities.ActivityEvent;
import org.liuhen.core.recordings.handover.HandOverEvent;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.HandInId;
import org.liuhen.core.values.PayloadDestroyed;
import org.liuhen.formats.Hostile;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.json.FieldsReader;
import org.liuhen.formats.json.FieldsWriter;
import org.liuhen.formats.json.Json;
import org.liuhen.formats.json.RandomRecords;

/** What was once stored is read for ever: the files of {@code src/test/golden} are written once and never edited. */
class GoldenTest {

    private static final Path GOLDEN = Path.of("src/test/golden");

    static Stream<Event> full() {
        return Samples.full().stream();
    }

    static Stream<Event> all() {
        return Stream.concat(full(), Samples.sparse().stream());
    }

    @ParameterizedTest
    @MethodSource("full")
    void a_golden_file_gives_its_record_and_the_record_gives_its_bytes(Event event) throws IOException {
        var type = EventTypes.typeOf(event);
        var bytes = Files.readAllBytes(GOLDEN.resolve(type + ".v1.json"));
        assertEquals(Samples.payload(event), Payload.read(type, 1, bytes));
        assertEquals(new String(bytes, UTF_8), new String(Samples.payload(event).write(), UTF_8));
    }

    @Test
    void every_type_and_version_has_its_file_and_no_file_is_without() throws IOException {
        var expected = new HashSet<String>();
        for (var type : EventTypes.all()) {
            for (var version = 1; version <= EventTypes.versionOf(type); version++) expected.add(type + ".v" + version + ".json");
        }
        try (var files = Files.list(GOLDEN)) {
            assertEquals(expected, files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
        }
        var sampled = Stream.concat(full().map(EventTypes::typeOf), plainTypes().map(Class::getSimpleName)).collect(Collectors.toSet());
        assertEquals(EventTypes.all(), sampled);
    }

    /** Their files were made of seeded records once, {@link RandomRecords}; whether every component is in them is judged here. */
    @ParameterizedTest
    @MethodSource("plainTypes")
    void a_golden_file_of_a_case_an_activity_or_a_device_is_read_and_written_again(Class<? extends Record> type) throws IOException {
        var bytes = Files.readAllBytes(GOLDEN.resolve(type.getSimpleName() + ".v1.json"));
        var payload = Payload.read(type.getSimpleName(), 1, bytes);
        assertEquals(type, payload.event().getClass());
        assertEquals(new String(bytes, UTF_8), new String(payload.write(), UTF_8));
        assertEquals(type.getRecordComponents().length, EventTypes.data(payload.event()).values().size());
    }

    static Stream<Class<? extends Record>> plainTypes() {
        return Stream.of(CaseEvent.class, FindingEvent.class, ActivityEvent.class, CustodyEvent.class, DeviceEvent.FileNumbersCompared.class,
                DeviceEvent.FoundAtIntake.class, DeviceLifeEvent.class, EquipmentEvent.class, HandOverEvent.class, NeedEvent.class, PlaceEvent.class)
                .flatMap(RandomRecords::leaves);
    }

    @ParameterizedTest
    @MethodSource("all")
    void an_event_comes_back_as_it_was(Event event) {
        assertEquals(event, EventTypes.event(EventTypes.typeOf(event), 1, EventTypes.data(event)));
    }

    @ParameterizedTest
    @MethodSource("full")
    void an_unknown_field_is_refused_and_so_is_every_field_of_another_kind(Event event) {
        var type = EventTypes.typeOf(event);
        var data = EventTypes.data(event);
        var more = new TreeMap<>(data.values());
        more.put("colour", new Json.Text("red"));
        assertThrows(Malformed.class, () -> EventTypes.event(type, 1, new Json.Fields(more)));
        for (var field : data.values().keySet()) {
            var other = new TreeMap<>(data.values());
            other.put(field, new Json.Flag(true));
            assertThrows(Malformed.class, () -> EventTypes.event(type, 1, new Json.Fields(other)), field);
        }
    }

    @ParameterizedTest
    @MethodSource("full")
    void every_flipped_bit_of_a_payload_is_refused_or_another_payload(Event event) {
        var type = EventTypes.typeOf(event);
        Hostile.attack(Samples.payload(event).write(), bytes -> Payload.read(type, 1, bytes));
    }

    @Test
    void unknown_types_and_versions_are_refused() {
        var data = new FieldsWriter().end();
        assertThrows(Malformed.class, () -> EventTypes.event("RecordingDeleted", 1, data));
        assertThrows(Malformed.class, () -> EventTypes.event("RecordingViewed", 0, data));
        assertThrows(Malformed.class, () -> EventTypes.event("RecordingViewed", 2, data));
    }

    @Test
    void a_payload_has_a_limit() {
        var longest = new PayloadDestroyed(1, "字".repeat(16_000), List.of());
        assertEquals(longest, Payload.read("PayloadDestroyed", 1, Samples.payload(longest).write()).event());
        var tooLong = new PayloadDestroyed(1, "字".repeat(16_384), List.of());
        assertThrows(IllegalArgumentException.class, () -> Samples.payload(tooLong).write());
    }

    @Test
    void the_largest_lists_that_deciders_keep_fit_into_a_payload() {
        var far = Duration.ofDays(36_525);
        var probed = new RecordingEvent.RecordingProbed(
                MediaKind.VIDEO,
                "\u5b57".repeat(200),
                Collections.nCopies(
                        RecordingEvent.RecordingProbed.STREAMS_MAX,
                        new MediaStream(
                                99, StreamKind.SUBTITLE, "hdmv_pgs_subtitle", Optional.of("High 4:4:4 Predictive"),
                                        Optional.of(65_535),
                                Optional.of(65_535), Optional.of(1_000_000L), Optional.of(192_000), Optional.of(24),
                                        Optional.of(1L << 40))),
                Optional.of(far),
                Optional.of(Instant.EPOCH),
                Optional.of(Instant.EPOCH),
                Optional.of(Instant.EPOCH),
                Optional.of(far),
                Optional.of(new Position("-90.1234567890", "-179.1234567890")),
                Collections.nCopies(RecordingEvent.RecordingProbed.GAPS_MAX, new Gap(far, far)),
                Json.NUMBER_MAX,
                Json.NUMBER_MAX,
                270,
                "\u5b57".repeat(200));
        assertEquals(probed, Payload.read("RecordingProbed", 1, Samples.payload(probed).write()).event());
        var failure = new DeviceEvent.FailedFile("\u5b57".repeat(100), "\u5b57".repeat(40));
        var balanced = new DeviceEvent.HandInBalanced(
                new HandInId(new UUID(0, 1)), Json.NUMBER_MAX, Json.NUMBER_MAX, Json.NUMBER_MAX,
                Collections.nCopies(DeviceEvent.HandInBalanced.FAILURES_MAX, failure));
        assertEquals(balanced, Payload.read("HandInBalanced", 1, Samples.payload(balanced).write()).event());
    }

    @Test
    void old_versions_are_brought_up_step_by_step() {
        var upcasters = new Upcasters(Map.of(
                "Told",
                List.of(
                        old -> new FieldsWriter().put("words", new FieldsReader(old, "v1").value("text")).end(),
                        old -> new FieldsWriter().put("words", new FieldsReader(old, "v2").value("words")).put("language", "zh")
                                .end())));
        var first = new FieldsWriter().put("text", "你好").end();
        var third = new FieldsWriter().put("words", "你好").put("language", "zh").end();
        assertEquals(3, upcasters.newest("Told"));
        assertEquals(third, upcasters.bring("Told", 1, first));
        assertEquals(third, upcasters.bring("Told", 2, new FieldsWriter().put("words", "你好").end()));
        assertEquals(third, upcasters.bring("Told", 3, third));
        assertThrows(Malformed.class, () -> upcasters.bring("Told", 4, third));
        assertEquals(Set.of(1), Set.of(upcasters.newest("Other")));
    }
}
