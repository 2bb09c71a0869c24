package org.liuhen.cli.collect;

import java.io.IOException;
import org.liuhen.core.values.Bilingual;

/** The source, not the store, is why a file could not be handed in. The file is still there; the next run tries again. */
public final class SourceFailed extends Exception {

    private final String reason;
    private final transient Bilingual text;

    private SourceFailed(String reason, Bilingual text) {
        super(reason + ": " + text);
        this.reason = reason;
        this.text = text;
    }

    /** The file is not what was listed. */
    public static SourceFailed changing() {
        return new SourceFailed("changing", new Bilingual(
                "读取时文件在变化（设备可能仍在录制）：停止录制后重新运行",
                        "the file changes while it is read (still recording?): stop the recording and run again"));
    }

    /** It cannot be read, or the camera is gone. */
    public static SourceFailed reading(Camera camera, IOException cause) {
        var failed = camera.present()
                ? new SourceFailed("unreadable", new Bilingual(
                        "文件读不出来（" + cause.getMessage() + "）：请检查存储卡，勿格式化",
                                "the file cannot be read (" + cause.getMessage() + "): check the card, do not format it"))
                : new SourceFailed("camera-gone", new Bilingual(
                        "设备已拔出：重新插好后再运行，已传部分不会重传",
                                "the camera was pulled out: dock it and run again, what was sent is not sent twice"));
        failed.initCause(cause);
        return failed;
    }

    static SourceFailed differs(String stored, String read) {
        return new SourceFailed("digest-mismatch", new Bilingual(
                "存储的内容与设备上的不同（库内 " + stored + "，设备 " + read + "）：请勿清除设备，重新运行",
                "what is stored is not what is on the device (stored " + stored + ", device " + read
                        + "): do not clear the device, run again"));
    }

    /** A word for scripts. */
    public String reason() {
        return reason;
    }

    /** Why, and what to do. */
    public Bilingual text() {
        return text;
    }
}
