package org.liuhen.core.recordings.activities;

/** Why an act must be recorded from beginning to end (全程音像记录): the words of {@code avRecord.fullCourse.events}. */
public enum Weight {
    PERSONAL_LIBERTY("personalLiberty"),
    LIFE_HEALTH("lifeHealth"),
    MAJOR_PROPERTY("majorProperty"),
    CASE_HANDLING_PLACE("caseHandlingPlace");

    private final String word;

    Weight(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
