package org.liuhen.formats.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChineseNumberTest {

    @ParameterizedTest
    @CsvSource({"一, 1", "十, 10", "十一, 11", "二十, 20", "三十二, 32", "一百, 100", "一百零三, 103", "一百〇三, 103", "一百一十, 110", "九百九十九, 999"})
    void numbers_are_read_as_printed(String text, int number) {
        assertEquals(OptionalInt.of(number), ChineseNumber.read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "零", "一十", "二三", "百", "十百", "一百三", "一百零", "1", "壹", "一千", "零一", "一一一一一一"})
    void another_spelling_is_no_number(String text) {
        assertTrue(ChineseNumber.read(text).isEmpty());
    }

    @Test
    void every_number_has_one_spelling() {
        for (var number = 1; number <= 999; number++) {
            assertEquals(OptionalInt.of(number), ChineseNumber.read(ChineseNumber.write(number)));
        }
    }
}
