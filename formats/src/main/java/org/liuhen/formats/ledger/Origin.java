package org.liuhen.formats.ledger;

import java.util.Optional;
import java.util.regex.Pattern;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.StrictText;

/**
 * The name of a log: {@code <installation>/<agency>} of an agency's first, {@code <installation>/<agency>/<n>} of its n-th
 * (docs/formats.md, section 3.2).
 *
 * @param number from 1 on
 */
public record Origin(String installation, String agency, int number) {

    private static final Pattern NAME = Pattern.compile("([^/]+)/([^/]+)(?:/([1-9][0-9]{0,5}))?");

    public Origin {
        if (number < 1) throw new IllegalArgumentException("logs are counted from 1: " + number);
    }

    /** @throws Malformed if it is no name of a log of ours */
    public static Origin parse(String text) {
        return find(text).orElseThrow(() -> new Malformed("not the name of a ledger: " + StrictText.shown(text)));
    }

    /** Empty if it is no name of a log of ours. */
    public static Optional<Origin> find(String text) {
        var name = NAME.matcher(text);
        if (!name.matches() || "1".equals(name.group(3))) return Optional.empty();
        return Optional.of(new Origin(name.group(1), name.group(2), name.group(3) == null ? 1 : Integer.parseInt(name.group(3))));
    }

    /** Whether it is a later log of the same agency. */
    public boolean follows(Origin other) {
        return installation.equals(other.installation) && agency.equals(other.agency) && number > other.number;
    }

    /** Where it lies below {@code ledger/}, and where it is served. */
    public String path() {
        return number == 1 ? agency : agency + "/" + number;
    }

    @Override
    public String toString() {
        return installation + "/" + path();
    }
}
