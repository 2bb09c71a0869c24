package org.liuhen.formats.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.formats.Hostile;
import org.liuhen.formats.Malformed;

class LeafTest {

    private static final byte[] SALT = new byte[Payload.SALT_BYTES];
    private static final byte[] PAYLOAD = "abc".getBytes(UTF_8);
    private static final Leaf LEAF = Leaf.over(
            new AgencyCode("SQ"),
            UUID.fromString("00000000-0000-4000-8000-00000000000a"),
            1,
            "RecordingHandedIn",
            Instant.parse("2026-03-02T07:04:00.0009Z"),
            SALT,
            PAYLOAD);

    @Test
    void a_leaf_is_written_as_docs_formats_says() {
        // both digests over 32 zero bytes and "abc", by sha256sum and openssl dgst -sm3
        assertEquals(
                "{\"agency\":\"SQ\",\"format\":\"liuhen-leaf-v1\",\"payload\":{\"sha256\":\"365aa7d8f7f9402c4b9434502b4cc89ddb09fe50d7cd95b493b834c62d5a5370\",\"sm3\":\"454ad3b7cebd18f2879d672612b4a8e8403584a6d66685009b198429b6819514\"},"
                        + "\"recordedAt\":\"2026-03-02T07:04:00.000Z\",\"stream\":\"00000000-0000-4000-8000-00000000000a\","
                        + "\"type\":\"RecordingHandedIn\",\"typeVersion\":1,\"version\":1}",
                new String(LEAF.write(), UTF_8));
        assertEquals(LEAF, Leaf.read(LEAF.write()));
    }

    @Test
    void a_leaf_commits_to_salt_and_payload() {
        assertTrue(LEAF.commitsTo(SALT, PAYLOAD));
        var otherSalt = SALT.clone();
        otherSalt[31] = 1;
        assertFalse(LEAF.commitsTo(otherSalt, PAYLOAD));
        assertFalse(LEAF.commitsTo(SALT, "abd".getBytes(UTF_8)));
        assertFalse(LEAF.commitsTo(new byte[31], PAYLOAD));
        assertFalse(LEAF.commitsTo(new byte[33], PAYLOAD));
    }

    @Test
    void every_flipped_bit_is_refused_or_another_leaf() {
        Hostile.attack(LEAF.write(), Leaf::read);
    }

    @Test
    void versions_count_from_one_and_a_future_type_is_still_a_leaf() {
        var json = new String(LEAF.write(), UTF_8);
        assertThrows(Malformed.class, () -> Leaf.read(json.replace("\"version\":1", "\"version\":0").getBytes(UTF_8)));
        assertThrows(Malformed.class, () -> Leaf.read(json.replace("leaf-v1", "leaf-v2").getBytes(UTF_8)));
        assertEquals("CaseOpened", Leaf.read(json.replace("RecordingHandedIn", "CaseOpened").getBytes(UTF_8)).type());
    }
}
