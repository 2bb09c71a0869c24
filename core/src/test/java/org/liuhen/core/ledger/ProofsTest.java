package org.liuhen.core.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The arithmetic against a twin that is slow and obvious: the recursive definitions of RFC 6962, section 2.1, word for word. */
class ProofsTest {

    private static final NodeHash HASH = NodeHash.SHA256;

    private static List<byte[]> leaves(int count) {
        var leaves = new ArrayList<byte[]>();
        for (var i = 0; i < count; i++) {
            leaves.add(("leaf " + i).getBytes(UTF_8));
        }
        return leaves;
    }

    /** MTH of RFC 6962. */
    private static byte[] twinRoot(List<byte[]> leaves) {
        if (leaves.isEmpty()) return HASH.empty();
        if (leaves.size() == 1) return HASH.leaf(leaves.getFirst());
        var split = twinSplit(leaves.size());
        return HASH.node(twinRoot(leaves.subList(0, split)), twinRoot(leaves.subList(split, leaves.size())));
    }

    /** The largest power of two smaller than n. */
    private static int twinSplit(int n) {
        var split = 1;
        while (split * 2 < n) split *= 2;
        return split;
    }

    /** PATH(m, D[n]) of RFC 6962. */
    private static List<byte[]> twinPath(int m, List<byte[]> leaves) {
        if (leaves.size() == 1) return List.of();
        var split = twinSplit(leaves.size());
        var left = leaves.subList(0, split);
        var right = leaves.subList(split, leaves.size());
        var path = new ArrayList<>(m < split ? twinPath(m, left) : twinPath(m - split, right));
        path.add(twinRoot(m < split ? right : left));
        return path;
    }

    private static Nodes nodesOf(List<byte[]> leaves) {
        return (level, index) -> twinRoot(leaves.subList((int) (index << level), (int) ((index + 1) << level)));
    }

    @Test
    void the_known_answers_of_certificate_transparency() {
        var hex = HexFormat.of(); // test vectors of RFC 6962's reference tree, as in its public test data
        var inputs = List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
        var frontier = Frontier.empty(HASH);
        for (var input : inputs) {
            frontier = frontier.append(HASH.leaf(hex.parseHex(input)));
        }
        assertEquals("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328", hex.formatHex(frontier.root()));
        assertEquals(
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", hex.formatHex(Frontier.empty(HASH).root()));
    }

    @Test
    void every_leaf_of_every_small_tree_is_proven_and_no_other() {
        for (var size = 1; size <= 40; size++) {
            var leaves = leaves(size);
            var root = twinRoot(leaves);
            for (var i = 0; i < size; i++) {
                var path = Proofs.inclusion(HASH, nodesOf(leaves), i, size);
                assertPathEquals(twinPath(i, leaves), path);
                assertTrue(Proofs.included(HASH, HASH.leaf(leaves.get(i)), i, size, path, root));
                assertFalse(Proofs.included(HASH, HASH.leaf(leaves.get(i)), (i + 1) % (size + 1), size, path, root));
                assertFalse(Proofs.included(HASH, HASH.leaf("other".getBytes(UTF_8)), i, size, path, root));
            }
        }
    }

    @Test
    void a_frontier_has_the_root_of_the_tree_at_every_size() {
        var frontier = Frontier.empty(HASH);
        for (var size = 0; size <= 70; size++) {
            assertArrayEquals(twinRoot(leaves(size)), frontier.root(), "size " + size);
            frontier = frontier.append(HASH.leaf(("leaf " + size).getBytes(UTF_8)));
        }
    }

    @Test
    void every_small_tree_is_consistent_with_its_past() {
        for (var newer = 1; newer <= 33; newer++) {
            var all = leaves(newer);
            for (var older = 1; older <= newer; older++) {
                var proof = Proofs.consistency(HASH, nodesOf(all), older, newer);
                var oldRoot = twinRoot(all.subList(0, older));
                assertTrue(Proofs.consistent(HASH, older, newer, oldRoot, twinRoot(all), proof), older + " of " + newer);
                if (older < newer) {
                    assertFalse(Proofs.consistent(HASH, older, newer, HASH.leaf(oldRoot), twinRoot(all), proof));
                    assertFalse(Proofs.consistent(HASH, older, newer, oldRoot, HASH.leaf(oldRoot), proof));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void a_bit_changed_anywhere_in_a_proof_is_seen(long seed) {
        var dice = new SplittableRandom(seed);
        var size = dice.nextInt(2, 60);
        var index = dice.nextInt(size);
        var leaves = leaves(size);
        var path = Proofs.inclusion(HASH, nodesOf(leaves), index, size);
        for (var node : path) {
            for (var bit = 0; bit < 256; bit++) {
                node[bit / 8] ^= (byte) (1 << (bit % 8));
                assertFalse(Proofs.included(HASH, HASH.leaf(leaves.get(index)), index, size, path, twinRoot(leaves)), "seed " + seed);
                node[bit / 8] ^= (byte) (1 << (bit % 8));
            }
        }
        var longer = new ArrayList<>(path);
        longer.add(new byte[32]);
        assertFalse(Proofs.included(HASH, HASH.leaf(leaves.get(index)), index, size, longer, twinRoot(leaves)));
        assertFalse(Proofs.included(HASH, HASH.leaf(leaves.get(index)), index, size, path.subList(1, path.size()), twinRoot(leaves)));
    }

    private static void assertPathEquals(List<byte[]> expected, List<byte[]> actual) {
        assertEquals(expected.stream().map(HexFormat.of()::formatHex).toList(), actual.stream().map(HexFormat.of()::formatHex).toList());
    }
}
