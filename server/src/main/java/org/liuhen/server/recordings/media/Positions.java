package org.liuhen.server.recordings.media;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.liuhen.core.recordings.Position;

/** Reads the two texts in which files say where they were made. */
final class Positions {

    /** One part in ten million of a degree is a centimetre, finer than any receiver. */
    private static final int DECIMALS = 7;

    private static final BigDecimal POLE = BigDecimal.valueOf(90);
    private static final BigDecimal HALF_TURN = BigDecimal.valueOf(180);
    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);

    /**
     * ISO 6709 with decimal degrees, as phones and cameras write it into MP4 and QuickTime: {@code +40.9700+117.9300+335.000/}.
     */
    private static final Pattern ISO_6709 =
        Pattern.compile("([+-]\\d{2}(?:\\.\\d{1,12})?)([+-]\\d{3}(?:\\.\\d{1,12})?)(?:[+-].*|/.*|CRS.*)?");

    /** EXIF as ffprobe shows it: {@code 40:1, 58:1, 12:1}. */
    private static final Pattern RATIONALS =
        Pattern.compile("\\s*(\\d{1,10}):(\\d{1,10})\\s*,\\s*(\\d{1,10}):(\\d{1,10})\\s*,\\s*(\\d{1,10}):(\\d{1,10})\\s*");

    private Positions() {}

    /** Empty where the numbers are on no map, or are both zero, which is what receivers without a fix write. */
    static Optional<Position> of(BigDecimal latitude, BigDecimal longitude) {
        if (latitude.abs().compareTo(POLE) > 0 || longitude.abs().compareTo(HALF_TURN) > 0) return Optional.empty();
        if (latitude.signum() == 0 && longitude.signum() == 0) return Optional.empty();
        return Optional.of(new Position(text(latitude), text(longitude)));
    }

    /** From the tag {@code ©xyz} or {@code com.apple.quicktime.location.ISO6709}. */
    static Optional<Position> iso6709(String text) {
        var matcher = ISO_6709.matcher(text.strip());
        return matcher.matches() ? of(new BigDecimal(matcher.group(1)), new BigDecimal(matcher.group(2))) : Optional.empty();
    }

    /**
     * From the four tags of EXIF. The letters are compared strictly, for other tags of EXIF have the same numbers and stray in.
     */
    static Optional<Position> exif(String latitudeRef, String latitude, String longitudeRef, String longitude) {
        var south = latitudeRef.strip().equals("S");
        var west = longitudeRef.strip().equals("W");
        var known = (south || latitudeRef.strip().equals("N")) && (west || longitudeRef.strip().equals("E"));
        if (!known) return Optional.empty();
        return degrees(latitude).flatMap(north -> degrees(longitude)
            .flatMap(east -> of(south ? north.negate() : north, west ? east.negate() : east)));
    }

    private static Optional<BigDecimal> degrees(String rationals) {
        var matcher = RATIONALS.matcher(rationals);
        if (!matcher.matches()) return Optional.empty();
        var sum = BigDecimal.ZERO;
        var unit = BigDecimal.ONE;
        for (var i = 1; i < 6; i += 2) {
            var denominator = new BigDecimal(matcher.group(i + 1));
            if (denominator.signum() == 0) return Optional.empty();
            sum = sum.add(new BigDecimal(matcher.group(i))
                .divide(denominator.multiply(unit), DECIMALS + 3, RoundingMode.HALF_EVEN));
            unit = unit.multiply(SIXTY);
        }
        return Optional.of(sum);
    }

    private static String text(BigDecimal degrees) {
        var rounded = degrees.setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
}
