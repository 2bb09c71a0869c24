package org.liuhen.formats.law;

import java.util.List;
import org.liuhen.core.values.AgencyCode;

/** What binds one agency. docs/formats.md, section 9. */
public record Profile(AgencyCode agency) {

    /**
     * The profile that is shipped.
     *
     * @throws org.liuhen.formats.Malformed if it is not readable, with line and column
     */
    public static Profile of(AgencyCode agency) {
        return org.liuhen.formats.Follows.here();
    }

    /**
     * Reads a profile.
     *
     * @throws org.liuhen.formats.Malformed with line and column, in Chinese and English
     */
    public static Profile parse(AgencyCode agency, byte[] yaml) {
        return org.liuhen.formats.Follows.here();
    }

    /** The keys that recordings are classified by, in the profile's order. */
    public List<ClassificationKey> classificationKeys() {
        return org.liuhen.formats.Follows.here();
    }
}
