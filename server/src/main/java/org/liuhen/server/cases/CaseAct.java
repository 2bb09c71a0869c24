package org.liuhen.server.cases;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.Digest;
import org.liuhen.formats.json.CanonicalJson;
import org.liuhen.formats.json.Json;
import org.liuhen.server.http.Problem;

/**
 * One request to act on a case: who asks, where, by which key, and which version the client saw.
 *
 * @param id of the case
 * @param key carried out once; the client's, or a fresh one
 * @param request what is asked and by whom, where the key is the client's: the key counts for that only
 */
record CaseAct(String agency, Actor actor, UUID id, UUID key, Optional<Long> seen, Optional<Digest> request) {

    /** Of the headers as they came. @throws Problem if the version cannot be read */
    static CaseAct of(String agency, Actor actor, UUID id, @Nullable UUID key, @Nullable String ifMatch, Asked asked) {
        return new CaseAct(agency, actor, id, key == null ? UUID.randomUUID() : key, Optional.ofNullable(ifMatch).map(CaseAct::version),
                Optional.ofNullable(key).map(_ -> asked.digest(actor, id)));
    }

    /** What is asked: the act, and the digest of what came with it. */
    record Asked(String act, Digest content) {

        static Asked of(String act, Json.Fields body) {
            return new Asked(act, CaseVault.name(CanonicalJson.write(body)));
        }

        private Digest digest(Actor actor, UUID id) {
            return CaseVault.name(String.join(" ", act, content.toString(), actor.id(), id.toString()).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static long version(String etag) {
        try {
            return Long.parseLong(etag.replace("W/", "").replace("\"", ""));
        } catch (NumberFormatException e) {
            throw Problem.badRequest("if-match-wrong", "If-Match 不正确", "If-Match is wrong")
                    .because("它应是读取案件时得到的 ETag。", "It is the ETag that came with the case.");
        }
    }

    CaseStreams.Outcome carryOut(CaseStreams streams, CasePlan plan) {
        return streams.handle(this, plan);
    }
}
