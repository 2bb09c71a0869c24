package org.liuhen.core.devices;

/** Who repaired a device. */
public enum RepairKind {
    /** 专业部门维修. */
    PROFESSIONAL("professional"),
    /** 自行拆修. */
    SELF_MADE("selfMade"),
    /** 检查后正常，未修理. */
    FOUND_IN_ORDER("foundInOrder");

    private final String word;

    RepairKind(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
