package org.liuhen.core.values;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @Test
    void a_fast_clock_is_read_back_by_its_offset() {
        var clock = new DeviceClock(Instant.parse("2026-03-02T08:00:00Z"), Duration.ofSeconds(90), Duration.ofSeconds(2));
        var deviceTime = Instant.parse("2026-03-02T07:01:30Z");
        assertEquals(Instant.parse("2026-03-02T07:00:00Z"), clock.correct(deviceTime));
        assertEquals(Instant.parse("2026-03-02T06:59:58Z"), clock.earliest(deviceTime));
        assertEquals(Instant.parse("2026-03-02T07:00:02Z"), clock.latest(deviceTime));
    }

    @Test
    void a_clock_is_not_centuries_off() {
        var limit = DeviceClock.OFFSET_MAX;
        assertEquals(limit.negated(), new DeviceClock(Instant.EPOCH, limit.negated(), Duration.ZERO).offset());
        assertThrows(IllegalArgumentException.class, () -> new DeviceClock(Instant.EPOCH, limit.plusNanos(1), Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> new DeviceClock(Instant.EPOCH, Duration.ZERO, Duration.ofNanos(-1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "S", "sq", "SQSQSQSQS", "S Q", "双桥"})
    void an_agency_code_has_two_to_eight_capitals_or_digits(String code) {
        assertThrows(IllegalArgumentException.class, () -> new AgencyCode(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " a", "a ", "a\nb", "\u0000"})
    void a_device_number_is_one_line_without_space_around(String number) {
        assertThrows(IllegalArgumentException.class, () -> new DeviceNumber(number));
    }

    @Test
    void a_device_number_may_be_chinese_or_short() {
        assertEquals("仪7", new DeviceNumber("仪7").value());
        assertEquals("7", new DeviceNumber("7").value());
        assertThrows(IllegalArgumentException.class, () -> new DeviceNumber("7".repeat(65)));
    }

    @Test
    void an_id_has_one_spelling() {
        var text = "0a000000-0000-4000-8000-00000000000b";
        assertEquals(UUID.fromString(text), PersonId.parse(text).value());
        assertThrows(IllegalArgumentException.class, () -> PersonId.parse("0A000000-0000-4000-8000-00000000000b"));
        assertThrows(IllegalArgumentException.class, () -> PersonId.parse("a-0-4-8-b"));
    }

    @Test
    void a_raw_name_keeps_bytes_of_any_encoding() {
        var gbk = new byte[] {(byte) 0xCF, (byte) 0xD6, (byte) 0xB3, (byte) 0xA1};
        assertArrayEquals(gbk, RawName.of(gbk).bytes());
        assertEquals(RawName.of(gbk), new RawName("z9azoQ=="));
        assertThrows(IllegalArgumentException.class, () -> new RawName("z9azoR=="), "bits beyond the end");
        assertThrows(IllegalArgumentException.class, () -> RawName.of(new byte[0]));
        assertThrows(IllegalArgumentException.class, () -> RawName.of(new byte[RawName.BYTES_MAX + 1]));
    }

    @Test
    void an_actor_acts_in_a_role_of_its_kind() {
        var person = new PersonId(new UUID(0, 1));
        assertThrows(IllegalArgumentException.class, () -> Actor.person(person, "张三", Role.STATION));
        assertThrows(IllegalArgumentException.class, () -> Actor.person(person, " ", Role.OFFICER));
        assertEquals(Role.SYSTEM, Actor.system("probe").role());
    }

    @Test
    void a_text_limit_counts_and_never_cuts_a_character_in_two() {
        var limit = new TextLimit("x", 3);
        assertTrue(limit.takes("ab字"));
        assertFalse(limit.takes("abcd"));
        assertFalse(limit.takes("\udc00"));
        assertEquals("ab", limit.cut("ab\ud83d\ude00"));
        assertEquals("a\ufffdb", limit.cut("a\ud83db"));
        assertEquals("\ufffd\n\t", limit.cut("\u0000\n\tmore"));
    }

    @Test
    void every_role_has_its_own_word() {
        Arrays.stream(Role.values()).forEach(role -> assertEquals(role, Role.of(role.word())));
        assertThrows(IllegalArgumentException.class, () -> Role.of("root"));
    }
}
