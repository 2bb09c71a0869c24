package org.liuhen.server.acts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.Digest;
import org.liuhen.formats.json.CanonicalJson;
import org.liuhen.formats.json.Json;
import org.liuhen.server.http.Problem;

/**
 * One request to act on a stream: who asks, where, by which key, and which version the client saw.
 *
 * @param id of the stream
 * @param key carried out once; the client's, or a fresh one
 * @param request what is asked and by whom, where the key is the client's: the key counts for that only
 */
public record AskedAct(String agency, Actor actor, UUID id, UUID key, Optional<Long> seen, Optional<Digest> request) {

    /** The header of the key. */
    public static final String KEY = "Idempotency-Key";

    /** Of the headers as they came. @throws Problem if the version cannot be read */
    public static AskedAct of(String agency, Actor actor, UUID id, @Nullable UUID key, @Nullable String ifMatch, Asked asked) {
        return new AskedAct(agency, actor, id, key == null ? UUID.randomUUID() : key, Optional.ofNullable(ifMatch).map(AskedAct::version),
                Optional.ofNullable(key).map(_ -> asked.digest(actor, id)));
    }

    /** What is asked: the act, and the digest of what came with it. */
    public record Asked(String act, Digest content) {

        /** An act with a body. */
        public static Asked of(String act, Json.Fields body) {
            return new Asked(act, name(CanonicalJson.write(body)));
        }

        private Digest digest(Actor actor, UUID id) {
            return name(String.join(" ", act, content.toString(), actor.id(), id.toString()).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static long version(String etag) {
        try {
            return Long.parseLong(etag.replace("W/", "").replace("\"", ""));
        } catch (NumberFormatException e) {
            throw Problem.badRequest("if-match-wrong", "If-Match 不正确", "If-Match is wrong")
                    .because("它应是读取时得到的 ETag。", "It is the ETag that came with it.");
        }
    }

    private static Digest name(byte[] bytes) {
        try {
            return Digest.sha256(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
