package org.liuhen.cli.station;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.liuhen.cli.collect.CameraFile;
import org.liuhen.cli.collect.FileStamp;
import org.liuhen.cli.collect.RawPath;
import org.liuhen.core.values.DeviceClock;
import org.liuhen.formats.devices.StationReceipt;
import org.liuhen.formats.json.FieldsReader;
import org.liuhen.formats.json.FieldsWriter;
import org.liuhen.formats.json.Json;

/**
 * A file that is durable in the station's own store.
 *
 * @param object its name there
 * @param owner whose camera: {@code device:NUMBER}, {@code serial:…} or {@code mount:…} of one that is not in the register
 * @param docking the time of docking in which it was taken in
 * @param modifiedAt the file's own time, by the device's clock
 * @param logged the same by a vendor's log
 * @param note the signed receipt
 */
record KeptFile(
        UUID object, String owner, UUID docking, RawPath path, Instant modifiedAt, Optional<Instant> logged, Optional<DeviceClock> clock,
        Note note) {

    /** A receipt, and the text of the note that carries it. */
    record Note(StationReceipt receipt, String text) {
        static Note of(String text) {
            return new Note(StationReceipt.read(text.getBytes(UTF_8)).receipt(), text);
        }

        byte[] bytes() {
            return text.getBytes(UTF_8);
        }
    }

    long sizeBytes() {
        return note.receipt.sizeBytes();
    }

    long sequence() {
        return note.receipt.sequence();
    }

    /** The file as if it were on its camera still. */
    CameraFile file() {
        return new CameraFile(path, stamp(), Optional.empty(), logged);
    }

    FileStamp stamp() {
        return new FileStamp(sizeBytes(), modifiedAt, object.toString());
    }

    /** The line in the store's book. */
    Json.Fields json() {
        return new FieldsWriter().put("note", "kept").put("object", object).put("owner", owner).put("docking", docking)
                .put("path", Base64.getEncoder().encodeToString(path.bytes())).put("modifiedAt", modifiedAt.toString())
                .maybe("logged", logged.map(instant -> instant.toString()))
                .maybe("clock", clock, KeptFile::json).put("receipt", note.text).end();
    }

    private static Json json(DeviceClock clock) {
        return new Json.Fields(new TreeMap<>(Map.of("measuredAt", new Json.Text(clock.measuredAt().toString()),
                "offsetMillis", new Json.Whole(clock.offset().toMillis()),
                "uncertaintyMillis", new Json.Whole(clock.uncertainty().toMillis()))));
    }

    static KeptFile of(FieldsReader in) {
        var kept = new KeptFile(in.id("object"), in.text("owner"), in.id("docking"), RawPath.of(Base64.getDecoder().decode(in.text("path"))),
                Instant.parse(in.text("modifiedAt")), in.maybe("logged", in::text).map(Instant::parse),
                in.maybe("clock", name -> clock(new FieldsReader(in.object(name), name))), Note.of(in.text("receipt")));
        in.end();
        return kept;
    }

    private static DeviceClock clock(FieldsReader in) {
        return new DeviceClock(Instant.parse(in.text("measuredAt")), Duration.ofMillis(in.number("offsetMillis")),
                Duration.ofMillis(in.number("uncertaintyMillis")));
    }
}
