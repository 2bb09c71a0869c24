package org.liuhen.core.devices;

/** What a device is. */
public enum DeviceKind {
    /** 执法记录仪. */
    BODY_CAMERA("bodyCamera"),
    /** 照相机. */
    CAMERA("camera"),
    /** 摄像机. */
    CAMCORDER("camcorder"),
    /** 录音笔. */
    VOICE_RECORDER("voiceRecorder"),
    /** 视频监控. */
    SURVEILLANCE("surveillance"),
    /** 手机、执法终端. */
    PHONE("phone"),
    /** 采集存储设备. */
    COLLECTION_STORAGE("collectionStorage"),
    OTHER("other");

    private final String word;

    DeviceKind(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }

    /** Whether a word of {@code device.kinds} or {@code device.ratio.counts} means it. */
    public boolean means(String lawWord) {
        return switch (this) {
            case BODY_CAMERA -> lawWord.equals("bodyRecorder");
            case CAMERA -> lawWord.equals("camera");
            case CAMCORDER -> lawWord.equals("camcorder");
            case VOICE_RECORDER -> lawWord.equals("voiceRecorder") || lawWord.equals("audioRecorder");
            case SURVEILLANCE -> lawWord.equals("videoSurveillance");
            case PHONE -> lawWord.equals("handheldTerminal");
            case COLLECTION_STORAGE -> lawWord.equals("collectionStorageEquipment");
            case OTHER -> lawWord.equals("other");
        };
    }

    /** Whether it goes along (便携式), until somebody describes the device otherwise. */
    public boolean portable() {
        return switch (this) {
            case BODY_CAMERA, CAMERA, CAMCORDER, VOICE_RECORDER, PHONE, OTHER -> true;
            case SURVEILLANCE, COLLECTION_STORAGE -> false;
        };
    }
}
