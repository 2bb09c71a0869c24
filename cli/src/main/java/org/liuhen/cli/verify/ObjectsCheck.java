package org.liuhen.cli.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.LongConsumer;
import org.liuhen.core.ledger.NodeHash;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.Digest;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.json.CanonicalJson;
import org.liuhen.formats.json.Json;
import org.liuhen.vault.Sm3Tree;

/** The objects of one agency's vault against their names and against what is kept beside them. docs/formats.md, section 6.2. */
final class ObjectsCheck {

    private static final String ABOUT = ".about";
    private static final int ABOUT_LINE_BYTES_MAX = 256;
    private static final int BUFFER_BYTES = 4 * 1024 * 1024;

    private final Path objects;
    private final Report report;
    private final LongConsumer progress;

    ObjectsCheck(Path vault, Report report, LongConsumer progress) {
        this.objects = vault.resolve("objects");
        this.report = report;
        this.progress = progress;
    }

    /** Where an object lies. */
    Path object(Digest sha256) {
        return objects.resolve(sha256.hex().substring(0, 2)).resolve(sha256.hex().substring(2, 4)).resolve(sha256.hex());
    }

    /** Reads every byte of every object. */
    void run(String agency) throws IOException {
        if (!Files.isDirectory(objects)) {
            report.notPerformed(Check.OBJECTS, agency, new Bilingual("没有存储库文件夹", "there is no folder of objects"));
            return;
        }
        var counts = new long[2]; // checked, faulty
        try (var walk = Files.walk(objects)) {
            for (var file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
                var name = String.valueOf(file.getFileName());
                if (!name.matches("[0-9a-f]{64}")) continue;
                counts[0]++;
                if (!holds(file, new Digest(Digest.Algorithm.SHA256, name))) counts[1]++;
            }
        }
        if (counts[1] == 0) {
            report.passed(Check.OBJECTS, agency + ": " + counts[0]);
            report.passed(Check.OBJECT_RECORDS, agency + ": " + counts[0]);
        }
    }

    private boolean holds(Path file, Digest name) throws IOException {
        var sha256 = FileDigests.sha256();
        var nodes = new ByteArrayOutputStream();
        var tree = new Sm3Tree(nodes::writeBytes);
        var size = 0L;
        try (var in = Files.newInputStream(file)) {
            var buffer = new byte[BUFFER_BYTES];
            for (var read = in.readNBytes(buffer, 0, buffer.length); read > 0; read = in.readNBytes(buffer, 0, buffer.length)) {
                sha256.update(buffer, 0, read);
                tree.update(ByteBuffer.wrap(buffer, 0, read).slice());
                size += read;
                progress.accept(read);
            }
        }
        var found = Digest.sha256(sha256.digest());
        if (!found.equals(name)) {
            report.failed(Fault.E23, name.hex(), name.toString(), found.toString());
            report.notPerformed(Check.OBJECT_RECORDS, name.hex(), new Bilingual("文件已被改动", "the object was altered"));
            return false;
        }
        return recordHolds(file.resolveSibling(name.hex() + ABOUT), name, size, tree.root(), nodes.toByteArray());
    }

    private boolean recordHolds(Path about, Digest name, long size, Digest root, byte[] nodes) throws IOException {
        try {
            var limit = ABOUT_LINE_BYTES_MAX + 1 + nodes.length + NodeHash.HASH_BYTES;
            var difference = difference(SmallFiles.read(about, limit), name, size, root, nodes);
            if (difference.isEmpty()) return true;
            report.failed(Fault.E24, about.getFileName().toString(), "what the object's bytes give", difference);
        } catch (NoSuchFileException e) {
            report.failed(Fault.E24, about.getFileName().toString(), "a record beside the object", "no such file");
        } catch (Malformed e) {
            report.failed(Fault.E24, about.getFileName().toString(), "a line of canonical JSON", String.valueOf(e.getMessage()));
        }
        return false;
    }

    /** A line of JSON, the node of each full MiB, and the SHA-256 of all that. */
    private static String difference(byte[] about, Digest name, long size, Digest root, byte[] nodes) {
        var newline = 0;
        while (newline < Math.min(about.length, ABOUT_LINE_BYTES_MAX) && about[newline] != '\n') newline++;
        var body = about.length - NodeHash.HASH_BYTES;
        if (body <= newline) return about.length + " bytes";
        if (!Arrays.equals(FileDigests.sha256().digest(Arrays.copyOf(about, body)),
                Arrays.copyOfRange(about, body, about.length))) return "another SHA-256 at its end";
        var line = CanonicalJson.read(Arrays.copyOf(about, newline), ABOUT_LINE_BYTES_MAX);
        var expected = new Json.Fields(Map.of(
                "format", new Json.Whole(1), "sha256", new Json.Text(name.hex()), "size", new Json.Whole(size), "sm3-tree",
                        new Json.Text(root.hex())));
        if (!line.equals(expected)) return line.toString();
        return Arrays.equals(nodes, Arrays.copyOfRange(about, newline + 1, body)) ? "" : "other nodes";
    }
}
