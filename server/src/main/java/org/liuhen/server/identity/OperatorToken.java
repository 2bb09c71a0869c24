package org.liuhen.server.identity;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import org.liuhen.server.folder.DataFolder;
import org.liuhen.server.folder.DurableFiles;
import org.springframework.stereotype.Component;

/**
 * The token of whoever runs the installation, in {@code keys/operator.token}: made at the first start, replaced by removing the file and starting again.
 * Good on this machine only, and only for what names {@link org.liuhen.core.values.Role#SYSTEM}.
 */
@Component
class OperatorToken {

    private final byte[] sha256;

    /** @throws IOException if the file cannot be read or made */
    OperatorToken(DataFolder folder) throws IOException {
        var file = folder.keys().resolve("operator.token");
        if (Files.notExists(file)) DurableFiles.writeSecret(file, (Secret.fresh().text() + "\n").getBytes(StandardCharsets.US_ASCII));
        sha256 = new Secret(Files.readString(file).strip()).sha256();
    }

    /** Whether this is it, and comes from this machine. */
    boolean opens(String token, String address) {
        return MessageDigest.isEqual(sha256, new Secret(token).sha256()) && InetAddress.ofLiteral(address).isLoopbackAddress();
    }
}
