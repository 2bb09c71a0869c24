package org.liuhen.vault;

import java.io.IOException;
import org.liuhen.core.values.Digest;

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
}
