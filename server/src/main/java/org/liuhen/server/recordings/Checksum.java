package org.liuhen.server.recordings;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liuhen.server.http.Problem;

/**
 * What the client says that the bytes of one request hash to: tus header {@code Upload-Checksum}.
 *
 * @param running takes the bytes as they come
 * @param expected what must come out
 */
record Checksum(MessageDigest running, ByteBuffer expected) {

    /** As the server announces them. */
    static final String ALGORITHMS = "sha256,sha1";
    private static final Map<String, String> NAMES = Map.of("sha256", "SHA-256", "sha1", "SHA-1");

    /**
     * Reads the header.
     *
     * @throws Problem if the algorithm is unknown or the value is not base64
     */
    static Optional<Checksum> of(@Nullable String header) {
        if (header == null) return Optional.empty();
        var words = header.strip().split(" +");
        var name = NAMES.get(words[0]);
        if (name == null || words.length != 2) throw unusable(header);
        try {
            return Optional.of(new Checksum(MessageDigest.getInstance(name),
                ByteBuffer.wrap(Base64.getDecoder().decode(words[1]))));
        } catch (IllegalArgumentException e) {
            throw unusable(header);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + name, e);
        }
    }

    /** Whether the bytes so far are the right ones; ends the checksum. */
    boolean matches() {
        return expected.equals(ByteBuffer.wrap(running.digest()));
    }

    private static Problem unusable(String header) {
        return Problem.badRequest("checksum-unusable", "校验和无法使用", "The checksum cannot be used")
            .because("收到：" + header + "。支持的算法：" + ALGORITHMS + "。", "Received: " + header + ". Algorithms: " + ALGORITHMS + ".");
    }
}
