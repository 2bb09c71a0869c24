package org.liuhen.cli.station;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.liuhen.cli.station.Dock.Phase;
import org.liuhen.core.values.Bilingual;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the station's screen shows, as JSON. Every light and every sentence is decided here; the page draws. */
final class Board {

    private static final Duration CLOCK_TOLERABLE = Duration.ofMinutes(1);
    private static final JsonMapper JSON = new JsonMapper();

    private Board() {}

    /** How a dock stands, at a glance. Green is for what is proven to be with the server. */
    enum Light {
        GREY("grey"),
        BLUE("blue"),
        AMBER("amber"),
        RED("red"),
        GREEN("green");

        private final String word;

        Light(String word) {
            this.word = word;
        }
    }

    /** The whole screen. */
    static String json(ServerLink.Standing server, LocalStore.Space space, List<LocalStore.Refusal> refusals, List<Dock.Sight> docks,
            List<Bilingual> said) {
        var all = JSON.createObjectNode().put("now", Instant.now().toString());
        all.putObject("station").put("number", server.register().station()).put("agency", server.register().agencyName());
        var link = all.putObject("server").put("reachable", server.reachable()).put("since", server.since().toString())
                .put("registerAsked", server.register().asked().toString());
        server.trouble().ifPresent(text -> put(link.putObject("text"), text));
        all.putObject("store").put("files", space.files()).put("usedBytes", space.usedBytes()).put("limitBytes", space.limitBytes())
                .put("nearlyFull", space.nearlyFull()).put("refusedReceipts", refusals.size());
        var sentences = all.putArray("said");
        said.forEach(text -> put(sentences.addObject(), text));
        var tiles = all.putArray("docks");
        docks.forEach(dock -> tile(dock, tiles.addObject()));
        return all.toString();
    }

    private static void tile(Dock.Sight dock, ObjectNode tile) {
        var counts = dock.counts();
        tile.put("mount", dock.mount()).put("phase", dock.phase().word()).put("light", light(dock).word)
                .put("label", dock.recognised().map(what -> what.label(dock.mount())).orElse(dock.mount()))
                .put("files", counts.files()).put("stored", counts.stored()).put("kept", counts.kept()).put("failed", counts.failed())
                .put("bytes", counts.bytes()).put("bytesPerSecond", dock.bytesPerSecond()).put("clearable", dock.phase() == Phase.STORED);
        dock.secondsLeft().ifPresent(seconds -> tile.put("secondsLeft", seconds));
        dock.recognised().flatMap(Recogniser.Recognised::device).ifPresent(device -> {
            tile.put("number", device.number()).put("unit", device.unitName());
            device.user().ifPresent(user -> tile.put("user", user.name()));
            device.since().ifPresent(since -> tile.put("since", since.toString()));
        });
        dock.clock().ifPresent(clock -> tile.putObject("clock").put("offsetMillis", clock.offset().toMillis())
                .put("uncertaintyMillis", clock.uncertainty().toMillis())
                .put("tolerable", clock.offset().abs().minus(clock.uncertainty()).compareTo(CLOCK_TOLERABLE) <= 0));
        put(tile.putObject("headline"), headline(dock));
        var texts = tile.putArray("notices");
        dock.notices().forEach(notice -> line(texts, notice.level().word(), notice.text()));
        dock.troubles().forEach(text -> line(texts, Notice.Level.ACT.word(), text));
    }

    private static void line(ArrayNode lines, String level, Bilingual text) {
        put(lines.addObject().put("level", level), text);
    }

    private static void put(ObjectNode node, Bilingual text) {
        node.put("zh", text.zh()).put("en", text.en());
    }

    static Light light(Dock.Sight dock) {
        var act = dock.notices().stream().anyMatch(notice -> notice.level() == Notice.Level.ACT);
        var look = dock.notices().stream().anyMatch(notice -> notice.level() == Notice.Level.LOOK);
        return switch (dock.phase()) {
            case EMPTY, LOCKED -> Light.GREY;
            case WAITING, READING, SENDING, KEEPING -> Light.BLUE;
            case KEPT -> act ? Light.RED : Light.AMBER;
            case STORED -> act ? Light.RED : look ? Light.AMBER : Light.GREEN;
            case FAILED, REFUSED -> Light.RED;
        };
    }

    private static Bilingual headline(Dock.Sight dock) {
        return switch (dock.phase()) {
            case EMPTY -> new Bilingual("空位，请插入设备", "free: dock a camera");
            case LOCKED -> new Bilingual("已插入，看不到文件：已清空；或有密码，请用厂商软件导出后从它的文件夹入库",
                    "docked, no file to be seen: cleared; or locked, then export with the vendor's program and hand in from its folder");
            case WAITING -> new Bilingual("已插入，正在读取", "docked, being read");
            case READING -> new Bilingual("正在读取，请勿拔出", "being read, leave it docked");
            case SENDING -> new Bilingual("正在入库，请勿拔出", "being handed in, leave it docked");
            case KEEPING -> new Bilingual("正在存入本站，请勿拔出", "being kept at this station, leave it docked");
            case KEPT -> dock.recognised().flatMap(Recogniser.Recognised::device).isPresent()
                    ? new Bilingual("已存本站，等服务器恢复后上传；不能清除", "kept at this station until the server is back; do not clear")
                    : new Bilingual("已存本站，等设备登记后入库；不能清除", "kept at this station until the camera is registered; do not clear");
            case STORED -> new Bilingual("全部入库，回执已核对，可以清除", "all stored, receipts checked, may be cleared");
            case FAILED -> new Bilingual("有文件没有收到，不能清除，见下", "some files were not taken in, do not clear, see below");
            case REFUSED -> new Bilingual("不是登记的设备，没有接收", "no registered camera, nothing was taken in");
        };
    }
}
