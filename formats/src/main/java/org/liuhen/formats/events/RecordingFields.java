package org.liuhen.formats.events;

import java.util.TreeMap;
import org.liuhen.core.recordings.CopyKind;
import org.liuhen.core.recordings.CustodyEvent;
import org.liuhen.core.recordings.ExportForm;
import org.liuhen.core.recordings.Gap;
import org.liuhen.core.recordings.MediaFault;
import org.liuhen.core.recordings.MediaKind;
import org.liuhen.core.recordings.MediaStream;
import org.liuhen.core.recordings.Position;
import org.liuhen.core.recordings.RecordingEvent.CameraFileCleared;
import org.liuhen.core.recordings.RecordingEvent.DerivedCopyFailed;
import org.liuhen.core.recordings.RecordingEvent.DerivedCopyMade;
import org.liuhen.core.recordings.RecordingEvent.RecordingClassified;
import org.liuhen.core.recordings.RecordingEvent.RecordingExported;
import org.liuhen.core.recordings.RecordingEvent.RecordingHandedIn;
import org.liuhen.core.recordings.RecordingEvent.RecordingNotProbed;
import org.liuhen.core.recordings.RecordingEvent.RecordingProbed;
import org.liuhen.core.recordings.RecordingEvent.RecordingViewed;
import org.liuhen.core.recordings.RecordingEvent;
import org.liuhen.core.recordings.StreamKind;
import org.liuhen.core.recordings.Via;
import org.liuhen.core.values.DeviceId;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.HandInId;
import org.liuhen.core.values.RawName;
import org.liuhen.core.values.RecordingId;
import org.liuhen.core.values.StationId;
import org.liuhen.core.values.ViewingId;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.json.FieldsReader;
import org.liuhen.formats.json.FieldsWriter;
import org.liuhen.formats.json.Json;
import org.liuhen.formats.json.Records;

/** Fields of a recording's events. */
final class RecordingFields {

    private RecordingFields() {}

    static Json.Fields write(RecordingEvent event) {
        var out = new FieldsWriter();
        return switch (event) {
            case RecordingHandedIn e -> handedIn(out, e);
            case RecordingProbed e -> probed(out, e);
            case RecordingEvent.ContinuityExamined _ -> throw new IllegalArgumentException("written by the names of its components");
            case RecordingNotProbed e ->
                out.put("reason", e.reason().word()).put("detail", e.detail()).put("tool", e.tool()).end();
            case DerivedCopyMade e -> out.put("copy", e.copy().word())
                    .putHex("sha256", e.sha256())
                    .put("sizeBytes", e.sizeBytes())
                    .put("mediaType", e.mediaType())
                    .put("tool", e.tool())
                    .maybeNumber("frames", e.frames())
                    .maybe("stepMillis", e.step(), step -> new Json.Whole(step.toMillis()))
                    .end();
            case DerivedCopyFailed e ->
                out.put("copy", e.copy().word()).put("reason", e.reason().word()).put("detail", e.detail()).end();
            case RecordingClassified e -> {
                var keys = new TreeMap<String, Json>();
                e.keys().forEach((key, text) -> keys.put(key, new Json.Text(text)));
                yield out.put("keys", new Json.Fields(keys)).end();
            }
            case RecordingViewed e -> out.put("viewing", e.viewing().value()).maybe("purpose", e.purpose()).end();
            case RecordingExported e -> out.put("to", e.to().word()).maybe("purpose", e.purpose()).end();
            case RecordingEvent.StationReceiptReconciled e -> out.put("station", e.station().value())
                    .put("receivedAt", e.receivedAt())
                    .put("sequence", e.sequence())
                    .put("receipt", e.receipt())
                    .maybe("previous", e.previous().map(Digest::toString))
                    .put("key", e.key())
                    .end();
            case CameraFileCleared e -> out.put("handIn", e.handIn().value())
                    .put("recording", e.recording().value())
                    .put("path", e.path())
                    .putHex("sha256", e.sha256())
                    .put("confirmedBy", e.confirmedBy())
                    .end();
            case CustodyEvent e -> Records.write((Record) e);
        };
    }

    private static Json.Fields handedIn(FieldsWriter out, RecordingHandedIn e) {
        out.put("recording", e.recording().value())
                .put("device", e.device().value())
                .maybe("handIn", e.handIn().map(HandInId::toString))
                .put("name", e.name())
                .put("nameBytes", e.nameBytes().base64())
                .put("path", e.path())
                .put("sizeBytes", e.sizeBytes())
                .putHex("sha256", e.sha256())
                .put("sm3Tree", e.sm3Tree())
                .maybe("clock", e.clock(), Clocks::write)
                .put("via", e.via().word());
        e.modifiedAt().ifPresent(instant -> out.put("modifiedAt", instant));
        return out.end();
    }

    private static Json.Fields probed(FieldsWriter out, RecordingProbed e) {
        out.put("kind", e.kind().word())
                .put("container", e.container())
                .put("streams", e.streams(), RecordingFields::stream)
                .maybe("gps", e.gps(), gps -> new FieldsWriter()
                        .put("latitude", gps.latitude())
                        .put("longitude", gps.longitude())
                        .end())
                .put("gaps", e.gaps(), gap -> new FieldsWriter().put("atMillis", gap.at()).put("lengthMillis", gap.length())
                        .end())
                .put("gapCount", e.gapCount())
                .put("duplicateTimestamps", e.duplicateTimestamps())
                .put("rotation", e.rotation())
                .put("tool", e.tool());
        e.duration().ifPresent(time -> out.put("durationMillis", time));
        e.deviceCreatedAt().ifPresent(instant -> out.put("deviceCreatedAt", instant));
        e.startedAt().ifPresent(instant -> out.put("startedAt", instant));
        e.endedAt().ifPresent(instant -> out.put("endedAt", instant));
        e.uncertainty().ifPresent(time -> out.put("uncertaintyMillis", time));
        return out.end();
    }

    private static Json.Fields stream(MediaStream stream) {
        return new FieldsWriter()
                .put("index", stream.index())
                .put("kind", stream.kind().word())
                .put("codec", stream.codec())
                .maybe("profile", stream.profile())
                .maybeNumber("width", stream.width())
                .maybeNumber("height", stream.height())
                .maybeNumber("rateMilli", stream.rateMilli())
                .maybeNumber("sampleRate", stream.sampleRate())
                .maybeNumber("channels", stream.channels())
                .maybeNumber("frames", stream.frames())
                .end();
    }

    static RecordingHandedIn recordingHandedIn(FieldsReader in) {
        return new RecordingHandedIn(
                new RecordingId(in.id("recording")),
                new DeviceId(in.id("device")),
                in.maybe("handIn", name -> new HandInId(in.id(name))),
                in.text("name"),
                in.text("nameBytes", RawName::new),
                in.text("path"),
                in.count("sizeBytes"),
                in.hex("sha256", Digest.Algorithm.SHA256),
                in.digest("sm3Tree", Digest.Algorithm.SM3_TREE),
                in.maybe("modifiedAt", in::instant),
                in.maybe("clock", name -> in.object(name, Clocks::read)),
                in.word("via", Via.values(), Via::word));
    }

    static RecordingProbed recordingProbed(FieldsReader in) {
        return new RecordingProbed(
                in.word("kind", MediaKind.values(), MediaKind::word),
                in.text("container"),
                in.objects("streams", RecordingFields::stream),
                in.maybe("durationMillis", in::millis),
                in.maybe("deviceCreatedAt", in::instant),
                in.maybe("startedAt", in::instant),
                in.maybe("endedAt", in::instant),
                in.maybe("uncertaintyMillis", in::millis),
                in.maybe("gps", name -> in.object(name, gps -> new Position(gps.text("latitude"), gps.text("longitude")))),
                in.objects("gaps", gap -> new Gap(gap.millis("atMillis"), gap.millis("lengthMillis"))),
                in.count("gapCount"),
                in.count("duplicateTimestamps"),
                in.smallCount("rotation"),
                in.text("tool"));
    }

    private static MediaStream stream(FieldsReader in) {
        return new MediaStream(
                in.smallCount("index"),
                in.word("kind", StreamKind.values(), StreamKind::word),
                in.text("codec"),
                in.maybe("profile", in::text),
                in.maybe("width", in::smallCount),
                in.maybe("height", in::smallCount),
                in.maybe("rateMilli", in::count),
                in.maybe("sampleRate", in::smallCount),
                in.maybe("channels", in::smallCount),
                in.maybe("frames", in::count));
    }

    static RecordingNotProbed recordingNotProbed(FieldsReader in) {
        return new RecordingNotProbed(in.word("reason", MediaFault.values(), MediaFault::word), in.text("detail"),
                in.text("tool"));
    }

    static DerivedCopyMade derivedCopyMade(FieldsReader in) {
        return new DerivedCopyMade(
                in.word("copy", CopyKind.values(), CopyKind::word),
                in.hex("sha256", Digest.Algorithm.SHA256),
                in.count("sizeBytes"),
                in.text("mediaType"),
                in.text("tool"),
                in.maybe("frames", in::smallCount),
                in.maybe("stepMillis", in::millis));
    }

    static DerivedCopyFailed derivedCopyFailed(FieldsReader in) {
        return new DerivedCopyFailed(
                in.word("copy", CopyKind.values(), CopyKind::word),
                in.word("reason", MediaFault.values(), MediaFault::word),
                in.text("detail"));
    }

    static RecordingClassified recordingClassified(FieldsReader in) {
        var keys = new TreeMap<String, String>();
        in.object("keys").values().forEach((key, value) -> {
            if (!(value instanceof Json.Text(var text))) throw new Malformed("RecordingClassified: a key's value is not a text");
            keys.put(key, text);
        });
        return new RecordingClassified(keys);
    }

    static RecordingViewed recordingViewed(FieldsReader in) {
        return new RecordingViewed(new ViewingId(in.id("viewing")), in.maybe("purpose", in::text));
    }

    static RecordingExported recordingExported(FieldsReader in) {
        return new RecordingExported(in.word("to", ExportForm.values(), ExportForm::word), in.maybe("purpose", in::text));
    }

    static CameraFileCleared cameraFileCleared(FieldsReader in) {
        return new CameraFileCleared(
                new HandInId(in.id("handIn")),
                new RecordingId(in.id("recording")),
                in.text("path"),
                in.hex("sha256", Digest.Algorithm.SHA256),
                in.text("confirmedBy"));
    }

    static RecordingEvent.StationReceiptReconciled stationReceiptReconciled(FieldsReader in) {
        return new RecordingEvent.StationReceiptReconciled(
                new StationId(in.id("station")),
                in.instant("receivedAt"),
                in.count("sequence"),
                in.digest("receipt", Digest.Algorithm.SHA256),
                in.maybe("previous", name -> in.digest(name, Digest.Algorithm.SHA256)),
                in.text("key"));
    }
}
