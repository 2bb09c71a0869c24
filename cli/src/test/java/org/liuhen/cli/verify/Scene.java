package org.liuhen.cli.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.cli.TestLog;
import org.liuhen.core.devices.DeviceEvent.HandInOpened;
import org.liuhen.core.devices.HandInSource;
import org.liuhen.core.recordings.ExportForm;
import org.liuhen.core.recordings.RecordingEvent.RecordingExported;
import org.liuhen.core.recordings.RecordingEvent.RecordingHandedIn;
import org.liuhen.core.recordings.RecordingEvent.RecordingViewed;
import org.liuhen.core.recordings.Via;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.DeviceClock;
import org.liuhen.core.values.DeviceId;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.HandInId;
import org.liuhen.core.values.RawName;
import org.liuhen.core.values.RecordingId;
import org.liuhen.core.values.ViewingId;
import org.liuhen.formats.devices.Listing;
import org.liuhen.formats.ledger.Receipt;
import org.liuhen.formats.recordings.Manifest;

/** One recording, handed in, looked at and exported: everything about it is right, until a fixture changes it. */
final class Scene {

    static final String NAME = "现场-0001.mp4";
    static final Instant EXPORTED = Instant.parse("2026-03-02T08:00:00.000Z");
    private static final int MEDIUM_BYTES = 66_000; // two leaves of the SM3 tree

    final TestLog log;
    final RecordingId recording;
    final byte[] medium;
    final byte[] listing;
    final List<Long> custody = new ArrayList<>();

    Scene(long seed) throws IOException {
        this(seed, false);
    }

    /**
     * The scene of this seed.
     *
     * @param wrongTree whether the event has an SM3 tree of other bytes
     */
    Scene(long seed, boolean wrongTree) throws IOException {
        log = new TestLog(seed);
        recording = new RecordingId(log.id());
        medium = log.bytes(MEDIUM_BYTES);
        var device = new DeviceId(log.id());
        var handIn = new HandInId(log.id());
        var name = RawName.of(NAME.getBytes(UTF_8));
        listing = new Listing(List.of(new Listing.File(Optional.of(TestLog.BEGIN), NAME, name, Optional.empty(), medium.length)))
                .write();
        var clock = Optional.of(new DeviceClock(TestLog.BEGIN, Duration.ofSeconds(-7), Duration.ofMillis(40)));
        log.append(device.value(), new HandInOpened(handIn, HandInSource.CAMERA, 1, medium.length, sha256(listing), clock));
        var digests = MediumCheck.digests(new ByteArrayInputStream(medium), _ -> {});
        var tree = wrongTree ? MediumCheck.digests(new ByteArrayInputStream(listing), _ -> {}).sm3Tree() : digests.sm3Tree();
        custody.add(log.append(recording.value(), new RecordingHandedIn(recording, device, Optional.of(handIn), NAME, name, NAME,
                medium.length, digests.sha256(), tree, Optional.of(TestLog.BEGIN), clock, Via.STATION)));
        custody.add(log.append(recording.value(), new RecordingViewed(new ViewingId(log.id()), Optional.of("法制审核"))));
        custody.add(log.append(recording.value(), new RecordingExported(ExportForm.BUNDLE, Optional.empty())));
    }

    static Digest sha256(byte[] bytes) {
        return Digest.sha256(FileDigests.sha256().digest(bytes));
    }

    void bundle(Path folder) throws IOException {
        TestLog.put(folder.resolve("original").resolve(NAME), medium);
        for (var version = 1; version <= custody.size(); version++) {
            TestLog.put(folder.resolve("custody").resolve(String.format("%06d.receipt", version)),
                    log.receipt(custody.get(version - 1)).write());
        }
        TestLog.put(folder.resolve("vkeys.txt"), log.trust().getBytes(UTF_8));
        TestLog.put(folder.resolve("README.txt"), "证据包 / bundle\n".getBytes(UTF_8));
        TestLog.put(folder.resolve("formats.md"), "# Formats\n".getBytes(UTF_8));
        manifest(folder, TestLog.ORIGIN);
    }

    /** Writes the manifest of whatever is in the folder. */
    void manifest(Path folder, String origin) throws IOException {
        Files.deleteIfExists(folder.resolve("manifest.json"));
        var files = new ArrayList<Manifest.File>();
        for (var path : FolderFiles.of(folder).paths()) {
            var bytes = Files.readAllBytes(folder.resolve(path));
            files.add(new Manifest.File(path, sha256(bytes), bytes.length));
        }
        TestLog.put(folder.resolve("manifest.json"),
                new Manifest(new AgencyCode("SQ"), EXPORTED, files, "original/" + NAME, origin, recording).write());
    }

    void file(Path folder) throws IOException {
        TestLog.put(folder.resolve(NAME), medium);
        TestLog.put(folder.resolve(NAME + ".receipt"), log.receipt(custody.getFirst()).write());
    }

    void data(Path folder) throws IOException {
        log.write(folder.resolve("ledger").resolve("SQ"), log.size(), 1, 2);
        object(folder, medium);
        object(folder, listing);
    }

    /** A data folder whose log was closed: the journal has so many of its leaves, and the second log goes on. */
    void closed(Path folder, byte[] root, int kept) throws IOException {
        data(folder.resolve("data"));
        var second = second(root, kept);
        second.write(folder.resolve("data").resolve("ledger").resolve("SQ").resolve("2"), second.size(), 1);
        var entries = new ArrayList<>(log.entries().subList(0, kept));
        entries.addAll(second.entries());
        journal(folder.resolve("journal.jsonl"), entries);
    }

    /** A bundle whose last event is in the second log; the answer is the lines of both logs' keys. */
    String continued(Path folder) throws IOException {
        bundle(folder);
        var second = second(log.root(), 3);
        Files.write(folder.resolve("custody/000003.receipt"), second.receipt(1).write());
        manifest(folder, TestLog.ORIGIN + "/2");
        return log.trust() + second.trust();
    }

    /** The second log, in which the recording is looked at once more. */
    TestLog second(byte[] root, int kept) {
        var second = log.second(2, root, kept);
        second.append(stream(), new RecordingViewed(new ViewingId(log.id()), Optional.of("申诉")), TestLog.BEGIN.plusSeconds(60));
        return second;
    }

    /** The journal as a file. */
    void journal(Path file, List<TestLog.Entry> entries) throws IOException {
        var lines = new ByteArrayOutputStream();
        for (var entry : entries) {
            lines.writeBytes(JournalSource.line(JournalSource.Row.of(
                    entry.leaf(), Optional.of(Receipt.Shown.of(entry.salt(), entry.payload())))));
            lines.write('\n');
        }
        TestLog.put(file, lines.toByteArray());
    }

    Path object(Path data, byte[] bytes) throws IOException {
        var digests = MediumCheck.digests(new ByteArrayInputStream(bytes), _ -> {});
        var hex = digests.sha256().hex();
        var file = data.resolve("vault").resolve("SQ").resolve("objects").resolve(hex.substring(0, 2))
                .resolve(hex.substring(2, 4)).resolve(hex);
        TestLog.put(file, bytes);
        var line = ("{\"format\":1,\"sha256\":\"" + hex + "\",\"size\":" + bytes.length + ",\"sm3-tree\":\"" + digests.sm3Tree()
                .hex() + "\"}\n").getBytes(UTF_8);
        var about = new ByteArrayOutputStream();
        about.writeBytes(line); // fewer bytes than a MiB: no kept node
        about.writeBytes(HexFormat.of().parseHex(sha256(line).hex()));
        TestLog.put(file.resolveSibling(hex + ".about"), about.toByteArray());
        return file;
    }

    UUID stream() {
        return recording.value();
    }
}
