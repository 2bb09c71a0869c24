package org.liuhen.server.agencies;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liuhen.core.agencies.AgencyCommand.Offered;
import org.liuhen.core.law.Answer;
import org.liuhen.core.law.Key;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.formats.law.Profile;
import org.liuhen.formats.law.ProfileEntry;

/** What of the shipped profile the register must know before an agency adopts it. */
final class OfferedProfile {

    private OfferedProfile() {}

    /**
     * The profile of that agency.
     *
     * @throws org.liuhen.formats.Malformed if the program has none
     */
    static Offered of(AgencyCode agency) {
        var profile = Profile.of(agency);
        return new Offered(profile.digest(), profile.needsActivation(),
                Stream.concat(proposed(profile), proposed(Profile.national())).collect(Collectors.toUnmodifiableSet()));
    }

    /** Keys that the product answers itself, and those of national law that the legal section still has to read. */
    private static Stream<Key> proposed(Profile profile) {
        return profile.entries().entrySet().stream().filter(entry -> isProposed(entry.getValue())).map(java.util.Map.Entry::getKey);
    }

    private static boolean isProposed(List<ProfileEntry> entries) {
        return entries.stream().anyMatch(entry -> entry.confirm() || switch (entry.entry().answer()) {
            case Answer.Default _ -> true;
            case Answer.Stated _, Answer.NotStated _ -> false;
        });
    }
}
