package org.liuhen.server.findings;

import java.util.Optional;
import org.liuhen.core.rules.Missing;

/** Something that a step still needs, for a page. */
public record MissingView(
        String duty, Optional<String> subject, String article, boolean blocks, String what, String whatEn, String wayOut, String wayOutEn) {

    /** What a rule says is missing. */
    public static MissingView of(Missing missing) {
        return new MissingView(missing.duty(), missing.subject(), missing.authority().cited(), missing.blocks(), missing.what().zh(),
                missing.what().en(), missing.wayOut().zh(), missing.wayOut().en());
    }
}
