package org.liuhen.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.Digest.Algorithm;

/** What every vault promises. */
abstract class VaultContract {

    static final int MIB = Sm3Tree.KEPT_BYTES;
    static final Set<Algorithm> BOTH = Set.of(Algorithm.SHA256, Algorithm.SM3_TREE);
    static final long NO_LIMIT = Long.MAX_VALUE;

    abstract Vault vault();

    /** Flips one bit of the stored bytes, past the vault. */
    abstract void flip(Digest sha256, long bit) throws IOException;

    Sealed put(byte[] bytes) throws Exception {
        try (var intake = vault().begin(UUID.randomUUID(), bytes.length)) {
            intake.write(ByteBuffer.wrap(bytes));
            return intake.seal();
        }
    }

    byte[] read(Digest sha256) throws IOException {
        try (var channel = vault().open(sha256)) {
            return Channels.newInputStream(channel).readAllBytes();
        }
    }

    List<Digest> list() throws IOException {
        try (var all = vault().list()) {
            return all.toList();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_536, MIB - 1, MIB, MIB + 1, 3 * MIB + 70_000})
    void what_was_sealed_can_be_read(int size) throws Exception {
        var bytes = Bytes.random(size, size);
        var sealed = put(bytes);
        assertEquals(new Sealed(Digest.sha256(Sha256.of(bytes)), sealed.sm3Tree(), size, false), sealed);
        assertEquals(Bytes.hex(Sm3TreeTest.obvious(bytes)), sealed.sm3Tree().hex());
        assertArrayEquals(bytes, read(sealed.sha256()));
        assertEquals(Optional.of(new StoredObject(sealed.sha256(), sealed.sm3Tree(), size)), vault().find(sealed.sha256()));
        assertEquals(new Fixity.Passed(size), vault().check(sealed.sha256(), BOTH));
        assertEquals(List.of(sealed.sha256()), list());
    }

    @Test
    void the_same_bytes_again_are_the_same_object() throws Exception {
        var bytes = Bytes.random(1, 2 * MIB + 3);
        var first = put(bytes);
        var second = put(bytes);
        assertFalse(first.alreadyHeld());
        assertEquals(new Sealed(first.sha256(), first.sm3Tree(), first.sizeBytes(), true), second);
        assertEquals(List.of(first.sha256()), list());
    }

    @Test
    void objects_are_listed_in_order() throws Exception {
        var put = new ArrayList<Digest>();
        for (var i = 0; i < 40; i++) put.add(put(Bytes.random(i, i)).sha256());
        assertEquals(put.stream().sorted().toList(), list());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void wrong_bytes_are_rolled_back(long seed) throws Exception {
        var dice = new SplittableRandom(seed);
        var bytes = Bytes.random(seed, 5 * MIB + dice.nextInt(MIB));
        try (var intake = vault().begin(UUID.randomUUID(), NO_LIMIT)) {
            for (var at = 0; at < bytes.length; ) {
                var next = Math.min(bytes.length, at + 1 + dice.nextInt(2 * MIB));
                var mark = intake.mark();
                if (dice.nextBoolean()) {
                    Bytes.write(intake, Bytes.random(at, 2 * MIB), 0, dice.nextInt(2 * MIB), dice);
                    intake.rollback(mark);
                    assertEquals(at, intake.offset());
                }
                Bytes.write(intake, bytes, at, next, dice);
                if (dice.nextBoolean()) intake.sync();
                at = next;
            }
            var sealed = intake.seal();
            assertEquals(Digest.sha256(Sha256.of(bytes)), sealed.sha256(), "replay with seed " + seed);
            assertEquals(Bytes.hex(Sm3TreeTest.obvious(bytes)), sealed.sm3Tree().hex(), "replay with seed " + seed);
            assertEquals(new Fixity.Passed(bytes.length), vault().check(sealed.sha256(), BOTH));
        }
    }

    @Test
    void a_mark_ends_with_sync_and_with_the_rollback_to_an_earlier_one() throws Exception {
        try (var intake = vault().begin(UUID.randomUUID(), 10)) {
            var first = intake.mark();
            intake.write(ByteBuffer.wrap(new byte[3]));
            var second = intake.mark();
            assertEquals(3, second.offset());
            intake.rollback(first);
            assertThrows(IllegalStateException.class, () -> intake.rollback(second));
            intake.sync();
            assertThrows(IllegalStateException.class, () -> intake.rollback(first));
            assertEquals(0, intake.offset());
        }
    }

    @Test
    void one_byte_over_the_limit_is_refused_and_the_intake_goes_on() throws Exception {
        var bytes = Bytes.random(1, 10);
        try (var intake = vault().begin(UUID.randomUUID(), 10)) {
            intake.write(ByteBuffer.wrap(bytes, 0, 4));
            assertEquals(10, assertThrows(TooLarge.class, () -> intake.write(ByteBuffer.wrap(new byte[7]))).limitBytes());
            assertEquals(4, intake.offset());
            intake.write(ByteBuffer.wrap(bytes, 4, 6));
            assertThrows(TooLarge.class, () -> intake.write(ByteBuffer.wrap(new byte[1])));
            assertEquals(Digest.sha256(Sha256.of(bytes)), intake.seal().sha256());
        }
    }

    @Test
    void a_channel_is_taken_to_its_end_and_no_further_than_the_limit() throws Exception {
        var bytes = Bytes.random(1, 2 * MIB + 5);
        try (var intake = vault().begin(UUID.randomUUID(), bytes.length)) {
            assertEquals(MIB, intake.write(Channels.newChannel(new ByteArrayInputStream(bytes, 0, MIB))));
            var mark = intake.mark();
            assertThrows(TooLarge.class, () -> intake.write(Channels.newChannel(new ByteArrayInputStream(new byte[2 * MIB]))));
            assertEquals(bytes.length, intake.offset());
            intake.rollback(mark);
            assertEquals(MIB + 5, intake.write(Channels.newChannel(new ByteArrayInputStream(bytes, MIB, MIB + 5))));
            assertEquals(Digest.sha256(Sha256.of(bytes)), intake.seal().sha256());
        }
    }

    @Test
    void a_sender_that_breaks_off_leaves_the_intake_usable() throws Exception {
        var bytes = Bytes.random(1, MIB + 100);
        var sent = new ByteArrayInputStream(bytes, 0, MIB + 50);
        var broken = new SequenceInputStream(sent, new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the sender is gone");
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                return read();
            }
        });
        try (var intake = vault().begin(UUID.randomUUID(), bytes.length)) {
            assertThrows(IOException.class, () -> intake.write(Channels.newChannel(broken)));
            var offset = (int) intake.offset();
            assertTrue(offset <= MIB + 50, "offset " + offset);
            intake.write(ByteBuffer.wrap(bytes, offset, bytes.length - offset));
            assertEquals(Digest.sha256(Sha256.of(bytes)), intake.seal().sha256());
        }
    }

    @Test
    void what_was_synced_is_resumed() throws Exception {
        var id = UUID.randomUUID();
        var bytes = Bytes.random(1, 3 * MIB + 500);
        try (var intake = vault().begin(id, bytes.length)) {
            intake.write(ByteBuffer.wrap(bytes, 0, 2 * MIB + 100));
            intake.sync();
            assertEquals(0, intake.bytesReadBack());
        }
        assertEquals(Set.of(id), vault().unfinished());
        assertEquals(List.of(), list());
        try (var intake = vault().resume(id).orElseThrow()) {
            assertEquals(2 * MIB + 100, intake.offset());
            assertEquals(2 * MIB + 100, intake.bytesReadBack());
            assertEquals(bytes.length, intake.limitBytes());
            intake.write(ByteBuffer.wrap(bytes, 2 * MIB + 100, MIB + 400));
            assertEquals(Digest.sha256(Sha256.of(bytes)), intake.seal().sha256());
        }
        assertEquals(Optional.empty(), vault().resume(id));
    }

    @Test
    void what_was_marked_but_never_synced_does_not_come_back() throws Exception {
        var id = UUID.randomUUID();
        try (var intake = vault().begin(id, NO_LIMIT)) {
            intake.write(ByteBuffer.wrap(Bytes.random(1, 100)));
            intake.sync();
            intake.mark();
            intake.write(ByteBuffer.wrap(Bytes.random(2, 3 * MIB)));
        }
        try (var intake = vault().resume(id).orElseThrow()) {
            assertEquals(100, intake.offset());
        }
    }

    @Test
    void a_sealed_intake_leaves_a_note_until_it_is_settled() throws Exception {
        var id = UUID.randomUUID();
        Sealed sealed;
        try (var intake = vault().begin(id, 5)) {
            assertEquals(Optional.empty(), vault().sealed(id));
            intake.write(ByteBuffer.wrap(Bytes.random(1, 5)));
            sealed = intake.seal();
        }
        assertEquals(Optional.of(sealed), vault().sealed(id));
        assertEquals(Set.of(id), vault().unfinished());
        assertThrows(FileAlreadyExistsException.class, () -> vault().begin(id, 5));
        vault().abandon(id);
        assertEquals(Optional.empty(), vault().sealed(id));
        assertEquals(Set.of(), vault().unfinished());
        assertEquals(List.of(sealed.sha256()), list());
    }

    @Test
    void an_abandoned_intake_is_gone() throws Exception {
        var id = UUID.randomUUID();
        try (var intake = vault().begin(id, 5)) {
            intake.write(ByteBuffer.wrap(new byte[5]));
            intake.sync();
            assertThrows(IntakeBusy.class, () -> vault().abandon(id));
        }
        vault().abandon(id);
        vault().abandon(id);
        assertEquals(Set.of(), vault().unfinished());
        assertEquals(Optional.empty(), vault().resume(id));
        vault().begin(id, 5).close();
    }

    @Test
    void an_intake_has_one_writer() throws Exception {
        var id = UUID.randomUUID();
        try (var intake = vault().begin(id, 5)) {
            assertThrows(IntakeBusy.class, () -> vault().begin(id, 5));
            assertThrows(IntakeBusy.class, () -> vault().resume(id));
            assertEquals(0, intake.offset());
        }
        try (var again = vault().resume(id).orElseThrow()) {
            assertEquals(0, again.offset());
        }
    }

    @Test
    void a_closed_intake_refuses() throws Exception {
        var intake = vault().begin(UUID.randomUUID(), 5);
        intake.close();
        intake.close();
        assertThrows(IllegalStateException.class, () -> intake.write(ByteBuffer.wrap(new byte[1])));
        assertThrows(IllegalStateException.class, intake::sync);
        assertThrows(IllegalStateException.class, intake::seal);
    }

    @Test
    void a_flipped_bit_is_found_by_each_algorithm_and_located() throws Exception {
        var sha256 = put(Bytes.random(1, 3 * MIB + 9)).sha256();
        flip(sha256, 8L * (2 * MIB + 77) + 3);
        var whole = assertInstanceOf(Fixity.Failed.class, vault().check(sha256, Set.of(Algorithm.SHA256)));
        assertEquals(Fixity.What.SHA256, whole.what());
        var failed = assertInstanceOf(Fixity.Failed.class, vault().check(sha256, Set.of(Algorithm.SM3_TREE)));
        assertEquals(Fixity.What.SM3_TREE, failed.what());
        assertTrue(failed.found().endsWith("(MiB 2)"), failed.found());
        assertThrows(DamagedObject.class, () -> vault().prove(sha256, 2 * MIB, 2 * MIB + 1));
    }

    @Test
    void what_cannot_be_checked_is_not_passed() throws Exception {
        var sealed = put(Bytes.random(1, 5));
        assertInstanceOf(Fixity.NotPerformed.class, vault().check(sealed.sha256(), Set.of()));
        assertInstanceOf(Fixity.NotPerformed.class, vault().check(sealed.sha256(), Set.of(Algorithm.SM3)));
        var unknown = Digest.sha256(new byte[32]);
        assertEquals(Fixity.What.MISSING, assertInstanceOf(Fixity.Failed.class, vault().check(unknown, BOTH)).what());
        assertEquals(Optional.empty(), vault().find(unknown));
        assertThrows(NoSuchFileException.class, () -> vault().open(unknown));
        assertThrows(NoSuchFileException.class, () -> vault().prove(unknown, 0, 1));
    }

    @Test
    void a_whole_store_is_checked() throws Exception {
        var sealed = new ArrayList<Sealed>();
        for (var i = 0; i < 12; i++) sealed.add(put(Bytes.random(i, 1000 * i)));
        flip(sealed.get(3).sha256(), 17);
        var seen = new HashSet<Digest>();
        var summary = FixityRun.over(vault(), BOTH, 3, Pace.unlimited(), (sha256, fixity, _) -> {
            assertTrue(seen.add(sha256));
            assertEquals(sha256.equals(sealed.get(3).sha256()), fixity instanceof Fixity.Failed);
        });
        assertEquals(new FixityRun.Summary(11, 1, 0, 63_000), summary);
        assertEquals(12, seen.size());
    }

    @Test
    void a_check_keeps_its_pace() throws Exception {
        var sha256 = put(Bytes.random(1, 4 * MIB)).sha256();
        var start = System.nanoTime();
        vault().check(sha256, Set.of(Algorithm.SHA256), Pace.bytesPerSecond(8L * MIB));
        assertTrue(System.nanoTime() - start > 250_000_000L, "4 MiB at 8 MiB/s take more than a quarter of a second");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 65_536, 65_537, MIB, MIB + 1, 3 * MIB + 70_000, 5 * MIB})
    void a_range_is_proven_to_a_stranger(int size) throws Exception {
        var bytes = Bytes.random(size, size);
        var sealed = put(bytes);
        var dice = new SplittableRandom(size);
        for (var turn = 0; turn < 20; turn++) {
            var from = dice.nextInt(size);
            var to = from + 1 + dice.nextInt(turn % 2 == 0 ? size - from : Math.min(size - from, 100_000));
            var proof = vault().prove(sealed.sha256(), from, to);
            assertTrue(proof.fromByte() <= from && proof.toByte() >= to);
            var leaves = Arrays.copyOfRange(bytes, (int) proof.fromByte(), (int) proof.toByte());
            assertTrue(verifies(sealed, proof, leaves), from + " to " + to);

            var wrong = leaves.clone();
            wrong[dice.nextInt(wrong.length)] ^= (byte) (1 << dice.nextInt(8));
            assertFalse(verifies(sealed, proof, wrong));
            assertFalse(verifies(sealed, proof, Arrays.copyOf(leaves, leaves.length - 1)));
            assertFalse(verifies(sealed, proof, Arrays.copyOf(leaves, leaves.length + 1)));
            var otherRoot = Digest.of(Algorithm.SM3_TREE, new byte[32]);
            assertFalse(RangeProof.verify(otherRoot, size, proof, new ByteArrayInputStream(leaves)));
            assertFalse(RangeProof.verify(sealed.sm3Tree(), size + 1, proof, new ByteArrayInputStream(leaves)));
            for (var i = 0; i < proof.siblings().size(); i++) {
                var siblings = new ArrayList<>(proof.siblings());
                siblings.remove(i);
                assertFalse(verifies(sealed, new RangeProof(size, proof.fromLeaf(), proof.toLeaf(), siblings), leaves));
            }
        }
        assertThrows(IllegalArgumentException.class, () -> vault().prove(sealed.sha256(), 0, size + 1));
        assertThrows(IllegalArgumentException.class, () -> vault().prove(sealed.sha256(), 0, 0));
    }

    private static boolean verifies(Sealed sealed, RangeProof proof, byte[] leaves) throws IOException {
        return RangeProof.verify(sealed.sm3Tree(), sealed.sizeBytes(), proof, new ByteArrayInputStream(leaves));
    }
}
