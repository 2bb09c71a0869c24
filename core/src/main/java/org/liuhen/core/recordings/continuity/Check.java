package org.liuhen.core.recordings.continuity;

/** What is looked for in a file. docs/formats.md, section 2.6b. */
public enum Check {
    /** Holes between the times of pictures. */
    GAPS("gaps"),
    /** Pictures that have the time of another one. */
    DUPLICATES("duplicates"),
    /** A list inside the file by which players leave something out or move it. */
    EDIT_LIST("edit-list"),
    /** Names that encoders, muxers and editing programs leave. */
    REENCODING("reencoding"),
    /** An end or an index that is missing. */
    TAIL("tail"),
    /** Pictures that do not change. */
    FROZEN("frozen"),
    /** Pictures without light. */
    BLACK("black"),
    /** Sound without sound. */
    SILENT("silent"),
    /** The file's time against the times of a receiver inside it. */
    CLOCK_JUMP("clock-jump");

    private final String word;

    Check(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
