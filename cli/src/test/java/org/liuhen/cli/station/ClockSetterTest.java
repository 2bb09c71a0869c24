package org.liuhen.cli.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liuhen.core.values.DeviceClock;
import org.liuhen.formats.Malformed;

/** A camera's clock is measured and set where the station's file says how, and what cannot be done is told. */
class ClockSetterTest {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    @TempDir
    private Path card = Path.of("");

    private static List<StationFile.ClockRule> rules(String yaml) {
        return StationFile.parse(("format: liuhen-station-v1\nclocks:\n" + yaml).getBytes(StandardCharsets.UTF_8)).clocks();
    }

    private static List<String> codes(ClockSetter.Checked checked) {
        return checked.notices().stream().map(Notice::code).toList();
    }

    /** This machine is an hour fast, as it was told by the server. */
    private static Optional<DeviceClock> fast() {
        return Optional.of(new DeviceClock(Instant.now(), Duration.ofHours(1), Duration.ofMillis(10)));
    }

    @Test
    void a_time_file_gets_the_true_time_and_only_where_the_camera_has_one() throws Exception {
        var setter = new ClockSetter(rules("  - {file: TIME.TXT, format: \"yyyy-MM-dd HH:mm:ss\"}\n"));
        assertEquals(List.of(), codes(setter.check(card, fast())));
        var file = Files.writeString(card.resolve("TIME.TXT"), "2000-01-01 00:00:00\r\n");
        assertEquals(List.of(), codes(setter.check(card, Optional.empty())), "a station that never met its server sets nobody's clock");
        assertEquals(List.of("clock-set"), codes(setter.check(card, fast())));
        var written = LocalDateTime.parse(Files.readString(file).strip(), FORM).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
        assertTrue(Duration.between(written, Instant.now().minus(Duration.ofHours(1))).abs().compareTo(Duration.ofMinutes(1)) < 0, written::toString);
    }

    @Test
    void a_vendor_s_programs_measure_first_and_then_set() throws Exception {
        var setter = new ClockSetter(rules("""
                  - {set: [sh, -c, 'echo set >> "$0/log"', "{folder}"]}
                  - {tell: [sh, -c, 'echo tell >> "$0/log"; date -u +%Y-%m-%dT%H:%M:%SZ', "{folder}"]}
                """));
        var checked = setter.check(card, Optional.of(new DeviceClock(Instant.now(), Duration.ZERO, Duration.ZERO)));
        assertEquals(List.of("tell", "set"), Files.readAllLines(card.resolve("log")));
        assertTrue(checked.clock().orElseThrow().offset().abs().compareTo(Duration.ofSeconds(30)) < 0, checked::toString);
        assertEquals(List.of("clock-set"), codes(checked));
    }

    @Test
    void what_fails_is_told_and_stops_nothing() throws Exception {
        var setter = new ClockSetter(rules("  - {tell: [echo, noon]}\n  - {set: [\"false\"]}\n"));
        var checked = setter.check(card, fast());
        assertFalse(checked.clock().isPresent());
        assertEquals(List.of("clock-not-measured", "clock-not-set"), codes(checked));
    }

    @Test
    void a_rule_that_says_two_things_or_nothing_is_refused_with_its_line() {
        for (var wrong : List.of("  - {file: TIME.TXT}\n", "  - {set: [a], tell: [b]}\n", "  - {}\n", "  - {file: a, format: \"yyyy bb\"}\n")) {
            assertTrue(String.valueOf(assertThrows(Malformed.class, () -> rules(wrong)).getMessage()).contains("line 3"), wrong);
        }
    }
}
