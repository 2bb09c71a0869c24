package org.liuhen.core.devices;

/** Where an officer says that he wears a recorder. */
public enum WearPosition {
    /** 左肩部. */
    LEFT_SHOULDER("leftShoulder"),
    /** 左胸部. */
    LEFT_CHEST("leftChest"),
    /** 手持，用于现场取证. */
    HANDHELD("handheld"),
    /** 其他位置. */
    OTHER("other");

    private final String word;

    WearPosition(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
