package org.liuhen.core.recordings;

import java.time.Instant;
import java.util.List;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.RecordingId;
import org.liuhen.core.values.Refusal;

/** Why a command on a recording is not carried out. */
public sealed interface RecordingRefusal extends Refusal {

    /** Nothing was handed in under this id. */
    record NoSuchRecording() implements RecordingRefusal {
        @Override
        public String code() {
            return "no-such-recording";
        }

        @Override
        public Bilingual what() {
            return new Bilingual("没有这条音像记录。", "There is no such recording.");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("请从音像记录列表中重新选择。", "Choose it again from the list of recordings.");
        }
    }

    /** The id is taken. */
    record AlreadyHandedIn(RecordingId recording) implements RecordingRefusal {
        @Override
        public String code() {
            return "already-handed-in";
        }

        @Override
        public Bilingual what() {
            return new Bilingual("音像记录 " + recording + " 已经入库。", "Recording " + recording + " was handed in before.");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("无需再次入库；同一文件要另存为一条记录时，请使用新的编号。",
                    "Nothing is left to do. To keep the same file as another recording, use a new id.");
        }
    }

    /** The payload of the hand-in was destroyed by law; only the tombstone is left. */
    record RecordingDestroyed() implements RecordingRefusal {
        @Override
        public String code() {
            return "recording-destroyed";
        }

        @Override
        public Bilingual what() {
            return new Bilingual("这条音像记录的内容已依法销毁。", "The contents of this recording were destroyed by law.");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("只能查看销毁记录。", "Only the record of the destruction can be seen.");
        }
    }

    /** It was probed with another result. */
    record AlreadyProbed() implements RecordingRefusal {
        @Override
        public String code() {
            return "already-probed";
        }

        @Override
        public Bilingual what() {
            return new Bilingual("这条音像记录已经解析，结果不同。", "This recording was probed before, with another result.");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("以先前的结果为准。", "The earlier result stands.");
        }
    }

    /** There is another copy of this kind. */
    record CopyAlreadyMade(CopyKind copy) implements RecordingRefusal {
        @Override
        public String code() {
            return "copy-already-made";
        }

        @Override
        public Bilingual what() {
            return new Bilingual("派生件 " + copy.word() + " 已经生成。", "The derived copy \"" + copy.word() + "\" was made before.");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("以先前的派生件为准。", "The earlier copy stands.");
        }
    }

    /** The agency's profile has no such keys. */
    record UnknownKeys(List<String> unknown, List<String> known) implements RecordingRefusal {
        public UnknownKeys {
            unknown = List.copyOf(unknown);
            known = List.copyOf(known);
        }

        @Override
        public String code() {
            return "unknown-classification-keys";
        }

        @Override
        public Bilingual what() {
            return new Bilingual("本机关没有这些分类项：" + String.join("、", unknown) + "。",
                    "The agency has no such classification keys: " + String.join(", ", unknown) + ".");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("可用的分类项：" + String.join("、", known) + "。", "Keys that can be used: " + String.join(", ", known)
                    + ".");
        }
    }

    /** A text is empty, too long or not text. */
    record TextNotTaken(String field, int charactersMax) implements RecordingRefusal {
        @Override
        public String code() {
            return "text-not-taken";
        }

        @Override
        public Bilingual what() {
            return new Bilingual(field + "：为空、超过 " + charactersMax + " 个字符，或含有不成对的代理字符。",
                    field + ": empty, longer than " + charactersMax + " characters, or with half a surrogate pair.");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("请缩短或更正后重试。", "Shorten or correct it and try again.");
        }
    }

    /** The clearing names another hand-in, path or recording than the one that was stored. */
    record OtherFile() implements RecordingRefusal {
        @Override
        public String code() {
            return "other-file";
        }

        @Override
        public Bilingual what() {
            return new Bilingual("要清除的文件不是本次移交中入库的这个文件。",
                    "The file to be cleared is not the file that was stored in this hand-in.");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("不要清除；请重新采集该设备。", "Do not clear it; collect the device again.");
        }
    }

    /** The bytes on the device are not the stored ones. */
    record OtherBytes(Digest stored, Digest onDevice) implements RecordingRefusal {
        @Override
        public String code() {
            return "digest-mismatch";
        }

        @Override
        public Bilingual what() {
            return new Bilingual("设备上的文件与入库的不一致：入库 " + stored + "，设备 " + onDevice + "。",
                    "The file on the device is not the stored one: stored " + stored + ", on the device " + onDevice + ".");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("不要清除；请重新采集该文件。", "Do not clear it; collect the file again.");
        }
    }

    /** The hand-in is not yet in a signed checkpoint. */
    record NotYetProven() implements RecordingRefusal {
        @Override
        public String code() {
            return "not-yet-proven";
        }

        @Override
        public Bilingual what() {
            return new Bilingual("入库事件尚未进入已签名的检查点。", "The hand-in is not yet in a signed checkpoint.");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("不要清除；请稍候再试。", "Do not clear it; try again in a moment.");
        }
    }

    /** The station's receipt names another device than the recording. */
    record StationReceiptOfOtherDevice(long sequence) implements RecordingRefusal {
        @Override
        public String code() {
            return "station-receipt-other-device";
        }

        @Override
        public Bilingual what() {
            return new Bilingual("采集站第 " + sequence + " 号回执写的是另一台设备。", "Receipt " + sequence + " of the station names another device.");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("音像记录不受影响；请核对设备登记。", "The recording is not affected; check the register of devices.");
        }
    }

    /** The station's receipt was handed over for another recording. */
    record StationReceiptUsed(long sequence) implements RecordingRefusal {
        @Override
        public String code() {
            return "station-receipt-used";
        }

        @Override
        public Bilingual what() {
            return new Bilingual("采集站第 " + sequence + " 号回执已用于另一条音像记录。",
                    "Receipt " + sequence + " of the station was handed over for another recording.");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("音像记录不受影响；请告知系统管理员核对采集站。",
                    "The recording is not affected; have the administrator look at the station.");
        }
    }

    /** The station has signed another receipt with this number, or the chain of its receipts does not fit. */
    record StationReceiptContradicts(long sequence) implements RecordingRefusal {
        @Override
        public String code() {
            return "station-receipt-contradicts";
        }

        @Override
        public Bilingual what() {
            return new Bilingual("采集站第 " + sequence + " 号回执与它先前的回执相矛盾。",
                    "Receipt " + sequence + " of the station contradicts another one that it signed.");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("音像记录不受影响，按服务器入库时间计算；请告知系统管理员核对采集站。",
                    "The recording is not affected, the server's time counts; have the administrator look at the station.");
        }
    }

    /** The time on the station's receipt is before an earlier one's, after a later one's, or in the future. */
    record StationReceiptOutOfTime(long sequence, Instant receivedAt) implements RecordingRefusal {
        @Override
        public String code() {
            return "station-receipt-out-of-time";
        }

        @Override
        public Bilingual what() {
            return new Bilingual("采集站第 " + sequence + " 号回执的时间 " + receivedAt + " 与它前后的回执或服务器时间不合。",
                    "The time " + receivedAt + " on receipt " + sequence + " of the station does not fit the receipts around it or the server's time.");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("音像记录不受影响，按服务器入库时间计算；请校准采集站的时钟。",
                    "The recording is not affected, the server's time counts; set the station's clock.");
        }
    }
}
