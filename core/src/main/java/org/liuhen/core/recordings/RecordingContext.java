package org.liuhen.core.recordings;

import java.util.Set;

/**
 * What a decision must know beside the recording's own history.
 *
 * @param classificationKeys of the agency's profile, on this day
 * @param handInProven whether the hand-in of this recording is in a signed checkpoint; asked only when a camera file is cleared
 */
public record RecordingContext(Set<String> classificationKeys, boolean handInProven) {
    public RecordingContext {
        classificationKeys = Set.copyOf(classificationKeys);
    }

    /** For commands that neither classify nor clear. */
    public static RecordingContext none() {
        return new RecordingContext(Set.of(), false);
    }
}
