package org.liuhen.cli.collect;

import java.util.Optional;

/** One file as the station saw it on a source, before anything was sent. */
public record CameraFile(RawPath path, FileStamp stamp, Optional<Problem> problem) {

    /** Why a file that is there cannot be handed in. The words are those of the listing (formats 6.3). */
    public enum Problem {
        /** It, or the folder it is in, cannot be opened. */
        UNREADABLE("unreadable"),
        /** It is not the same before and after it was read. */
        CHANGING("changing"),
        /** A symbolic link, a device, a pipe: nothing that a camera records. */
        SPECIAL("special");

        private final String word;

        Problem(String word) {
            this.word = word;
        }

        /** As written in a listing. */
        public String word() {
            return word;
        }
    }
}
