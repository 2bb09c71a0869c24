package org.liuhen.server.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.formats.law.ArticleRegister;
import org.liuhen.formats.law.RegisteredArticle;
import org.liuhen.server.RunningServer;

/** Every row of the register is reached in the law browser, with its worked cases and how it stands; findings come by their time. */
class LawBrowserTest {

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.fresh();
        for (var agency : new String[] {"SQ", "CL"}) {
            CaseDesk.adopt(server, agency, "{by: %s.personincharge, activation: 2024-01-01, from: 2024-01-01}".formatted(agency.toLowerCase(Locale.ROOT)));
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SQ", "CL"})
    void every_row_is_listed_and_opens(String agency) throws Exception {
        var officer = server.person(agency.toLowerCase(Locale.ROOT) + ".officer");
        var law = officer.json("/api/law");
        var listed = new ArrayList<String>();
        for (var text : law.get("texts")) for (var article : text.get("articles")) listed.add(article.get("id").asString());
        var register = ArticleRegister.shipped().of(new AgencyCode(agency)).stream().flatMap(text -> text.articles().stream()).toList();
        assertEquals(register.stream().map(row -> row.id().value()).toList(), listed);
        for (RegisteredArticle row : register) {
            var card = officer.json("/api/law/articles/" + row.id());
            assertEquals(card.get("article").get("cases").asInt(), card.get("cases").size(), row.id().value());
            assertEquals(row.noCase().isPresent(), card.has("noCase"), row.id().value());
        }
        var national = new TreeSet<String>();
        for (var limit : law.get("national")) limit.get("articles").forEach(article -> national.add(article.asString()));
        assertTrue(national.contains("CN-penalty-60") && national.contains("CN-licence-42"), national.toString());
        for (var article : national) {
            var card = officer.json("/api/law/articles/" + article);
            assertFalse(card.get("cases").isEmpty(), article);
            assertFalse(card.get("article").get("keys").isEmpty(), article);
        }
        assertEquals("[\"PenaltyDecidedInTime\"]", officer.json("/api/law/articles/CN-penalty-60").get("article").get("rules").toString());
        assertEquals(404, officer.get("/api/law/articles/" + (agency.equals("SQ") ? "CL-9" : "SQ-M-21")).statusCode(), "another agency's");
    }

    @Test
    void findings_come_by_their_time_and_an_administrator_sees_articles_without_cases() throws Exception {
        var desk = CaseDesk.of(server, "SQ");
        desk.done(desk.officer, "open-case", desk.opening("逾期未作出决定案", CaseDesk.at(200, 9)));
        var later = CaseDesk.opened(server);
        var findings = desk.officer.json("/api/findings").get("items");
        var mine = findings.valueStream().filter(row -> row.get("caseId").asString().equals(desk.id)).toList();
        assertFalse(mine.isEmpty(), findings.toString());
        var late = mine.stream().filter(row -> row.get("article").asString().equals("CN-penalty-60")).findFirst().orElseThrow();
        assertTrue(Instant.parse(late.get("due").asString()).isBefore(Instant.now()), late.toString());
        var dues = findings.valueStream().filter(row -> row.has("due")).map(row -> Instant.parse(row.get("due").asString())).toList();
        assertEquals(dues.stream().sorted().toList(), dues);
        assertTrue(findings.valueStream().limit(dues.size()).allMatch(row -> row.has("due")), "what has a time stands first");
        var next = later.view(later.officer).get("nextChangeAt").asString();
        assertTrue(Instant.parse(next).isAfter(Instant.now()), next);

        var card = desk.officer.json("/api/law/articles/CN-penalty-60");
        assertEquals(1, card.get("findings").size(), card.toString());
        assertEquals(1, card.get("article").get("findings").asInt());
        assertEquals(0, server.person("sq.systemadministrator").json("/api/law/articles/CN-penalty-60").get("findings").size());
    }
}
