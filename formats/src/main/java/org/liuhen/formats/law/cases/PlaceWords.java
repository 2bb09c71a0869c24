package org.liuhen.formats.law.cases;

import java.util.List;
import java.util.Map;
import org.liuhen.core.devices.places.PlaceCommand;

/** The table of what a worked case can say of a place with fixed devices. docs/formats.md, section 16.11. */
public final class PlaceWords {

    private static final String UNIT = "unit";

    private static final List<FactWord> ALL = List.of(
            fact("登记场所", "enters the place in the register", PlaceFact.Register.class,
                    Map.of("kind", "acceptancePlace", "name", "受理窗口", UNIT, "zf1")),
            fact("更正场所", "is called so, and belongs so, from now on", PlaceCommand.AmendPlace.class, Map.of("name", "受理窗口", UNIT, "zf1")),
            fact("安装设备", "a fixed device stands there", PlaceCommand.PlaceCamera.class, Map.of()),
            fact("移走设备", "it does not stand there any more", PlaceCommand.TakeCameraAway.class, Map.of("reason", "改造")),
            fact("检查监控记录", "whether the record of these days is there", PlaceCommand.CheckSurveillance.class, Map.of("reason", "停电")),
            fact("停用场所", "that day is the last on which it is used", PlaceCommand.ClosePlace.class, Map.of("reason", "搬迁")));

    private PlaceWords() {}

    private static FactWord fact(String word, String en, Class<? extends Record> command, Map<String, String> defaults) {
        return new FactWord(word, en, command, defaults);
    }

    /** All words in the order of the table. */
    public static List<FactWord> all() {
        return ALL;
    }
}
