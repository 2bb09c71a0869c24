package org.liuhen.core.recordings.activities;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.liuhen.core.values.PersonId;

/**
 * Something that an officer declares to be in the recording. The declaration suffices; the time is an aid.
 *
 * @param kind what it is
 * @param at when, where it is known
 * @param words what of it: the spoken contents, the listeners, the focus item
 * @param toWhom whom the certificate was shown to; who else was told
 * @param by who declares it
 */
public record Mark(Kind kind, Optional<Instant> at, Set<String> words, Optional<String> toWhom, PersonId by) {

    public Mark {
        words = Collections.unmodifiableSet(new TreeSet<>(words));
    }

    /** What can be declared. */
    public enum Kind {
        /** 亮证. */
        CERTIFICATE_SHOWN("certificateShown"),
        /** 告知录音录像; the words are those who heard it. */
        ANNOUNCED("announced"),
        /** 语音说明 at the beginning (WD-7); the words are its contents. */
        INTRODUCED("introduced"),
        /** 重点记录: a focus item is in the recording; one word. */
        FOCUS("focus"),
        /** A focus item does not apply; one word. */
        NOT_APPLICABLE("notApplicable");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word in files and answers. */
        public String word() {
            return word;
        }
    }
}
