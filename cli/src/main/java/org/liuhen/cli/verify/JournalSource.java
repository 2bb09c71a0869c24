package org.liuhen.cli.verify;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.events.Leaf;
import org.liuhen.formats.json.CanonicalJson;
import org.liuhen.formats.json.Json;
import org.liuhen.formats.ledger.Receipt;

/** Where the verifier reads the journal from: a database that runs, or a file that was written out of it. */
@FunctionalInterface
public interface JournalSource {

    /** What a database repeats beside the leaf, to find it by. */
    record Filing(String agency, UUID stream, long version, String type, int typeVersion, Instant recordedAt) {

        /** What must stand beside this leaf. */
        static Filing of(Leaf leaf) {
            return new Filing(
                    leaf.agency().value(), leaf.stream(), leaf.version(), leaf.type(), leaf.typeVersion(), leaf.recordedAt());
        }
    }

    /**
     * One event as the journal has it.
     *
     * @param leaf the leaf's bytes as base64
     * @param shown salt and payload, unless the payload was destroyed
     * @param filing absent where the journal has nothing but the leaf
     */
    record Row(String leaf, Optional<Receipt.Shown> shown, Optional<Filing> filing) {

        /** With these bytes. */
        public static Row of(byte[] leaf, Optional<Receipt.Shown> shown) {
            return new Row(Base64.getEncoder().encodeToString(leaf), shown, Optional.empty());
        }

        /** The same, found under this. */
        Row filedAs(Filing found) {
            return new Row(leaf, shown, Optional.of(found));
        }

        /** The leaf's bytes. */
        public byte[] leafBytes() {
            return Base64.getDecoder().decode(leaf);
        }
    }

    /** Takes rows, one by one. */
    @FunctionalInterface
    interface Rows {
        /** The next row. */
        void take(Row row) throws IOException;
    }

    /**
     * Gives every event of every agency, in any order.
     *
     * @throws IOException if the journal cannot be read to its end
     * @throws Malformed if a row is not of its format
     */
    void read(Rows rows) throws IOException;

    /** The most bytes that a line of a journal file may have. */
    int LINE_BYTES_MAX = 128 * 1024;

    /**
     * A journal written to a file: a line of canonical JSON for each event, {@code {"leaf","payload"?,"salt"?}}, all base64;
     * payload and salt are left out together when the payload was destroyed.
     */
    static JournalSource file(Path file) {
        return rows -> {
            try (var in = new BufferedInputStream(Files.newInputStream(file), LINE_BYTES_MAX)) {
                var number = 0;
                for (var line = line(in); line.isPresent(); line = line(in)) {
                    number++;
                    try {
                        rows.take(row(CanonicalJson.read(line.get(), LINE_BYTES_MAX)));
                    } catch (Malformed | IllegalArgumentException e) {
                        throw new Malformed(file.getFileName() + " line " + number + ": " + e.getMessage(), e);
                    }
                }
            }
        };
    }

    /** The bytes before the next line feed; of a line that is too long, enough for the reader to refuse it. Empty at the end. */
    private static Optional<byte[]> line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 && line.size() == 0) return Optional.empty();
            if (next < 0 || line.size() > LINE_BYTES_MAX) break;
            line.write(next);
        }
        return Optional.of(line.toByteArray());
    }

    private static Row row(Json json) {
        if (!(json instanceof Json.Fields(var fields))
                || !fields.keySet().equals(fields.size() == 1 ? Set.of("leaf") : Set.of("leaf", "payload", "salt"))) {
            throw new Malformed("leaf, payload and salt expected");
        }
        return Row.of(bytes(fields, "leaf"), fields.size() == 1 ? Optional.empty()
                : Optional.of(Receipt.Shown.of(bytes(fields, "salt"), bytes(fields, "payload"))));
    }

    private static byte[] bytes(Map<String, Json> fields, String name) {
        if (fields.get(name) instanceof Json.Text(var base64)) return Base64.getDecoder().decode(base64);
        throw new Malformed("not a text: " + name);
    }

    /** A line of such a file, without the line feed. */
    static byte[] line(Row row) {
        var fields = new TreeMap<String, Json>();
        fields.put("leaf", new Json.Text(row.leaf()));
        row.shown().ifPresent(shown -> {
            fields.put("salt", new Json.Text(shown.salt()));
            fields.put("payload", new Json.Text(shown.payload()));
        });
        return CanonicalJson.write(new Json.Fields(fields));
    }
}
