package org.liuhen.vault;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.Digest.Algorithm;

class MemoryVaultTest extends VaultContract {

    private final MemoryVault vault = new MemoryVault();

    @Override
    Vault vault() {
        return vault;
    }

    @Override
    void flip(Digest sha256, long bit) throws IOException {
        vault.bytes(sha256)[(int) (bit / 8)] ^= (byte) (1 << (bit % 8));
    }

    /** Here for the sake of time; what compares the bytes is the same for every vault. */
    @Test
    void every_flipped_bit_is_reported() throws Exception {
        var sha256 = put(Bytes.random(1, 65_536)).sha256();
        var dice = new SplittableRandom(1);
        for (var bit = 0; bit < 65_536 * 8; bit++) {
            flip(sha256, bit);
            var one = dice.nextInt(64) == 0 ? BOTH : Set.of(Algorithm.SHA256); // the slow one now and then
            assertInstanceOf(Fixity.Failed.class, vault.check(sha256, one), "bit " + bit);
            flip(sha256, bit);
        }
        assertInstanceOf(Fixity.Passed.class, vault().check(sha256, BOTH));
    }
}
