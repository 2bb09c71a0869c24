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
    OTHER("other");

    private final String word;

    DeviceKind(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
