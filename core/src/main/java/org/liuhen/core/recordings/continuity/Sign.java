package org.liuhen.core.recordings.continuity;

/** What was seen at a place. docs/formats.md, section 2.6b. */
public enum Sign {
    /** Nothing between two pictures for longer than usual. */
    GAP("gap"),
    /** Pictures with the time of another one. */
    SAME_TIME("same-time"),
    /** What the track begins with is not shown. */
    BEGINNING_LEFT_OUT("beginning-left-out"),
    /** Something in the middle is not shown, or shown elsewhere. */
    MIDDLE_LEFT_OUT("middle-left-out"),
    /** What the track ends with is not shown. */
    END_LEFT_OUT("end-left-out"),
    /** The track begins later than the file. */
    SHIFTED("shifted"),
    /** Shown faster, slower or standing still. */
    OTHER_RATE("other-rate"),
    /** An encoder or a muxer of computers names itself. */
    ENCODER("encoder"),
    /** A program for editing names itself. */
    EDITOR("editor"),
    /** The index without which nothing can be played. */
    NO_INDEX("no-index"),
    /** A part says that it is longer than the file. */
    CUT_OFF("cut-off"),
    /** The pictures end before the length that the file declares. */
    ENDS_EARLY("ends-early"),
    /** The picture stands still. */
    STILL("still"),
    /** The picture is black. */
    DARK("dark"),
    /** Nothing is heard. */
    QUIET("quiet"),
    /** The receiver's time goes on differently from the file's. */
    JUMP("jump");

    private final String word;

    Sign(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
