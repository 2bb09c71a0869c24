package org.liuhen.server.cases;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.liuhen.core.values.Digest;
import org.liuhen.server.http.Problem;
import org.liuhen.server.store.Vaults;
import org.liuhen.vault.TooLarge;
import org.springframework.stereotype.Component;

/** Documents, scans and pictures of cases in the vault of their agency, named by their content. */
@Component
class CaseVault {

    /** The largest object of a case, in bytes. */
    static final int BYTES_MAX = 64 * 1024 * 1024;

    private final Vaults vaults;

    CaseVault(Vaults vaults) {
        this.vaults = vaults;
    }

    /** The name that the bytes will have. */
    static Digest name(byte[] bytes) {
        try {
            return Digest.parse("sha256:" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Keeps the bytes for good; what is there already is not written again. Returns once they are durable. */
    void put(String agency, byte[] bytes) throws IOException {
        var vault = vaults.of(agency);
        if (vault.find(name(bytes)).isPresent()) return;
        var intakeId = UUID.randomUUID();
        try (var intake = vault.begin(intakeId, BYTES_MAX)) {
            intake.write(ByteBuffer.wrap(bytes));
            intake.seal();
        } catch (TooLarge e) {
            throw new IOException("an object of more than " + BYTES_MAX + " bytes", e);
        } finally {
            vault.abandon(intakeId);
        }
    }

    /** Keeps what somebody uploaded. @throws Problem if the store failed */
    Digest keep(String agency, byte[] bytes) {
        try {
            put(agency, bytes);
            return name(bytes);
        } catch (IOException e) {
            throw vaults.failure(agency, e);
        }
    }

    /** Whether the agency has that object. */
    boolean has(String agency, Digest digest) {
        try {
            return vaults.of(agency).find(digest).isPresent();
        } catch (IOException e) {
            throw vaults.failure(agency, e);
        }
    }

    /** The bytes. @throws Problem if there are none of that name, or the store failed */
    byte[] get(String agency, Digest digest) {
        try (var channel = vaults.of(agency).open(digest); var in = Channels.newInputStream(channel)) {
            var bytes = new ByteArrayOutputStream();
            in.transferTo(bytes);
            return bytes.toByteArray();
        } catch (NoSuchFileException e) {
            throw Problem.notFound("没有这份文件", "There is no such file");
        } catch (IOException e) {
            throw vaults.failure(agency, e);
        }
    }
}
