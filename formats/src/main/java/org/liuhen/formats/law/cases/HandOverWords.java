package org.liuhen.formats.law.cases;

import java.util.List;
import java.util.Map;
import org.liuhen.core.recordings.handover.HandOverCommand;

/** The table of what a worked case can say of a month's hand-over. docs/formats.md, section 16.9. */
public final class HandOverWords {

    private static final List<FactWord> ALL = List.of(
            fact("开始当月移交", "the month has begun for a specialist", HandOverFact.Begin.class, Map.of("specialist", "张三")),
            fact("列移交清单", "the specialist hands these over", HandOverFact.MakeList.class, Map.of("recordings", "录像1")),
            fact("确认无移交", "the specialist has nothing to hand over", HandOverCommand.DeclareNothing.class, Map.of()),
            fact("接收移交", "the office has it", HandOverCommand.ReceiveList.class, Map.of()),
            fact("退回移交", "the office gives it back", HandOverCommand.ReturnList.class, Map.of("reason", "清单有误")));

    private HandOverWords() {}

    private static FactWord fact(String word, String en, Class<? extends Record> command, Map<String, String> defaults) {
        return new FactWord(word, en, command, defaults);
    }

    /** All words in the order of the table. */
    public static List<FactWord> all() {
        return ALL;
    }
}
