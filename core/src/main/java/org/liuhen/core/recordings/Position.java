package org.liuhen.core.recordings;

import java.util.regex.Pattern;

/** Where, in degrees (WGS 84) as the file says: decimal texts, never rounded by a float. */
public record Position(String latitude, String longitude) {

    private static final Pattern DEGREES = Pattern.compile("-?\\d{1,3}(\\.\\d{1,10})?");

    public Position {
        if (!DEGREES.matcher(latitude).matches()) throw new IllegalArgumentException("latitude " + latitude);
        if (!DEGREES.matcher(longitude).matches()) throw new IllegalArgumentException("longitude " + longitude);
    }
}
