package org.liuhen.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import org.liuhen.core.agencies.AgencyEvent.OriginOpened;
import org.liuhen.core.agencies.ClosedLog;
import org.liuhen.core.ledger.NodeHash;
import org.liuhen.core.ledger.Nodes;
import org.liuhen.core.ledger.Proofs;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.StationId;
import org.liuhen.formats.events.EventTypes;
import org.liuhen.formats.events.Leaf;
import org.liuhen.formats.events.Payload;
import org.liuhen.formats.ledger.Checkpoint;
import org.liuhen.formats.ledger.EntryBundle;
import org.liuhen.formats.ledger.Receipt;
import org.liuhen.formats.ledger.TilePath;
import org.liuhen.formats.ledger.TlogProof;
import org.liuhen.formats.notes.SignedNote;
import org.liuhen.formats.notes.Signer;
import org.liuhen.formats.notes.VerifierKey;

/** A log in memory, with keys from a seed: slow and obvious, so that what the program reads was not written by the program. */
public final class TestLog {

    /** The log's name in every test. */
    public static final String ORIGIN = "liuhen-test/SQ";
    /** The first event's time. */
    public static final Instant BEGIN = Instant.parse("2026-03-02T07:04:00.000Z");

    private static final Actor STATION = Actor.station(new StationId(new UUID(1, 1)), "一楼采集站");

    private final String origin;
    private final SplittableRandom dice;
    private final List<Signer> signers;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<UUID, Long> versions = new HashMap<>();
    private final Map<Long, SignedNote> checkpoints = new HashMap<>();

    /** One leaf with what it commits to. */
    public static final class Entry {
        private final byte[] leaf;
        private final byte[] salt;
        private final byte[] payload;

        /** An entry of these bytes. */
        public Entry(byte[] leaf, byte[] salt, byte[] payload) {
            this.leaf = leaf.clone();
            this.salt = salt.clone();
            this.payload = payload.clone();
        }

        /** What the log hashes. */
        public byte[] leaf() {
            return leaf.clone();
        }

        /** The salt. */
        public byte[] salt() {
            return salt.clone();
        }

        /** The payload. */
        public byte[] payload() {
            return payload.clone();
        }
    }

    /** An empty log. */
    public TestLog(long seed) {
        this(ORIGIN, seed);
    }

    /** An empty log of this name. */
    public TestLog(String origin, long seed) {
        this.origin = origin;
        dice = new SplittableRandom(seed);
        signers = List.of(signer(VerifierKey.Algorithm.ED25519), signer(VerifierKey.Algorithm.SM2));
    }

    /**
     * The agency's second log, which begins with its opening.
     *
     * @param root that the opening says the closed log has
     * @param kept how many leaves of the closed one the journal still has
     */
    public TestLog second(long seed, byte[] root, int kept) {
        var next = new TestLog(ORIGIN + "/2", seed);
        entries.subList(0, kept).forEach(entry -> {
            var leaf = Leaf.read(entry.leaf);
            next.versions.put(leaf.stream(), leaf.version());
        });
        var head = checkpoint(size()).write();
        var closed = new ClosedLog(ORIGIN, size(), Base64.getEncoder().encodeToString(root), sha256(head), kept);
        next.append(id(), new OriginOpened(next.origin, List.of(closed), "数据库损坏", "张三"), BEGIN.plusSeconds(size()));
        return next;
    }

    private static Digest sha256(byte[] bytes) {
        try {
            return Digest.sha256(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The root over all leaves. */
    public byte[] root() {
        return Proofs.root(NodeHash.SHA256, nodes(), 0, size());
    }

    private Signer signer(VerifierKey.Algorithm algorithm) {
        return Signer.generate(origin, algorithm, new SeededRandom(dice.split()));
    }

    private static final class SeededRandom extends SecureRandom {
        private final transient SplittableRandom dice;

        SeededRandom(SplittableRandom dice) {
            this.dice = dice;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            dice.nextBytes(bytes);
        }
    }

    /** The log's name. */
    public String origin() {
        return origin;
    }

    /** The lines of a trust file. */
    public String trust() {
        return signers.stream().map(signer -> signer.verifierKey().vkey()).collect(Collectors.joining("\n", "", "\n"));
    }

    /** The keys' lines. */
    public List<String> vkeys() {
        return signers.stream().map(signer -> signer.verifierKey().vkey()).toList();
    }

    /** How many leaves there are. */
    public int size() {
        return entries.size();
    }

    /** The entries. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** An id from the seed. */
    public UUID id() {
        return new UUID((dice.nextLong() & ~0xf000L) | 0x4000L, (dice.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L);
    }

    /** Random bytes from the seed. */
    public byte[] bytes(int count) {
        var bytes = new byte[count];
        dice.nextBytes(bytes);
        return bytes;
    }

    /** An event a second after the one before. */
    public long append(UUID stream, Event event) {
        return append(stream, event, BEGIN.plusSeconds(size()));
    }

    /** An event at this moment. */
    public long append(UUID stream, Event event, Instant recordedAt) {
        var entry = entry(stream, versions.merge(stream, 1L, Long::sum), event, recordedAt);
        return append(entry);
    }

    /** What an event of this version would be, without appending it. */
    public Entry entry(UUID stream, long version, Event event, Instant recordedAt) {
        var payload = new Payload(STATION, Optional.empty(), id(), event, recordedAt, Duration.ofSeconds(2)).write();
        var salt = bytes(Payload.SALT_BYTES);
        var leaf = Leaf.over(new AgencyCode("SQ"), stream, version, EventTypes.typeOf(event), recordedAt, salt, payload).write();
        return new Entry(leaf, salt, payload);
    }

    /** Appends whatever it is. */
    public long append(Entry entry) {
        entries.add(entry);
        return entries.size() - 1L;
    }

    private Nodes nodes() {
        return this::node;
    }

    private byte[] node(int level, long index) {
        if (level == 0) return NodeHash.SHA256.leaf(entries.get((int) index).leaf());
        return NodeHash.SHA256.node(node(level - 1, 2 * index), node(level - 1, 2 * index + 1));
    }

    /** The signed checkpoint over the first leaves. */
    public SignedNote checkpoint(long size) {
        return checkpoints.computeIfAbsent(size, // once: an SM2 signature is another one each time
                _ -> signed(Checkpoint.of(origin, size, Proofs.root(NodeHash.SHA256, nodes(), 0, size))));
    }

    /** This head, signed. */
    public SignedNote signed(Checkpoint checkpoint) {
        return SignedNote.sign(checkpoint.text(), signers);
    }

    /** The receipt of a leaf, under the newest checkpoint. */
    public Receipt receipt(long index) {
        var entry = entries.get((int) index);
        return Receipt.of(entry.leaf(), Optional.of(Receipt.Shown.of(entry.salt(), entry.payload())),
                TlogProof.of(index, Proofs.inclusion(NodeHash.SHA256, nodes(), index, size()), checkpoint(size())));
    }

    /** Writes the tiles and entries for the first leaves, with the checkpoint over them and the earlier ones of these sizes. */
    public void write(Path folder, int size, int... earlier) throws IOException {
        Files.createDirectories(folder.resolve("checkpoints"));
        for (var level = 0; size >> (8 * level) > 0; level++) {
            var hashes = size >> (8 * level);
            for (var index = 0; index * TilePath.FULL < hashes; index++) {
                var width = Math.min(TilePath.FULL, hashes - index * TilePath.FULL);
                var tile = new ByteArrayOutputStream();
                for (var i = 0; i < width; i++) tile.writeBytes(node(8 * level, (long) index * TilePath.FULL + i));
                put(folder.resolve(new TilePath(level, index, width).path()), tile.toByteArray());
                if (level == 0) {
                    var from = index * TilePath.FULL;
                    put(folder.resolve(new TilePath(TilePath.ENTRIES, index, width).path()),
                            EntryBundle.write(entries.subList(from, from + width).stream().map(Entry::leaf).toList()));
                }
            }
        }
        put(folder.resolve("checkpoint"), checkpoint(size).write());
        for (var one : earlier) put(folder.resolve("checkpoints").resolve(String.format("%016d", one)), checkpoint(one).write());
        put(folder.resolve("checkpoints").resolve(String.format("%016d", size)), checkpoint(size).write());
        put(folder.resolve("vkeys"), vkeys().stream().map(vkey -> "2026-03-02T07:04:00.000Z\t" + vkey)
                .collect(Collectors.joining("\n", "", "\n")).getBytes(UTF_8));
    }

    /** Writes a file and the folders above it. */
    public static void put(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.write(file, bytes);
    }
}
