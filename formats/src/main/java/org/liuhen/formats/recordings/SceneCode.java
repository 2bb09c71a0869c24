package org.liuhen.formats.recordings;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;
import org.liuhen.core.values.Digest;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.StrictText;

/**
 * The short code of a scene receipt: 15 characters for the digest and one check character, so that it can be read over the phone.
 * docs/formats.md, section 22.2. Every wrong character and every two that changed places are found.
 */
public final class SceneCode {

    /** A prime number of characters, without 0, 1, I, L and O. */
    static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int BASE = ALPHABET.length();
    private static final int DIGITS = 15;
    private static final int GROUP = 4;

    /** 16 · 2 = 32 ≡ 1: what the weight of the last place is divided by. */
    private static final int INVERSE_OF_LAST = 2;
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\-–—－]+");

    private SceneCode() {}

    /** The code of the digest, in groups of four. */
    public static String of(Digest digest) {
        var rest = new BigInteger(1, digest.bytes());
        var base = BigInteger.valueOf(BASE);
        var digits = new int[DIGITS + 1];
        for (var place = DIGITS - 1; place >= 0; place--) {
            digits[place] = rest.mod(base).intValue();
            rest = rest.divide(base);
        }
        digits[DIGITS] = Math.floorMod(-sum(digits, DIGITS) * INVERSE_OF_LAST, BASE);
        var code = new StringBuilder();
        for (var place = 0; place <= DIGITS; place++) {
            if (place > 0 && place % GROUP == 0) code.append('-');
            code.append(ALPHABET.charAt(digits[place]));
        }
        return code.toString();
    }

    /**
     * The code that somebody typed, as {@link #of} writes it: small letters, spaces and hyphens do not matter.
     *
     * @throws Malformed if it has another length, a character that no code has, or is mistyped
     */
    public static String read(String typed) {
        var letters = BETWEEN.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
        if (letters.length() != DIGITS + 1) {
            throw new Malformed("a code has " + (DIGITS + 1) + " characters, this one " + letters.length());
        }
        var digits = letters.chars().map(ALPHABET::indexOf).toArray();
        for (var place = 0; place < digits.length; place++) {
            if (digits[place] < 0) {
                throw new Malformed("no code has the character " + StrictText.shown(letters.substring(place, place + 1)));
            }
        }
        if (sum(digits, digits.length) % BASE != 0) throw new Malformed("mistyped: the check character does not fit");
        return String.join("-", letters.split("(?<=\\G.{" + GROUP + "})"));
    }

    private static int sum(int[] digits, int places) {
        var sum = 0;
        for (var place = 0; place < places; place++) sum += (place + 1) * digits[place];
        return sum;
    }
}
