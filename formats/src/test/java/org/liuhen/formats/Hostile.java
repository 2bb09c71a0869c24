package org.liuhen.formats;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;
import org.junit.jupiter.api.Assertions;

/**
 * What a stranger can do to bytes. A parser answers with {@link Malformed} or with another value: never with the same, never
 * otherwise.
 */
public final class Hostile {

    private Hostile() {}

    /** Every truncation and every flipped bit of the fixture. */
    public static void attack(byte[] fixture, Function<byte[], ?> parse) {
        var original = parse.apply(fixture);
        Assertions.assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            for (var length = 0; length < fixture.length; length++) {
                different(Arrays.copyOf(fixture, length), parse, original, "cut to " + length);
            }
            for (var bit = 0; bit < fixture.length * 8; bit++) {
                var flipped = fixture.clone();
                flipped[bit / 8] ^= (byte) (1 << (bit % 8));
                different(flipped, parse, original, "bit " + bit);
            }
            var longer = Arrays.copyOf(fixture, fixture.length + 1);
            longer[fixture.length] = '\n';
            different(longer, parse, original, "a line feed more");
        });
    }

    private static void different(byte[] bytes, Function<byte[], ?> parse, Object original, String what) {
        Object found;
        try {
            found = parse.apply(bytes);
        } catch (Malformed e) {
            return; // the expected answer
        }
        assertNotEquals(original, found, what);
    }
}
