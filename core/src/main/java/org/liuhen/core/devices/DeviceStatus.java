package org.liuhen.core.devices;

/** Where a device is in its life. */
public enum DeviceStatus {
    /** 在库. */
    AVAILABLE("available"),
    /** 领用中. */
    OUT("out"),
    /** 停用. */
    STOPPED("stopped"),
    /** 送修. */
    IN_REPAIR("inRepair"),
    /** 遗失、被盗. */
    LOST("lost"),
    /** 报废. */
    RETIRED("retired");

    private final String word;

    DeviceStatus(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
