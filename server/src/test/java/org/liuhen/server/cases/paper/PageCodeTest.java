package org.liuhen.server.cases.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageCodeTest {

    private static final UUID DOCUMENT = UUID.fromString("3f2a9c01-77aa-4b1c-9d1e-0a1b2c3d4e5f");

    @Test
    void the_bytes_are_those_of_the_formats_page() {
        assertEquals("LH1H4VJYALXVJFRYAABAAAQAA2KZ4", PageCode.of(DOCUMENT, 1, 1, 3).text());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void what_was_written_is_read(long seed) {
        var dice = new SplittableRandom(seed);
        for (int i = 0; i < 1000; i++) {
            int pages = 1 + dice.nextInt(PageCode.NUMBER_MAX);
            var code = PageCode.of(new UUID(dice.nextLong(), dice.nextLong()), 1 + dice.nextInt(PageCode.NUMBER_MAX), 1 + dice.nextInt(pages), pages);
            assertEquals(Optional.of(code), PageCode.parse(code.text()));
        }
    }

    @Test
    void a_wrong_character_anywhere_is_noticed() {
        var text = PageCode.of(DOCUMENT, 2, 7, 12).text();
        for (int i = 0; i < text.length() - 1; i++) { // the last character has two bits that mean nothing
            var wrong = text.substring(0, i) + (text.charAt(i) == 'A' ? 'B' : 'A') + text.substring(i + 1);
            assertEquals(Optional.empty(), PageCode.parse(wrong), wrong);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "LH1", "https://example.org/licence", "LH2H4VJYALXVJFRYAABAAAQAA3XYZ", "LH1h4vjyalxvjfryaabaaaqaa3xyz", "LH1测试测试测试测试测试测试测试测试测试测试测试测试测试"})
    void other_codes_are_none_of_ours(String text) {
        assertEquals(Optional.empty(), PageCode.parse(text));
    }

    @Test
    void impossible_pages_cannot_be_written() {
        assertThrows(IllegalArgumentException.class, () -> PageCode.of(DOCUMENT, 1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> PageCode.of(DOCUMENT, 1, 2, 1));
        assertThrows(IllegalArgumentException.class, () -> PageCode.of(DOCUMENT, 0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> PageCode.of(DOCUMENT, 1, 1, PageCode.NUMBER_MAX + 1));
    }
}
