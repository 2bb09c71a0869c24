package org.liuhen.formats.devices;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuhen.formats.Malformed;

class NamingRulesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
        SQ-0001_03080001_20260302150400.mp4,       device-officer-time,                  SQ-0001, 03080001, 2026-03-02T15:04,
        DSJ7_012345_20260302150405_0017.MP4,       device-officer-time-sequence,         DSJ7,    012345,   2026-03-02T15:04:05, 17
        DSJ7_012345_20260302_150405_0017.jpg,      device-officer-time-parted-sequence,  DSJ7,    012345,   2026-03-02T15:04:05, 17
        DSJ7@012345_20260302150405.wav,            device-at-officer,                    DSJ7,    012345,   2026-03-02T15:04:05,
        20260302150405_012345_DSJ7.mp4,            time-officer-device,                  DSJ7,    012345,   2026-03-02T15:04:05,
        20260302_150405_0003.mp4,                  time-parted-sequence,                 ,        ,         2026-03-02T15:04:05, 3
        2026-03-02_15-04-05.mp4,                   time-dashes,                          ,        ,         2026-03-02T15:04:05,
        2026_0302_150405_012.MP4,                  time-day-parted-sequence,             ,        ,         2026-03-02T15:04:05, 12
        SQ-0001_20260302150400_0002.avi,           device-time-sequence,                 SQ-0001, ,         2026-03-02T15:04, 2
        VID_20260302_150405.mp4,                   letters-time,                         ,        ,         2026-03-02T15:04:05,
        MOVI0042.MOV,                              letters-sequence,                     ,        ,         , 42
        IMG_0042.JPG,                              letters-parted-sequence,              ,        ,         , 42
        DSJ7_012345_19700101000000.mp4,            device-officer-time,                  DSJ7,    012345,   1970-01-01T00:00,
        20261302150405.mp4,                        ,                                     ,        ,         ,
        现场.mp4,                                   ,                                     ,        ,         ,
        """)
    void a_name_tells_what_its_rule_says(String name, String rule, String device, String officer, String started, Long sequence) {
        var read = NamingRules.shipped().read(name);
        assertEquals(Optional.ofNullable(rule), read.map(FileName::rule));
        assertEquals(Optional.ofNullable(device), read.flatMap(FileName::device));
        assertEquals(Optional.ofNullable(officer), read.flatMap(FileName::officer));
        assertEquals(Optional.ofNullable(started), read.flatMap(FileName::startedAt).map(Object::toString));
        assertEquals(Optional.ofNullable(sequence), read.flatMap(FileName::sequence));
    }

    @Test
    void a_station_s_own_rule_comes_first() {
        var own = NamingRules.parse("""
                format: liuhen-naming-v1
                naming:
                  - {name: our-vendor, pattern: "A{sequence}-{officer}-{time:yyMMddHHmm}.{ext}"}
                """.getBytes(UTF_8)).before(NamingRules.shipped());
        var read = own.read("A0007-012345-2603021504.mp4").orElseThrow();
        assertEquals(new FileName("our-vendor", Optional.empty(), Optional.of("012345"),
                Optional.of(java.time.LocalDateTime.parse("2026-03-02T15:04")), Optional.of(7L)), read);
        assertTrue(own.read("MOVI0042.MOV").isPresent());
        assertEquals(Optional.empty(), own.read("A".repeat(256)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{nobody}.mp4", "{time}.mp4", "{time:yyyyMMdd}.mp4", "{time:yyyyMMddhhmmss}.mp4", "{device}{device}.mp4",
        "{device:x}.mp4", "{device.mp4", "{time:yyyMMddHHmmss}"})
    void a_rule_that_cannot_be_read_is_said_with_its_place(String pattern) {
        var wrong = assertThrows(Malformed.class, () -> NamingRules.parse(
                ("format: liuhen-naming-v1\nnaming:\n  - {name: x, pattern: \"" + pattern + "\"}\n").getBytes(UTF_8)));
        assertTrue(String.valueOf(wrong.getMessage()).contains("line 3"), wrong::getMessage);
    }
}
