package org.liuhen.formats.law.cases;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuhen.core.devices.DeviceLifeCommand;
import org.liuhen.core.law.Key;
import org.liuhen.formats.law.Keys;

/** The table of what a worked case can say of a device. docs/formats.md, section 16.8. */
public final class DeviceWords {

    private static final Key POINTS = new Key("device.tech.required");

    /** What a check says that tells no figure. */
    private static final Map<String, String> LOOKED =
            Map.of("percent", "90", "freeBytes", "32000000000", "enough", "true", "accurate", "true");

    private static final Map<String, String> REPORT = Map.of("to", "赵六", "means", "电话");

    private static final List<FactWord> ALL = List.of(
            fact("登记设备", "enters the device in the register", DeviceFact.Register.class, Map.of("kind", "bodyCamera", "unit", "zf1")),
            fact("入库时发现", "files of it come in, and it is in no register", DeviceFact.FindAtIntake.class, Map.of("kind", "other", "unit", "zf1")),
            fact("登记设备档案", "says what it is", DeviceLifeCommand.DescribeDevice.class, Map.of("functions", "video", "portable", "true")),
            fact("登记购置", "how it was bought", DeviceLifeCommand.PurchaseDevice.class, Map.of()),
            fact("登记财务意见", "what finance says of the purchase", DeviceLifeCommand.ViewPurchase.class,
                    Map.of("agreed", "true", "text", "同意")),
            fact("验收", "looked at against the technical demands", DeviceLifeCommand.AcceptDevice.class,
                    Map.of("met", "true", "evidence", "见验收材料")),
            fact("调拨", "belongs to another unit from now on", DeviceLifeCommand.MoveDevice.class, Map.of("unit", "wt1", "reason", "工作调整")),
            fact("配发", "names who manages it", DeviceLifeCommand.AssignDevice.class, Map.of()),
            fact("领用", "an officer takes it", DeviceLifeCommand.CheckOutDevice.class, with(LOOKED, "purpose", "caseWork")),
            fact("使用前检查", "looked at while it is out", DeviceLifeCommand.CheckDevice.class, LOOKED),
            fact("转交", "another officer has it now", DeviceLifeCommand.ReassignDevice.class, Map.of("reason", "工作需要")),
            fact("归还", "it comes back", DeviceLifeCommand.ReturnDevice.class, Map.of("condition", "good")),
            fact("移交入库", "its card is handed in, the numbers of all files that arrived are compared, and it is seen which of those on the card came before", DeviceFact.HandIn.class, Map.of()),
            fact("录制", "a recording of it came in", DeviceFact.Made.class, Map.of("uncertainty", "PT0S")),
            fact("指定设备责任人", "who is named for the devices of its unit", DeviceFact.NameCustodian.class, Map.of()),
            fact("登记储存例外", "what is recorded this time cannot be handed in in time, on a ground of the text", DeviceLifeCommand.ExceptHandIn.class,
                    Map.of("place", "某某水库", "statement", "当日无法返回")),
            fact("登记返回", "when one was back, of the last exception", DeviceLifeCommand.EnterReturn.class, Map.of()),
            fact("说明不能入库", "what keeps it from being handed in", DeviceLifeCommand.ExcuseHandIn.class,
                    Map.of("cause", "deviceFault", "statement", "设备无法开机")),
            fact("登记其他使用", "used for something that is no enforcement", DeviceLifeCommand.NoteOutsideUse.class, Map.of()),
            fact("登记故障", "it has a fault and is stopped", DeviceLifeCommand.ReportFault.class,
                    with(REPORT, "what", "无法开机", "cause", "unknown")),
            fact("报告故障", "a leader is told of the last fault", DeviceLifeCommand.TellOfFault.class, REPORT),
            fact("送修", "goes away to be repaired", DeviceLifeCommand.SendForRepair.class, Map.of("firm", "某某维修站")),
            fact("登记维修", "was repaired, or found in order", DeviceLifeCommand.RepairDevice.class,
                    Map.of("kind", "professional", "by", "某某维修站", "working", "true", "what", "更换电池")),
            fact("保养", "was serviced", DeviceLifeCommand.MaintainDevice.class, Map.of("what", "清洁、充电、校时")),
            fact("登记质量意见", "a remark on the quality of the product", DeviceLifeCommand.RemarkQuality.class, Map.of("text", "同批次多台接口松动")),
            fact("登记遗失", "it is lost", DeviceLifeCommand.ReportLoss.class,
                    with(REPORT, "kind", "lost", "place", "某某路", "circumstances", "途中遗失")),
            fact("登记找回", "it is there again", DeviceLifeCommand.FindDevice.class, Map.of("circumstances", "群众送回")),
            fact("报废", "is not used any more", DeviceLifeCommand.RetireDevice.class, Map.of("reason", "达到使用年限")));

    private DeviceWords() {}

    private static FactWord fact(String word, String en, Class<? extends Record> command, Map<String, String> defaults) {
        return new FactWord(word, en, command, defaults);
    }

    private static Map<String, String> with(Map<String, String> defaults, String... more) {
        var all = new HashMap<>(defaults);
        for (var i = 0; i < more.length; i += 2) all.put(more[i], more[i + 1]);
        return all;
    }

    /** All words in the order of the table. */
    public static List<FactWord> all() {
        return ALL;
    }

    /** The words that a field of text may hold; empty where it is free. */
    static Optional<List<String>> closed(String field) {
        return switch (field) {
            case "point" -> Keys.shipped().get(POINTS).map(key -> key.words());
            case "ground" -> RecordingWords.closed(field);
            default -> Optional.empty();
        };
    }
}
