package org.liuhen.core.devices;

/** What a device is taken out for. */
public enum UsePurpose {
    /** 办案. */
    CASE_WORK("caseWork"),
    /** 日常检查. */
    DAILY_INSPECTION("dailyInspection"),
    /** 重大执法活动. */
    MAJOR_ACTION("majorAction"),
    /** Something else. */
    OTHER("other");

    private final String word;

    UsePurpose(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
