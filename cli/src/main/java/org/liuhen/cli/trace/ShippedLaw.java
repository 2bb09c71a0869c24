package org.liuhen.cli.trace;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.liuhen.formats.law.KeyDefinition;
import org.liuhen.formats.law.Keys;
import org.liuhen.formats.law.Profile;
import org.liuhen.formats.law.cases.WorkedFiles;

/** The law as this build ships it. */
final class ShippedLaw {

    private ShippedLaw() {}

    /** What the newest entries of the profiles say. */
    static Answers answers() {
        return (agency, key) -> Optional.ofNullable(Profile.of(agency).entries().get(key))
                .map(entries -> entries.getLast().entry().answer());
    }

    /** The parts of the program that law/keys.yaml names. */
    static Features features() {
        var keys = Keys.shipped();
        return key -> keys.get(key).flatMap(KeyDefinition::feature);
    }

    /** The worked cases. */
    static List<WorkedCase> cases() throws IOException {
        return WorkedFiles.shipped().stream().map(worked -> new WorkedCase(worked.agency(), worked.article(), worked.fires())).toList();
    }
}
