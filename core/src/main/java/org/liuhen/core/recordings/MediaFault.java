package org.liuhen.core.recordings;

/** Why the media tool gave no result. */
public enum MediaFault {
    /** The tool knows no such format. */
    NOT_MEDIA("not-media"),
    /** A known format, broken. */
    DAMAGED("damaged"),
    /** It took longer than it may. */
    TIME("time"),
    /** It needed more memory than it may. */
    MEMORY("memory"),
    /** It wrote more than it may, or nothing that can be used. */
    OUTPUT("output"),
    /** The file has no bytes. */
    EMPTY("empty");

    private final String word;

    MediaFault(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
