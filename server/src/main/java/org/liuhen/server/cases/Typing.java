package org.liuhen.server.cases;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.server.database.AgencyRows;
import org.liuhen.server.http.Problem;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What people are typing and have not saved, so that nothing typed is lost: each person's own, and no record. */
@Component
class Typing {

    /** The most that is kept of one document, in bytes. */
    static final int BYTES_MAX = 1024 * 1024;

    private static final int DOCUMENTS_MAX = 200;
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private final AgencyRows rows;
    private final JsonMapper json;
    private final InstantSource clock;

    Typing(AgencyRows rows, JsonMapper json, InstantSource clock) {
        this.rows = rows;
        this.json = json;
        this.clock = clock;
    }

    /** What was kept, and when. */
    record Kept(Map<String, Object> content, Instant savedAt) {}

    /** Keeps it instead of what was kept before; of many documents, the latest. @throws Problem if it is no JSON object */
    void put(String agency, UUID person, UUID document, byte[] content) {
        parsed(content);
        rows.of(agency, jdbc -> {
            jdbc.sql("""
                    insert into case_typing (agency, person, document, saved_at, content)
                    values (:agency, :person, :document, :now, :content)
                    on conflict (agency, person, document) do update set saved_at = excluded.saved_at, content = excluded.content
                    """).param("agency", agency).param("person", person).param("document", document)
                    .param("now", Timestamp.from(clock.instant())).param("content", content).update();
            return jdbc.sql("""
                    delete from case_typing where agency = :agency and person = :person and document in (
                        select document from case_typing where agency = :agency and person = :person order by saved_at desc offset :most)
                    """).param("agency", agency).param("person", person).param("most", DOCUMENTS_MAX).update();
        });
    }

    Optional<Kept> get(String agency, UUID person, UUID document) {
        return rows.of(agency, jdbc -> jdbc.sql("""
                select saved_at, content from case_typing where agency = :agency and person = :person and document = :document
                """).param("agency", agency).param("person", person).param("document", document)
                .query((row, _) -> new Kept(parsed(row.getBytes("content")), row.getTimestamp("saved_at").toInstant())).optional());
    }

    void delete(String agency, UUID person, UUID document) {
        rows.of(agency, jdbc -> jdbc.sql("delete from case_typing where agency = :agency and person = :person and document = :document")
                .param("agency", agency).param("person", person).param("document", document).update());
    }

    private Map<String, Object> parsed(byte[] content) {
        try {
            return json.readValue(new String(content, UTF_8), FIELDS);
        } catch (JacksonException e) {
            throw Problem.badRequest("body-wrong", "请求的内容无法理解", "The request cannot be understood")
                    .because("body 不是正确的 JSON 对象。", "body is no JSON object.").with("path", "body");
        }
    }
}
