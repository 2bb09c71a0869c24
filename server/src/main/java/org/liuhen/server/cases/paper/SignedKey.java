package org.liuhen.server.cases.paper;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A private key with its certificate and those above it, the root last. Never printed: the record's own text names the holder only.
 */
record SignedKey(PrivateKey key, List<X509Certificate> chain) {

    SignedKey {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) throw new IllegalArgumentException("a key without certificate");
    }

    X509Certificate certificate() {
        return chain.getFirst();
    }

    X509Certificate root() {
        return chain.getLast();
    }

    @Override
    public String toString() {
        return certificate().getSubjectX500Principal().getName();
    }
}
