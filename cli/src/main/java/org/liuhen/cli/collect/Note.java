package org.liuhen.cli.collect;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.liuhen.core.values.Digest;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.json.Json;

/** One line of the station's notebook: a step that was or is about to be done. */
sealed interface Note {

    /**
     * A hand-in is about to be opened; its listing is kept beside the notebook.
     *
     * @param origin the log that takes it, which is what a store is known by; absent in lines of versions that knew it by
     *     its address
     */
    record HandIn(UUID id, String server, Optional<String> origin, String device, String source) implements Note {}

    /** A file is about to be sent; the key makes the store know it again. */
    record Sending(UUID handIn, Sight file, UUID key) implements Note {}

    /** The store has all bytes of the file, and they are the file's. */
    record Sealed(UUID handIn, Sight file, UUID recording, Digest sha256) implements Note {}

    /** The receipt was checked and is kept beside the notebook. */
    record Stored(UUID handIn, Sight file, UUID recording, Digest sha256, long leafIndex) implements Note {}

    /** The store was told the count. */
    record Balanced(UUID handIn, long camera, long stored, long failed, boolean balanced) implements Note {}

    /** The source has changed since; what was not stored goes into another hand-in. */
    record Superseded(UUID handIn) implements Note {}

    /** These keys speak for the log from now on; it was met at this address. */
    record Pinned(String server, String origin, List<String> vkeys) implements Note {
        public Pinned {
            vkeys = List.copyOf(vkeys);
        }
    }

    /** The store has noted that this file goes from the device. */
    record Clearing(UUID recording, Sight file) implements Note {}

    /** It is gone from the device. */
    record Cleared(UUID recording, Sight file) implements Note {}

    /** A file as it was seen: where, how large, how old. Another size or time is another file. */
    record Sight(RawPath path, long sizeBytes, Instant modifiedAt) {
        static Sight of(CameraFile file) {
            return new Sight(file.path(), file.stamp().sizeBytes(), file.stamp().modifiedAt());
        }
    }

    /** An instant as docs/formats.md, section 1, writes it. */
    static String millis(Instant instant) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC).format(instant);
    }

    /** The line as JSON. */
    default Json.Fields json() {
        return switch (this) {
            case HandIn n -> {
                var all = new TreeMap<String, Json>(Map.of(
                        "id", text(n.id), "server", text(n.server), "device", text(n.device), "source", text(n.source)));
                n.origin.ifPresent(origin -> all.put("origin", text(origin)));
                yield fields("hand-in", all);
            }
            case Sending n -> fields("sending", Map.of("handIn", text(n.handIn), "file", json(n.file), "key", text(n.key)));
            case Sealed n -> fields("sealed", Map.of(
                    "handIn", text(n.handIn), "file", json(n.file), "recording", text(n.recording), "sha256",
                            text(n.sha256.hex())));
            case Stored n -> fields("stored", Map.of(
                    "handIn", text(n.handIn), "file", json(n.file), "recording", text(n.recording), "sha256",
                            text(n.sha256.hex()),
                    "leafIndex", new Json.Whole(n.leafIndex)));
            case Balanced n -> fields("balanced", Map.of(
                    "handIn", text(n.handIn), "camera", new Json.Whole(n.camera), "stored", new Json.Whole(n.stored),
                    "failed", new Json.Whole(n.failed), "balanced", new Json.Flag(n.balanced)));
            case Superseded n -> fields("superseded", Map.of("handIn", text(n.handIn)));
            case Pinned n -> fields("pinned", Map.of("server", text(n.server), "origin", text(n.origin),
                    "vkeys", new Json.Items(n.vkeys.stream().<Json>map(Note::text).toList())));
            case Clearing n -> fields("clearing", Map.of("recording", text(n.recording), "file", json(n.file)));
            case Cleared n -> fields("cleared", Map.of("recording", text(n.recording), "file", json(n.file)));
        };
    }

    /**
     * The note of a line.
     *
     * @throws Malformed if it is none
     */
    static Note of(Json json) {
        var line = new Line(json);
        return switch (line.text("note")) {
            case "hand-in" -> new HandIn(
                    line.id("id"), line.text("server"), line.optionalText("origin"), line.text("device"), line.text("source"));
            case "sending" -> new Sending(line.id("handIn"), line.sight(), line.id("key"));
            case "sealed" -> new Sealed(line.id("handIn"), line.sight(), line.id("recording"), line.sha256());
            case "stored" -> new Stored(line.id("handIn"), line.sight(), line.id("recording"), line.sha256(),
                    line.number("leafIndex"));
            case "balanced" -> new Balanced(
                    line.id("handIn"), line.number("camera"), line.number("stored"), line.number("failed"),
                            line.flag("balanced"));
            case "superseded" -> new Superseded(line.id("handIn"));
            case "pinned" -> new Pinned(line.text("server"), line.text("origin"), line.texts("vkeys"));
            case "clearing" -> new Clearing(line.id("recording"), line.sight());
            case "cleared" -> new Cleared(line.id("recording"), line.sight());
            default -> throw new Malformed("a note of an unknown kind: " + line.text("note"));
        };
    }

    private static Json.Fields fields(String note, Map<String, Json> others) {
        var all = new TreeMap<>(others);
        all.put("note", new Json.Text(note));
        return new Json.Fields(all);
    }

    private static Json text(Object value) {
        return new Json.Text(value.toString());
    }

    private static Json json(Sight file) {
        return new Json.Fields(Map.of(
                "path", text(Base64.getEncoder().encodeToString(file.path.bytes())),
                "sizeBytes", new Json.Whole(file.sizeBytes), "modifiedAt", text(millis(file.modifiedAt))));
    }

    /** Reads fields of a line, each of the kind that it must be. */
    record Line(Json json) {

        private Json field(String name) {
            var value = json instanceof Json.Fields(var values) ? values.get(name) : null;
            if (value == null) throw new Malformed("no field " + name);
            return value;
        }

        String text(String name) {
            if (field(name) instanceof Json.Text(var value)) return value;
            throw new Malformed("not a text: " + name);
        }

        Optional<String> optionalText(String name) {
            var there = json instanceof Json.Fields(var values) && values.containsKey(name);
            return there ? Optional.of(text(name)) : Optional.empty();
        }

        long number(String name) {
            if (field(name) instanceof Json.Whole(var value)) return value;
            throw new Malformed("not a number: " + name);
        }

        boolean flag(String name) {
            if (field(name) instanceof Json.Flag(var value)) return value;
            throw new Malformed("not a flag: " + name);
        }

        List<String> texts(String name) {
            if (!(field(name) instanceof Json.Items(var values))) throw new Malformed("not a list: " + name);
            return values.stream().map(value -> new Line(new Json.Fields(Map.of("value", value))).text("value")).toList();
        }

        UUID id(String name) {
            return UUID.fromString(text(name));
        }

        Digest sha256() {
            return new Digest(Digest.Algorithm.SHA256, text("sha256"));
        }

        Sight sight() {
            var file = new Line(field("file"));
            return new Sight(
                    RawPath.of(Base64.getDecoder().decode(file.text("path"))), file.number("sizeBytes"),
                            Instant.parse(file.text("modifiedAt")));
        }
    }
}
