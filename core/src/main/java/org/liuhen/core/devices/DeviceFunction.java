package org.liuhen.core.devices;

/** What a device can record. */
public enum DeviceFunction {
    /** 摄像. */
    VIDEO("video"),
    /** 照相. */
    PHOTO("photo"),
    /** 录音. */
    SOUND("sound");

    private final String word;

    DeviceFunction(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
