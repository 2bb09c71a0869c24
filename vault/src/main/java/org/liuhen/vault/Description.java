package org.liuhen.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.liuhen.core.ledger.NodeHash;
import org.liuhen.core.values.Digest;

/**
 * What lies beside an object: one line of JSON, the SM3 node of each full MiB, and the SHA-256 of all that. The bytes are
 * described in {@code docs/formats.md}, section 6.2.
 */
final class Description {

    private static final Pattern HEADER = Pattern.compile(
        "\\{\"format\":1,\"sha256\":\"([0-9a-f]{64})\",\"size\":(0|[1-9][0-9]{0,15}),\"sm3-tree\":\"([0-9a-f]{64})\"\\}");
    /** No header is longer, in bytes. */
    private static final int MAX_HEADER_BYTES = 256;

    private final StoredObject object;
    private final byte[] nodes;

    /** Keeps the array: 32 bytes for each full MiB. */
    Description(StoredObject object, byte[] nodes) {
        this.object = object;
        this.nodes = nodes;
    }

    StoredObject object() {
        return object;
    }

    static String header(StoredObject object) {
        return "{\"format\":1,\"sha256\":\"" + object.sha256().hex() + "\",\"size\":" + object.sizeBytes()
            + ",\"sm3-tree\":\"" + object.sm3Tree().hex() + "\"}\n";
    }

    /** How many bytes of nodes a file of this size has. */
    static long nodeBytes(long sizeBytes) {
        return sizeBytes / Sm3Tree.KEPT_BYTES * NodeHash.HASH_BYTES;
    }

    void write(Path file) throws IOException {
        var header = header(object).getBytes(StandardCharsets.US_ASCII);
        var sha256 = Sha256.start();
        sha256.update(header);
        sha256.update(nodes);
        StoreFolder.write(file, ByteBuffer.wrap(header), ByteBuffer.wrap(nodes), ByteBuffer.wrap(sha256.digest()));
        StoreFolder.protect(file);
    }

    /**
     * The description of an object that is there.
     *
     * @throws DamagedObject if the object has another size, or its description is missing or changed
     */
    static Optional<Description> find(StoreFolder folder, Digest sha256) throws IOException {
        long size;
        try {
            size = Files.size(folder.object(sha256));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        var description = read(folder.description(sha256), sha256);
        var expected = description.object.sizeBytes();
        if (size != expected) {
            throw new DamagedObject(sha256, new Fixity.Failed(expected + " bytes", size + " bytes", Fixity.What.SIZE));
        }
        return Optional.of(description);
    }

    /**
     * Reads the description of this object.
     *
     * @throws DamagedObject if it is missing or not what was written
     */
    static Description read(Path file, Digest sha256) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw damaged(sha256, "a description beside the object", "none");
        }
        var newline = 0;
        while (newline < Math.min(bytes.length, MAX_HEADER_BYTES) && bytes[newline] != '\n') newline++;
        var bodyBytes = bytes.length - NodeHash.HASH_BYTES;
        if (bodyBytes <= newline) throw damaged(sha256, "a header line, nodes and a SHA-256", bytes.length + " bytes");
        var expected = Arrays.copyOfRange(bytes, bodyBytes, bytes.length);
        var found = Sha256.of(Arrays.copyOf(bytes, bodyBytes));
        if (!MessageDigest.isEqual(expected, found)) {
            throw damaged(sha256, Digest.sha256(expected).toString(), Digest.sha256(found).toString());
        }
        var object = parse(sha256, new String(bytes, 0, newline, StandardCharsets.UTF_8));
        var nodes = Arrays.copyOfRange(bytes, newline + 1, bodyBytes);
        if (nodes.length != nodeBytes(object.sizeBytes())) {
            throw damaged(sha256, nodeBytes(object.sizeBytes()) + " bytes of nodes", nodes.length + " bytes");
        }
        return new Description(object, nodes);
    }

    /** The object that a header line is about. */
    static StoredObject parse(Digest sha256, String line) throws DamagedObject {
        var header = HEADER.matcher(line);
        if (!header.matches()) throw damaged(sha256, "a header line of format 1", line);
        if (!header.group(1).equals(sha256.hex())) throw damaged(sha256, sha256.hex(), header.group(1));
        return new StoredObject(sha256, new Digest(Digest.Algorithm.SM3_TREE, header.group(3)), Long.parseLong(header.group(2)));
    }

    /** How many full MiBs there are. */
    long mibs() {
        return nodes.length / NodeHash.HASH_BYTES;
    }

    /** The node of the full MiB of this number. */
    byte[] node(long mib) {
        var at = Math.toIntExact(mib * NodeHash.HASH_BYTES);
        return Arrays.copyOfRange(nodes, at, at + NodeHash.HASH_BYTES);
    }

    private static DamagedObject damaged(Digest sha256, String expected, String found) {
        return new DamagedObject(sha256, new Fixity.Failed(expected, found, Fixity.What.DESCRIPTION));
    }
}
