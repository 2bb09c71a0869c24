package org.liuhen.formats.law.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuhen.core.law.Key;
import org.liuhen.core.recordings.CustodyCommand;
import org.liuhen.formats.law.Keys;

/** The table of what a worked case can say of the custody of a recording. docs/formats.md, section 16.7. */
public final class RecordingWords {

    private static final Key GROUNDS = new Key("recording.storeException.reasons");

    private static final List<FactWord> ALL = List.of(
            fact("入库", "the recording is in the store", RecordingFact.Store.class, Map.of("uncertainty", "PT0S", "usedBy", "张三")),
            fact("检查文件", "the file was looked through for what tells of its continuity", RecordingFact.Examine.class, Map.of()),
            fact("采集站回执", "a designated station had it before that", RecordingFact.HandOverReceipt.class, Map.of()),
            fact("领用设备", "the device is taken", RecordingFact.TakeDevice.class, Map.of()),
            fact("事先登记例外", "said of the time out of the device, before anything is handed in: it cannot be stored in time", RecordingFact.ExceptBefore.class,
                    Map.of("place", "某某水库", "statement", "当日无法返回")),
            fact("登记返回", "when one was back, of that exception", RecordingFact.EnterReturn.class, Map.of()),
            fact("事先说明原因", "said of the time out of the device: what keeps it from being handed in", RecordingFact.ExcuseBefore.class,
                    Map.of("cause", "noNetwork", "statement", "没有网络")),
            fact("归还设备", "the device is checked in", RecordingFact.BringDeviceBack.class, Map.of()),
            fact("归类", "says what it is filed by", RecordingFact.File.class, Map.of()),
            fact("移交保管人", "the custodian who says so has it", CustodyCommand.HandToCustodian.class, Map.of()),
            fact("登记储存例外", "it could not be stored in time", CustodyCommand.ExceptStoring.class,
                    Map.of("place", "某某水库", "statement", "当日无法返回")),
            fact("提出误录", "it was recorded by accident, somebody says", CustodyCommand.ClaimAccident.class, Map.of("reason", "误触按键")),
            fact("确认误录", "somebody else agrees", CustodyCommand.ConfirmAccident.class, Map.of()),
            fact("撤销误录", "it is none, or none any more", CustodyCommand.DenyAccident.class, Map.of("reason", "与执法有关")),
            fact("登记无案件", "it belongs to no case", CustodyCommand.FileWithoutCase.class, Map.of("reason", "日常巡查")),
            fact("指定归类人", "somebody is to classify it", CustodyCommand.AssignFiling.class, Map.of()));

    private RecordingWords() {}

    private static FactWord fact(String word, String en, Class<? extends Record> command, Map<String, String> defaults) {
        return new FactWord(word, en, command, defaults);
    }

    /** All words in the order of the table. */
    public static List<FactWord> all() {
        return ALL;
    }

    /** The words that a field of text may hold; empty where it is free. */
    static Optional<List<String>> closed(String field) {
        return field.equals("ground") ? Keys.shipped().get(GROUNDS).map(key -> key.words()) : Optional.empty();
    }
}
