package org.liuhen.core.devices.places;

/** What a place is for: the words of {@code avRecord.places}, and the two that other articles name. */
public enum PlaceKind {
    /** 询问室. */
    INQUIRY_ROOM("inquiryRoom"),
    /** 听证室. */
    HEARING_ROOM("hearingRoom"),
    /** 受理场所: where applications are accepted. */
    ACCEPTANCE_PLACE("acceptancePlace"),
    /** Another facility. */
    OTHER("other");

    private final String word;

    PlaceKind(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }

    /** Whether cases are handled there (执法办案场所). */
    public boolean handlesCases() {
        return this == INQUIRY_ROOM || this == HEARING_ROOM;
    }
}
