package org.liuhen.server.recordings;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liuhen.server.http.Problem;

/**
 * What the client says of the file in the tus header {@code Upload-Metadata}: names and base64 values, separated by commas. All
 * of it is a claim.
 */
record UploadMetadata(Map<String, byte[]> values) {

    /**
     * Reads the header.
     *
     * @throws Problem if a value is not base64 or a name stands twice
     */
    static UploadMetadata parse(@Nullable String header) {
        var values = new LinkedHashMap<String, byte[]>();
        for (var pair : header == null ? new String[0] : header.split(",")) {
            if (pair.isBlank()) continue;
            var words = pair.strip().split(" +");
            if (words.length > 2 || values.put(words[0], decoded(words)) != null) throw unreadable(words[0]);
        }
        return new UploadMetadata(values);
    }

    private static byte[] decoded(String[] words) {
        try {
            return words.length == 1 ? new byte[0] : Base64.getDecoder().decode(words[1]);
        } catch (IllegalArgumentException e) {
            throw unreadable(words[0]);
        }
    }

    private static Problem unreadable(String name) {
        return Problem.badRequest("metadata-unreadable", "上传说明无法读取", "The metadata of the upload cannot be read")
                .because("Upload-Metadata 中的“" + name + "”不是“名称 base64”的形式，或者出现了两次。",
                        "In Upload-Metadata, \"" + name + "\" is not of the form \"name base64\", or stands there twice.");
    }

    /** The bytes of a value, if it was given and is not empty. */
    Optional<byte[]> bytes(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> value.length > 0);
    }

    /** A value as text; bytes that are not UTF-8 become U+FFFD. */
    Optional<String> text(String name) {
        return bytes(name).map(value -> new String(value, StandardCharsets.UTF_8));
    }
}
