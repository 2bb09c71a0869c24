package org.liuhen.cli.station;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.devices.NamingRules;
import org.liuhen.formats.yaml.YamlValue.YamlObject;
import org.liuhen.formats.yaml.YamlValue;

/**
 * What a station is told of its own cameras (采集站规则文件). docs/formats.md, section 21.
 *
 * @param naming those of the file, and after them those of this version
 */
record StationFile(List<Own> cameras, List<Marker> markers, NamingRules naming, List<ClockRule> clocks, List<Vendor> vendors, Foreign foreign) {

    private static final int BYTES_MAX = 256 * 1024;

    /** A card or camera that the register does not tell: its volume's id or its serial, and whose number it has. */
    record Own(Optional<String> volume, Optional<String> serial, String device) {}

    /** A file in which cameras write their serial; the pattern's first group is it. */
    record Marker(String file, Pattern pattern) {}

    /** How the clock of some cameras is set or told. */
    sealed interface ClockRule {
        /** The camera takes its time from this file at its next start. */
        record TimeFile(String file, DateTimeFormatter format) implements ClockRule {}

        /** A vendor's program sets it; {@code {folder}} among the words is the camera's folder. */
        record Setting(List<String> command) implements ClockRule {}

        /** A vendor's program prints it. */
        record Telling(List<String> command) implements ClockRule {}
    }

    /** A folder that a vendor's station writes, and its log. */
    record Vendor(Path folder, Path log) {}

    /** What is done with storage that is no camera of the register. */
    enum Foreign {
        TAKE("take"),
        REFUSE("refuse");

        private final String word;

        Foreign(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    StationFile {
        cameras = List.copyOf(cameras);
        markers = List.copyOf(markers);
        clocks = List.copyOf(clocks);
        vendors = List.copyOf(vendors);
    }

    /** That of a station that was told nothing. */
    static StationFile none() {
        return new StationFile(List.of(), List.of(), NamingRules.shipped(), List.of(), List.of(), Foreign.TAKE);
    }

    /**
     * Reads the file.
     *
     * @throws Malformed with file, line and column, in Chinese and English
     */
    static StationFile read(Path file) throws IOException {
        try {
            return parse(Files.readAllBytes(file));
        } catch (Malformed e) {
            throw new Malformed(file + "：" + e.getMessage(), e);
        }
    }

    static StationFile parse(byte[] yaml) {
        var whole = YamlValue.parse(yaml, BYTES_MAX).object();
        whole.get("format").word(new String[] {"liuhen-station-v1"}, word -> word);
        var cameras = new ArrayList<Own>();
        for (var value : whole.list("cameras")) {
            var in = value.object();
            var own = new Own(in.maybe("volume").map(YamlValue::text), in.maybe("serial").map(YamlValue::text), in.get("device").text());
            in.end();
            if (own.volume.isEmpty() == own.serial.isEmpty()) throw value.wrong("volume 和 serial 恰好一个", "exactly one of volume and serial");
            cameras.add(own);
        }
        var markers = whole.list("markers").stream().map(value -> marker(value.object())).toList();
        var naming = NamingRules.of(whole.list("naming")).before(NamingRules.shipped());
        var clocks = whole.list("clocks").stream().map(StationFile::clock).toList();
        var vendors = whole.list("vendors").stream().map(value -> vendor(value.object())).toList();
        var foreign = whole.maybe("foreign").map(value -> value.word(Foreign.values(), Foreign::word)).orElse(Foreign.TAKE);
        whole.end();
        return new StationFile(cameras, markers, naming, clocks, vendors, foreign);
    }

    private static Marker marker(YamlObject in) {
        var marker = new Marker(in.get("file").text(), in.get("pattern").text(StationFile::pattern));
        in.end();
        return marker;
    }

    private static Pattern pattern(String text) {
        try {
            var pattern = Pattern.compile(text);
            if (pattern.matcher("").groupCount() < 1) throw new IllegalArgumentException("no group ( ) for the serial: " + text);
            return pattern;
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(e.getDescription(), e);
        }
    }

    private static ClockRule clock(YamlValue value) {
        var in = value.object();
        var file = in.maybe("file").map(YamlValue::text);
        var set = in.list("set").stream().map(YamlValue::text).toList();
        var tell = in.list("tell").stream().map(YamlValue::text).toList();
        var format = in.maybe("format").map(one -> one.text(DateTimeFormatter::ofPattern));
        in.end();
        if (file.isPresent() && format.isPresent() && set.isEmpty() && tell.isEmpty()) return new ClockRule.TimeFile(file.get(), format.get());
        if (file.isEmpty() && format.isEmpty() && set.isEmpty() != tell.isEmpty()) {
            return set.isEmpty() ? new ClockRule.Telling(tell) : new ClockRule.Setting(set);
        }
        throw value.wrong("写 file 和 format，或 set，或 tell", "file and format, or set, or tell");
    }

    private static Vendor vendor(YamlObject in) {
        var vendor = new Vendor(Path.of(in.get("folder").text()), Path.of(in.get("log").text()));
        in.end();
        return vendor;
    }
}
