package org.liuhen.cli.station;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liuhen.cli.collect.CameraFile;
import org.liuhen.cli.collect.FileStamp;
import org.liuhen.cli.collect.RawPath;
import org.liuhen.formats.devices.NamingRules;

/** Clocks years off, running backwards, losing midnight; daylight saving in a name; numbers that are missing. All told, none refused. */
class FileSignsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private static List<String> signs(String... names) {
        var files = Stream.of(names).map(name -> new CameraFile(RawPath.ofText(name), new FileStamp(1, NOW, ""), Optional.empty())).toList();
        var read = Stream.of(names).flatMap(name -> NamingRules.shipped().read(name).stream()).toList();
        return FileSigns.of(files, read, NOW).stream().map(Notice::code).toList();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        D_1_20260302150000_1.mp4 D_1_20260302160000_2.mp4,                              ''
        D_1_19700101000000_1.mp4,                                                       clock-years-off
        D_1_20980101000000_1.mp4,                                                       clock-years-off
        D_1_20260303090000_1.mp4,                                                       ''
        D_1_20260302150000_1.mp4 D_1_20260302140000_2.mp4,                              clock-backwards
        D_1_20260302150000_1.mp4 D_1_20260302145900_2.mp4,                              ''
        D_1_20260301235900_1.mp4 D_1_20260301000100_2.mp4,                              clock-lost-midnight
        D_1_19880417023000_1.mp4,                                                       clock-years-off clock-daylight
        D_1_20260302150000_1.mp4 D_1_20260302150100_4.mp4,                              numbers-missing
        D_1_20260301150000_1.mp4 D_1_20260301150100_2.mp4 D_1_20260302150000_1.mp4,     ''
        MOVI0001.MOV MOVI0002.MOV MOVI0009.MOV,                                         numbers-missing
        """)
    void signs_of(String names, String expected) {
        assertEquals(expected.isEmpty() ? List.of() : List.of(expected.split(" ")), signs(names.split(" ")));
    }

    @Test
    void a_file_without_a_time_that_can_be_written_is_told() {
        var file = new CameraFile(RawPath.ofText("a.mp4"), new FileStamp(1, Instant.MAX, ""), Optional.empty());
        assertEquals(List.of("clock-years-off"), FileSigns.of(List.of(file), List.of(), NOW).stream().map(Notice::code).toList());
    }

    @Test
    void ten_thousand_files_are_looked_at_in_a_moment() {
        var names = Stream.iterate(1, n -> n + 1).limit(10_000).map(n -> "D_1_20260302150000_" + n + ".mp4").toArray(String[]::new);
        assertEquals(List.of(), signs(names));
    }
}
