package org.liuhen.server.recordings;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.values.DeviceClock;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.HandInId;
import org.liuhen.core.values.RawName;
import org.liuhen.core.values.RecordingId;
import org.liuhen.server.http.Problem;
import org.liuhen.server.identity.Caller;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a client says of the file that it is about to upload. */
@Component
class Announcements {

    private final KnownDevices devices;
    private final JsonMapper json;
    private final InstantSource clock;
    private final long maxSizeBytes;

    Announcements(
            KnownDevices devices, JsonMapper json, InstantSource clock,
            @Value("${liuhen.uploads.max-size-bytes:68719476736}") long maxSizeBytes) {
        this.devices = devices;
        this.json = json;
        this.clock = clock;
        this.maxSizeBytes = maxSizeBytes;
    }

    /** The most that one file may have. */
    long maxSizeBytes() {
        return maxSizeBytes;
    }

    /**
     * The upload that the caller wants; nothing is written yet.
     *
     * @throws Problem if it is too large, lacks what is required, or names a device or hand-in that the agency does not have
     */
    Upload read(Caller caller, long sizeBytes, UploadMetadata metadata) {
        if (sizeBytes > maxSizeBytes) throw UploadProblems.tooLarge(maxSizeBytes);
        var number = metadata.text("device").orElseThrow(() -> missing("device"));
        var device = devices.byNumber(caller.agency(), number).orElseThrow(() -> UploadProblems.unknownDevice(number));
        var handIn = metadata.text("hand-in").map(text -> new HandInId(id("hand-in", text)));
        if (handIn.isPresent() && !devices.isHandInOf(caller.agency(), handIn.get(), device)) {
            throw UploadProblems.unknownHandIn();
        }
        return new Upload(UUID.randomUUID(), caller.agency(), caller.actor(), key(caller, metadata),
            new RecordingId(UUID.randomUUID()), device, handIn, file(sizeBytes, metadata), new Upload.State.Open(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS).plus(Uploads.LIFE));
    }

    private static Optional<UUID> key(Caller caller, UploadMetadata metadata) {
        var key = metadata.text("key").map(text -> id("key", text));
        // without it a lost answer would leave a second upload behind
        if (key.isEmpty() && caller.isStation()) throw missing("key");
        return key;
    }

    private Upload.File file(long sizeBytes, UploadMetadata metadata) {
        var claimed = metadata.text("filename").orElseThrow(() -> missing("filename"));
        var raw = metadata.bytes("name-bytes").or(() -> metadata.bytes("filename")).orElseThrow();
        var path = metadata.text("path").orElse(claimed);
        if (raw.length > RawName.BYTES_MAX || !DisplayName.fits(claimed) || !DisplayName.fits(path)) throw nameTooLong();
        var sha256 = metadata.text("sha256").map(hex -> parse("sha256", hex, text -> new Digest(Digest.Algorithm.SHA256, text)));
        var modifiedAt = metadata.text("modified-at")
            .map(text -> parse("modified-at", text, Instant::parse).truncatedTo(ChronoUnit.MILLIS));
        return new Upload.File(DisplayName.ofFile(claimed), RawName.of(raw), DisplayName.ofPath(path), modifiedAt,
            metadata.text("clock").map(this::clock), sha256, sizeBytes);
    }

    private record Reading(@Nullable Instant measuredAt, @Nullable Long offsetMillis, @Nullable Long uncertaintyMillis) {}

    private DeviceClock clock(String text) {
        try {
            var reading = json.readValue(text, Reading.class);
            if (reading.measuredAt == null || reading.offsetMillis == null || reading.uncertaintyMillis == null) {
                throw unreadable("clock", text);
            }
            return new DeviceClock(reading.measuredAt.truncatedTo(ChronoUnit.MILLIS), Duration.ofMillis(reading.offsetMillis),
                Duration.ofMillis(reading.uncertaintyMillis));
        } catch (JacksonException | IllegalArgumentException e) {
            throw unreadable("clock", text);
        }
    }

    private interface Reader<T> {
        T read(String text);
    }

    private static <T> T parse(String field, String text, Reader<T> reader) {
        try {
            return reader.read(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw unreadable(field, text);
        }
    }

    private static UUID id(String field, String text) {
        return parse(field, text, UUID::fromString);
    }

    private static Problem missing(String field) {
        return Problem.badRequest("metadata-missing", "上传说明不完整", "The metadata of the upload is incomplete")
            .because("Upload-Metadata 缺少“" + field + "”。", "Upload-Metadata lacks \"" + field + "\".").with("field", field);
    }

    private static Problem unreadable(String field, String text) {
        var shown = DisplayName.ofPath(text.length() > 80 ? text.substring(0, 80) : text);
        return Problem.badRequest("metadata-unreadable", "上传说明无法读取", "The metadata of the upload cannot be read")
            .because("“" + field + "”的值不正确：" + shown, "The value of \"" + field + "\" is wrong: " + shown).with("field", field);
    }

    private static Problem nameTooLong() {
        return Problem.badRequest("name-too-long", "文件名过长", "The name is too long")
            .because("文件名和路径最多 " + RawName.BYTES_MAX + " 字节。", "Name and path may have " + RawName.BYTES_MAX + " bytes.")
            .next("请联系系统管理员；不要在设备上改名。", "Ask the system administrator; do not rename it on the device.");
    }
}
