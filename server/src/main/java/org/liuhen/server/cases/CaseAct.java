package org.liuhen.server.cases;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.values.Actor;
import org.liuhen.server.http.Problem;

/**
 * One request to act on a case: who asks, where, by which key, and which version the client saw.
 *
 * @param id of the case
 * @param key carried out once; the client's, or a fresh one
 */
record CaseAct(String agency, Actor actor, UUID id, UUID key, Optional<Long> seen) {

    /** Of the headers as they came. @throws Problem if the version cannot be read */
    static CaseAct of(String agency, Actor actor, UUID id, @Nullable UUID key, @Nullable String ifMatch) {
        return new CaseAct(agency, actor, id, key == null ? UUID.randomUUID() : key, Optional.ofNullable(ifMatch).map(CaseAct::version));
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
        return streams.handle(agency, id, key, actor, seen, plan);
    }
}
