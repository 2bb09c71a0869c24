package org.liuhen.formats.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuhen.core.ledger.Frontier;
import org.liuhen.core.ledger.NodeHash;
import org.liuhen.core.ledger.Nodes;
import org.liuhen.core.ledger.Proofs;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.formats.Hostile;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.events.Leaf;
import org.liuhen.formats.notes.SignedNote;
import org.liuhen.formats.notes.Signer;

class LedgerFormatsTest {

    private static final Signer SIGNER =
            Signer.read("PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
    private static final byte[] SALT = new byte[32];
    private static final byte[] PAYLOAD = "{}".getBytes(UTF_8);
    private static final byte[] LEAF = Leaf.over(
                    new AgencyCode("SQ"), new UUID(0, 1), 1, "RecordingViewed", Instant.EPOCH, SALT, PAYLOAD)
            .write();

    /** A log of five leaves; ours is the fourth. */
    private static TlogProof proof() {
        var hashes = new ArrayList<byte[]>();
        var frontier = Frontier.empty(NodeHash.SHA256);
        for (var i = 0; i < 5; i++) {
            hashes.add(NodeHash.SHA256.leaf(i == 3 ? LEAF : new byte[] {(byte) i}));
            frontier = frontier.append(hashes.getLast());
        }
        Nodes nodes = (level, index) -> twin(hashes.subList((int) (index << level), (int) ((index + 1) << level)));
        var note = SignedNote.sign(Checkpoint.of("PeterNeumann", 5, frontier.root()).text(), List.of(SIGNER));
        return TlogProof.of(3, Proofs.inclusion(NodeHash.SHA256, nodes, 3, 5), note);
    }

    private static byte[] twin(List<byte[]> full) {
        if (full.size() == 1) return full.getFirst();
        var half = full.size() / 2;
        return NodeHash.SHA256.node(twin(full.subList(0, half)), twin(full.subList(half, full.size())));
    }

    @Test
    void trees_hash_to_known_answers() {
        // the published test inputs of Certificate Transparency (RFC 6962): roots over the first n of these eight leaves
        var leaves = List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
        var roots = List.of(
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
        var frontier = Frontier.empty(NodeHash.SHA256);
        assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", HexFormat.of()
                .formatHex(frontier.root()));
        for (var i = 0; i < leaves.size(); i++) {
            frontier = frontier.append(NodeHash.SHA256.leaf(HexFormat.of().parseHex(leaves.get(i))));
            assertEquals(roots.get(i), HexFormat.of().formatHex(frontier.root()), "of " + (i + 1));
        }
    }

    @Test
    void the_example_of_c2sp_is_a_checkpoint() {
        var note = """
                example.com/behind-the-sofa
                20852163
                CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

                \u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
                """;
        var parsed = SignedNote.parse(note.getBytes(UTF_8));
        var checkpoint = Checkpoint.parse(parsed.text());
        assertEquals(new Checkpoint("example.com/behind-the-sofa", 20_852_163, "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="),
                checkpoint);
        assertEquals(parsed.text(), checkpoint.text());
        assertEquals(note, new String(parsed.write(), UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a\n1\n",
                "a\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "a\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "a\n9223372036854775808\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "a\n\u0661\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n",
                "a\n1\nAAAA\n",
                "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=",
                "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\nmore\n"
            })
    void what_is_no_checkpoint_is_refused(String text) {
        assertThrows(Malformed.class, () -> Checkpoint.parse(text));
    }

    @Test
    void a_proof_comes_back_as_it_was_and_includes_its_leaf_only() {
        var proof = proof();
        assertEquals(proof, TlogProof.parse(proof.write()));
        assertTrue(new String(proof.write(), UTF_8).startsWith("c2sp.org/tlog-proof@v1\nindex 3\n"));
        assertTrue(proof.includes(LEAF));
        assertFalse(proof.includes(PAYLOAD));
        Hostile.attack(proof.write(), TlogProof::parse);
    }

    @Test
    void a_receipt_comes_back_as_it_was_with_payload_or_without() {
        var shown = Receipt.of(LEAF, Optional.of(Receipt.Shown.of(SALT, PAYLOAD)), proof());
        var hidden = Receipt.of(LEAF, Optional.empty(), proof());
        assertEquals(shown, Receipt.parse(shown.write()));
        assertEquals(hidden, Receipt.parse(hidden.write()));
        assertArrayEquals(LEAF, shown.leafBytes());
        assertArrayEquals(PAYLOAD, shown.shown().orElseThrow().payloadBytes());
        assertTrue(new String(hidden.write(), UTF_8)
                .matches("(?s)liuhen-receipt v1\nleaf \\S+\n\nc2sp\\.org/tlog-proof@v1\nindex 3\n.*"));
    }

    @Test
    void every_flipped_bit_of_a_receipt_is_refused_or_fails_a_check() {
        var receipt = Receipt.of(LEAF, Optional.of(Receipt.Shown.of(SALT, PAYLOAD)), proof()).write();
        Hostile.attack(receipt, Receipt::parse);
        assertTrue(valid(Receipt.parse(receipt)));
        var refused = 0;
        for (var bit = 0; bit < receipt.length * 8; bit++) {
            var flipped = receipt.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            try {
                assertFalse(valid(Receipt.parse(flipped)), "bit " + bit);
            } catch (Malformed e) {
                refused++; // even earlier
            }
        }
        assertTrue(refused > receipt.length, "refused " + refused);
    }

    private static boolean valid(Receipt receipt) {
        var shown = receipt.shown();
        return receipt.proof().includes(receipt.leafBytes())
                && receipt.proof().checkpoint().open(List.of(SIGNER.verifierKey())).trustworthy()
                && shown.isPresent()
                && Leaf.read(receipt.leafBytes()).commitsTo(shown.get().saltBytes(), shown.get().payloadBytes());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        0,  0,        256, tile/0/000
        0,  999,      256, tile/0/999
        0,  1000,     256, tile/0/x001/000
        0,  1234067,  256, tile/0/x001/x234/067
        0,  1234067,  8,   tile/0/x001/x234/067.p/8
        1,  5,        255, tile/1/005.p/255
        63, 0,        1,   tile/63/000.p/1
        -1, 1234067,  256, tile/entries/x001/x234/067
        -1, 0,        1,   tile/entries/000.p/1
        """)
    void tiles_have_the_paths_of_c2sp(int level, long index, int width, String path) {
        assertEquals(path, new TilePath(level, index, width).path());
        assertEquals(new TilePath(level, index, width), TilePath.parse(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tile/",
                "tile/0/0",
                "tile/0/0000",
                "tile/00/000",
                "tile/64/000",
                "tile/-1/000",
                "tile/0/x000/001",
                "tile/0/001/002",
                "tile/0/x001",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/08",
                "tile/0/000.p/",
                "tile/0/../000",
                "tile/0/000/",
                "/tile/0/000",
                "tile/data/000",
                "tile/0/x999/x999/x999/x999/x999/x999/x999/999",
                "tile/0/\u0660\u0660\u0660"
            })
    void what_is_no_path_of_a_tile_is_refused(String path) {
        assertThrows(Malformed.class, () -> TilePath.parse(path));
    }

    @Test
    void entries_stand_after_their_lengths() {
        var entries = List.of("a".getBytes(UTF_8), new byte[0], new byte[0xFFFF]);
        var bytes = EntryBundle.write(entries);
        assertEquals("000161", HexFormat.of().formatHex(bytes, 0, 3));
        assertEquals("0000ffff", HexFormat.of().formatHex(bytes, 3, 7));
        var read = EntryBundle.read(bytes);
        assertEquals(3, read.size());
        for (var i = 0; i < 3; i++) assertArrayEquals(entries.get(i), read.get(i));
        assertThrows(IllegalArgumentException.class, () -> EntryBundle.write(List.of(new byte[0x10000])));
        assertThrows(IllegalArgumentException.class, () -> EntryBundle.write(Collections.nCopies(257, new byte[0])));
        assertEquals(256, EntryBundle.read(new byte[512]).size());
        assertThrows(Malformed.class, () -> EntryBundle.read(new byte[514]));
        assertThrows(Malformed.class, () -> EntryBundle.read(new byte[] {0}));
        assertThrows(Malformed.class, () -> EntryBundle.read(new byte[] {0, 2, 1}));
        Hostile.attack(
                EntryBundle.write(List.of(LEAF, LEAF)), b -> EntryBundle.read(b).stream().map(HexFormat.of()::formatHex)
                        .toList());
    }
}
