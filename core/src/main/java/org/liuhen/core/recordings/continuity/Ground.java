package org.liuhen.core.recordings.continuity;

/** Why a check has no sense for a file. */
public enum Ground {
    /** A photo has no course of time. */
    STILL_PICTURE("still-picture"),
    /** There are no moving pictures. */
    NO_PICTURES("no-pictures"),
    /** There is no sound. */
    NO_SOUND("no-sound"),
    /** Containers of this kind have no such thing. */
    CONTAINER("container"),
    /** No receiver wrote its time into the file. */
    NO_TIMES("no-times"),
    /** It is no audiovisual file. */
    NOT_MEDIA("not-media");

    private final String word;

    Ground(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
