package org.liuhen.formats.law;

import java.util.OptionalInt;

/** Numbers of articles and items as regulations print them: 一, 十二, 一百零三. */
final class ChineseNumber {

    private static final String DIGITS = "零一二三四五六七八九";
    private static final int MAX = 999;

    private ChineseNumber() {}

    /** The number from 1 to 999 that is printed so; empty for any other spelling. */
    static OptionalInt read(String text) {
        if (text.isEmpty() || text.length() > 5) return OptionalInt.empty();
        var number = 0;
        var digit = 0;
        for (var character : text.replace('〇', '零').toCharArray()) {
            switch (character) {
                case '百' -> {
                    number += digit * 100;
                    digit = 0;
                }
                case '十' -> {
                    number += (digit == 0 ? 1 : digit) * 10;
                    digit = 0;
                }
                default -> digit = DIGITS.indexOf(character);
            }
            if (digit < 0) return OptionalInt.empty();
        }
        number += digit;
        // 二三 and 十百 have no second spelling of theirs: what is not written back so is not a number
        var known = number >= 1 && number <= MAX && write(number).equals(text.replace('〇', '零'));
        return known ? OptionalInt.of(number) : OptionalInt.empty();
    }

    /** As regulations print it: 十, never 一十, below twenty. */
    static String write(int number) {
        var text = new StringBuilder();
        var hundreds = number / 100;
        var tens = number / 10 % 10;
        var ones = number % 10;
        if (hundreds > 0) text.append(DIGITS.charAt(hundreds)).append('百');
        if (hundreds > 0 && tens == 0 && ones > 0) text.append('零');
        if (tens > 1 || (tens == 1 && hundreds > 0)) text.append(DIGITS.charAt(tens));
        if (tens > 0) text.append('十');
        if (ones > 0) text.append(DIGITS.charAt(ones));
        return text.toString();
    }
}
