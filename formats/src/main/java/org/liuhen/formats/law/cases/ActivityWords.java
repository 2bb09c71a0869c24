package org.liuhen.formats.law.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.liuhen.core.law.Key;
import org.liuhen.core.recordings.activities.ActivityCommand;
import org.liuhen.core.recordings.activities.GivenUp;
import org.liuhen.core.recordings.rules.ActivityRules;
import org.liuhen.core.rules.Duty;
import org.liuhen.formats.law.Items;
import org.liuhen.formats.law.Keys;

/** The table of what a worked case can say of a field activity. docs/formats.md, section 16.6. */
public final class ActivityWords {

    private static final String ACT = "act";

    private static final List<FactWord> ALL = List.of(
            fact("登记活动", "opens the activity", ActivityFact.Open.class,
                    Map.of(ACT, "siteInspection", "place", "某某路1号", "unit", "zf1", "officers", "张三 李四")),
            fact("更正人员设备", "other officers, another place or other devices", ActivityCommand.AmendActivity.class,
                    Map.of("place", "某某路1号", "officers", "张三 李四")),
            fact("在登记场所进行", "it is held at a place of the register, with the fixed devices there", ActivityFact.HoldAt.class,
                    Map.of("place", "询问室", "kind", "inquiryRoom")),
            fact("开始", "the start point is reached", ActivityFact.Start.class, Map.of("guide", "true")),
            fact("结束", "the end point is reached", ActivityCommand.EndActivity.class, Map.of()),
            fact("亮证", "the certificates were shown, and it is in the recording", ActivityFact.ShowCertificates.class,
                    Map.of("toWhom", "当事人")),
            fact("告知录音录像", "somebody was told of the recording", ActivityFact.Announce.class, Map.of("audience", "party")),
            fact("语音介绍", "an officer spoke the introduction", ActivityFact.Introduce.class,
                    Map.of("contents", "time place officers act focus")),
            fact("标记重点", "focus items are in the recording", ActivityFact.TagFocus.class, Map.of()),
            fact("标记不适用", "focus items do not apply", ActivityFact.TagNotApplicable.class, Map.of()),
            fact("现场发现违法", "an unlawful act was found on site, or none", ActivityCommand.FindViolation.class,
                    Map.of("found", "true")),
            fact("归入录像", "files a recording to the activity", ActivityFact.File.class,
                    Map.of("device", "记录仪1", "kind", "video", "uncertainty", "PT0S")),
            fact("移出录像", "a recording was filed to it by mistake", ActivityCommand.UnfileFromActivity.class,
                    Map.of("reason", "归错活动")),
            fact("关联文书", "links a text record of the same act", ActivityFact.Link.class, Map.of("title", "现场笔录")),
            fact("取消关联", "a document was linked to it by mistake", ActivityCommand.UnlinkDocument.class,
                    Map.of("reason", "关联错误")),
            fact("说明中断", "explains a break of the recording", ActivityCommand.ExplainInterruption.class,
                    Map.of("cause", "deviceFault")),
            fact("无法继续记录", "recording cannot go on, and to whom that was reported", ActivityCommand.GiveUpRecording.class,
                    Map.of("cause", "deviceFault", "unrecorded", "其后的过程", "person", "赵六", "how", "电话")),
            fact("签署书面说明", "an officer signs the written statement of it", ActivityCommand.SignStatement.class, Map.of()),
            fact("不予记录", "the act is not recorded, on a ground of the text", ActivityFact.Exempt.class,
                    Map.of("facts", "见工作记录", "cause", "other")),
            fact("登记防爆设备", "the unit has these explosion-proof devices", ActivityFact.HoldProofDevices.class, Map.of()),
            fact("写明记录必要", "why the officers found it necessary to record", ActivityCommand.StateNecessity.class,
                    Map.of("text", "当事人可能转移物品")),
            fact("标记物品", "an article of a list is to be seen in the recording", ActivityCommand.ShowArticle.class,
                    Map.of("name", "货架")),
            fact("报送工作记录", "hands the work record of it to the leader in charge", ActivityCommand.SubmitWorkRecord.class,
                    Map.of("reason", "无法使用记录设备", "basis", "有关规定", "to", "孙八")),
            fact("签收工作记录", "the leader takes note", ActivityCommand.AcknowledgeWorkRecord.class, Map.of()),
            fact("写明理由", "a written reason for one duty", ActivityCommand.GiveReason.class, Map.of("text", "受客观条件限制")),
            fact("情况说明", "states a defect: the general way out of a refusal", ActivityCommand.StateDefect.class,
                    Map.of("missing", "音像记录", "why", "无法补录", "by", "张三")),
            fact("办结", "closes the activity", ActivityCommand.CloseActivity.class, Map.of()),
            fact("未进行", "it did not take place", ActivityCommand.CancelActivity.class, Map.of("reason", "当事人不在")));

    private ActivityWords() {}

    private static FactWord fact(String word, String en, Class<? extends Record> command, Map<String, String> defaults) {
        return new FactWord(word, en, command, defaults);
    }

    /** All words in the order of the table. */
    public static List<FactWord> all() {
        return ALL;
    }

    /** The words that a field of text may hold; empty where it is free. */
    static Optional<List<String>> closed(Class<?> of, String field) {
        if (of == ActivityFact.Open.class && field.equals(ACT)) return Optional.of(Items.shipped().acts());
        if (of == ActivityFact.Announce.class && field.equals("audience")) return words("avRecord.announcement.audience");
        if (of == ActivityFact.Introduce.class && field.equals("contents")) return words("avRecord.voiceIntro.required");
        if (field.equals("items") || field.equals("except")) {
            return words("avRecord.focus.items", "avRecord.focus.onUnlawfulAct", "avRecord.focus.general");
        }
        if (of == GivenUp.Report.class && field.equals("to")) {
            return words("avRecord.cannotContinue.reportTo", "avRecord.deviceUnavailable.reportTo");
        }
        if (field.equals("ground")) return and(words("avRecord.exemption.reasons"), "unsuitable");
        if (field.equals("cause")) return and(words("avRecord.interruption.causes"), "other");
        return field.equals("duty") || field.equals("duties") ? Optional.of(duties()) : Optional.empty();
    }

    private static Optional<List<String>> words(String... keys) {
        return Optional.of(Stream.of(keys)
                .flatMap(key -> Keys.shipped().get(new Key(key)).orElseThrow().words().stream())
                .distinct()
                .toList());
    }

    private static Optional<List<String>> and(Optional<List<String>> words, String other) {
        return words.map(all -> Stream.concat(all.stream(), Stream.of(other)).toList());
    }

    /** Of the rules over activities. */
    private static List<String> duties() {
        return ActivityRules.ALL.stream()
                .map(rule -> rule.getClass().getAnnotation(Duty.class).value())
                .distinct()
                .sorted()
                .toList();
    }
}
