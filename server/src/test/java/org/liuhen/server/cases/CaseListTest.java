package org.liuhen.server.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.liuhen.core.cases.CaseKind;
import org.liuhen.core.cases.DocumentEvent;
import org.liuhen.core.cases.EndGround;
import org.liuhen.core.cases.LifeEvent;
import org.liuhen.core.cases.Origin;
import org.liuhen.core.cases.Party;
import org.liuhen.core.cases.PartyId;
import org.liuhen.core.cases.PartyKind;
import org.liuhen.core.cases.Procedure;
import org.liuhen.core.cases.ProcessEvent;
import org.liuhen.core.cases.Stage;
import org.liuhen.core.findings.FindingEvent;
import org.liuhen.core.findings.RaisedFinding;
import org.liuhen.core.rules.FindingKey;
import org.liuhen.core.rules.Severity;
import org.liuhen.core.values.CaseId;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.DocumentId;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.Officer;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.UnitCode;
import org.liuhen.server.RunningServer;
import org.liuhen.server.database.AgencyRows;
import org.liuhen.server.http.Parameters;
import org.liuhen.server.journal.Recorded;
import org.springframework.util.LinkedMultiValueMap;

/** The list of cases beside its slow twin, which looks at every case. */
class CaseListTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant BEGIN = LocalDate.of(2026, 1, 1).atStartOfDay(ZONE).toInstant();
    private static final String MANY = "CL";
    private static final int MANY_CASES = 10_450;
    private static final String[] ARTICLES = {"SQ-M-21", "SQ-M-12", "SQ-I-22"};
    private static final List<CaseKind> KINDS = List.of(CaseKind.PENALTY, CaseKind.LICENCE, CaseKind.INSPECTION);
    private static final List<Stage> STAGES = List.of(Stage.values());
    private static final String[] PEOPLE = {"张伟", "王芳", "李秀兰", "赵强", "Ann_Lee"};
    private static final String[] WORDS = {"食品", "百货", "医疗器械", "50%", "a_b", "!", "Ärzte", "𠮷野家"};

    private static RunningServer server;
    private static final List<Known> ALL = new ArrayList<>();

    /** What is expected of a case. */
    private record Known(UUID id, String agency, String kind, String unit, String stage, String status, Set<UUID> handlers, Set<String> articles,
            Instant openedAt, Instant changedAt, String words) {
        LocalDate openedOn() {
            return LocalDate.ofInstant(openedAt, ZONE);
        }
    }

    @BeforeAll
    static void fill() {
        server = RunningServer.fresh();
        var random = new SplittableRandom(20_261_121);
        var events = new ArrayList<Recorded>();
        for (var i = 0; i < 400; i++) ALL.add(made(random, i % 8 == 7 ? "LX" : "SQ", events));
        var tables = server.bean(CaseTables.class);
        server.bean(AgencyRows.class).<Integer>ofAll(jdbc -> {
            for (var from = 0; from < events.size(); from += 700) tables.applyAll(events.subList(from, Math.min(events.size(), from + 700)), jdbc);
            jdbc.sql("""
                    insert into case_file (id, agency, version, kind, procedure, origin, subject, unit, status, stage, opened_at, changed_at, words)
                    select cast(lpad(to_hex(n), 32, '0') as uuid), :agency, 1, case when n % 1000 = 0 then 'licence' else 'penalty' end, 'ordinary',
                        'exOfficio', '', 'zf' || n % 3, 'running', 'initiation', now(), now() + n * interval '1 second', '管理规定案 ' || n
                    from generate_series(1, :cases) n
                    """).param("agency", MANY).param("cases", MANY_CASES).update();
            return jdbc.sql("insert into case_words select id, agency, words from case_file where agency = :agency").param("agency", MANY).update();
        });
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Known made(SplittableRandom random, String agency, List<Recorded> events) {
        var id = new UUID(random.nextLong(), random.nextLong());
        var officers = random.ints(2, 0, PEOPLE.length).distinct().mapToObj(CaseListTest::officer).toList();
        var kind = KINDS.get(random.nextInt(KINDS.size()));
        var stage = STAGES.get(random.nextInt(STAGES.size()));
        var openedAt = BEGIN.plusSeconds(random.nextInt(60 * 48) * 1800L); // also at midnight
        var subject = "涉嫌违反" + WORDS[random.nextInt(WORDS.length)] + "管理规定案";
        var party = "城东路" + PEOPLE[random.nextInt(PEOPLE.length)] + WORDS[random.nextInt(WORDS.length)] + "经营部";
        var number = "双市监立〔2026〕" + random.nextInt(300);
        var unit = "zf" + random.nextInt(3);
        var facts = new ArrayList<Event>();
        facts.add(new LifeEvent.CaseOpened(new CaseId(id), kind, Procedure.ORDINARY, Origin.EX_OFFICIO, subject, new UnitCode(unit), officers,
                Optional.empty(), Optional.empty(), openedAt, Digest.sha256(new byte[32])));
        facts.add(new ProcessEvent.StageEntered(stage, LocalDate.EPOCH));
        var articles = new HashSet<String>();
        for (var i = random.nextInt(4); i > 0; i--) {
            var key = new FindingKey("duty" + i, "subject", "");
            var article = ARTICLES[random.nextInt(ARTICLES.length)];
            facts.add(new FindingEvent.FindingRaised(new RaisedFinding(key, article, Severity.ALERT, "profile")));
            if (random.nextBoolean()) facts.add(new FindingEvent.FindingCleared(key));
            else articles.add(article);
        }
        facts.add(new LifeEvent.PartyNamed(new Party(new PartyId(id), PartyKind.COMPANY, party, Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty())));
        facts.add(new DocumentEvent.DocumentNumbered(new DocumentId(id), number));
        var status = List.of("running", "suspended", "ended").get(random.nextInt(3));
        if (status.equals("suspended")) facts.add(new LifeEvent.CaseSuspended("", LocalDate.EPOCH));
        if (status.equals("ended")) facts.add(new LifeEvent.CaseEnded(EndGround.PERFORMED, Optional.empty(), LocalDate.EPOCH));
        var changedAt = BEGIN.plusSeconds(random.nextInt(50)); // many at the same moment
        for (var i = 0; i < facts.size(); i++) {
            events.add(new Recorded(events.size() + 1L, agency, id, i + 1L, changedAt, "", facts.get(i), Optional.empty()));
        }
        var names = String.join("、", officers.stream().map(Officer::name).toList());
        return new Known(id, agency, kind.word(), unit, stage.word(), status, Set.copyOf(officers.stream().map(one -> one.id().value()).toList()),
                articles, openedAt, changedAt, String.join(" ", subject, names, party, number).toLowerCase(Locale.ROOT));
    }

    private static Officer officer(int number) {
        return new Officer(new PersonId(new UUID(0x4000, Long.MIN_VALUE | number)), PEOPLE[number], "12-" + number, LocalDate.EPOCH, LocalDate.EPOCH,
                new UnitCode("zf1"));
    }

    /** Every way to ask, alone and with others. */
    @Test
    void the_list_is_what_its_twin_finds() {
        var random = new SplittableRandom(7);
        var found = 0;
        for (var i = 0; i < 3_000; i++) {
            var asked = asked(random);
            found += compare(asked).isEmpty() ? 0 : 1;
        }
        assertTrue(found > 1_000, "most questions found nothing: " + found);
    }

    /** Laid out anew at the end of a rebuild, the rows are the same. */
    @Test
    void a_rebuild_keeps_the_rows() {
        server.bean(AgencyRows.class).<Integer>ofAll(jdbc -> {
            var before = jdbc.sql("select cast(f as text) || cast(w as text) from case_file f join case_words w on case_id = id order by id")
                    .query(String.class).list();
            server.bean(CaseTables.class).rebuilt(jdbc);
            assertEquals(before, jdbc.sql("select cast(f as text) || cast(w as text) from case_file f join case_words w on case_id = id order by id")
                    .query(String.class).list());
            return before.size();
        });
    }

    /** More than are counted. */
    @Test
    void many_are_counted_up_to_the_limit_and_paged_beyond_it() {
        for (var asked : List.<Map<String, String>>of(Map.of(), Map.of("q", "管理规定"), Map.of("q", "案"))) {
            assertEquals(IntStream.rangeClosed(MANY_CASES - 49, MANY_CASES).mapToObj(CaseListTest::numbered).toList().reversed(), many(asked, 10_000));
            var last = new LinkedHashMap<>(asked);
            last.putAll(Map.of("page", "52", "size", "200", "order", "asc"));
            assertEquals(IntStream.rangeClosed(10_401, MANY_CASES).mapToObj(CaseListTest::numbered).toList(), many(last, 10_000));
        }
        assertEquals(10, many(Map.of("q", "管理规定", "kind", "licence"), 10).size());
        assertEquals(10, many(Map.of("kind", "licence", "order", "asc"), 10).size());
        assertEquals(List.of(numbered(3000)), many(Map.of("q", "规定案 3000", "kind", "licence"), 1));
        assertEquals(List.of(), many(Map.of("q", "管理规定", "kind", "inspection"), 0));
        assertEquals(List.of(), many(Map.of("q", "规定管理"), 0));
        assertEquals(List.of(), many(Map.of("q", "管理规定", "handler", new UUID(1, 1).toString()), 0));
        assertEquals(List.of(), many(Map.of("q", "涉嫌违反"), 0)); // that say only the cases of others
    }

    private static List<UUID> many(Map<String, String> asked, int total) {
        var page = page(MANY, asked);
        assertEquals(total, page.total(), asked.toString());
        return page.items().stream().map(CaseList.Row::id).toList();
    }

    private static UUID numbered(int number) {
        return new UUID(0, number);
    }

    private static Map<String, String> asked(SplittableRandom random) {
        var asked = new LinkedHashMap<String, String>();
        put(random, asked, 4, "kind", KINDS.get(random.nextInt(KINDS.size())).word());
        put(random, asked, 4, "unit", "zf" + random.nextInt(3));
        put(random, asked, 5, "stage", STAGES.get(random.nextInt(STAGES.size())).word());
        put(random, asked, 3, "state", List.of("running", "suspended", "ended", "findings").get(random.nextInt(4)));
        put(random, asked, 3, "handler", new UUID(0x4000, Long.MIN_VALUE | random.nextInt(PEOPLE.length + 1)).toString());
        put(random, asked, 3, "article", ARTICLES[random.nextInt(ARTICLES.length)]);
        put(random, asked, 4, "from", LocalDate.of(2026, 1, 1).plusDays(random.nextInt(60)).toString());
        put(random, asked, 4, "to", LocalDate.of(2026, 1, 1).plusDays(random.nextInt(60)).toString());
        put(random, asked, 2, "q", searched(random));
        put(random, asked, 2, "sort", random.nextBoolean() ? "openedAt" : "changedAt");
        put(random, asked, 2, "order", random.nextBoolean() ? "asc" : "desc");
        put(random, asked, 3, "page", Integer.toString(random.nextInt(4)));
        put(random, asked, 2, "size", Integer.toString(1 + random.nextInt(60)));
        return asked;
    }

    private static void put(SplittableRandom random, Map<String, String> asked, int in, String name, String value) {
        if (random.nextInt(in) == 0) asked.put(name, value);
    }

    /** A piece of what some case says, or what none says. */
    private static String searched(SplittableRandom random) {
        if (random.nextInt(10) == 0) return List.of("没有这家单位", "%", "__", "规定管理", "' or 1=1 --").get(random.nextInt(5));
        var words = ALL.get(random.nextInt(ALL.size())).words();
        var length = words.codePointCount(0, words.length());
        var from = random.nextInt(length - 1);
        var to = from + 1 + random.nextInt(Math.min(length - from, 8));
        var piece = words.substring(words.offsetByCodePoints(0, from), words.offsetByCodePoints(0, to));
        return random.nextBoolean() ? piece : piece.toUpperCase(Locale.ROOT);
    }

    private static List<UUID> compare(Map<String, String> asked) {
        Comparator<Known> order = Comparator.comparing(one -> asked.getOrDefault("sort", "changedAt").equals("openedAt") ? one.openedAt() : one.changedAt());
        order = order.thenComparing(one -> one.id().toString());
        if (asked.getOrDefault("order", "desc").equals("desc")) order = order.reversed();
        var expected = ALL.stream().filter(one -> one.agency().equals("SQ")).filter(meant(asked)).sorted(order).map(Known::id).toList();
        var size = Integer.parseInt(asked.getOrDefault("size", "50"));
        var page = page("SQ", asked);
        assertEquals(expected.size(), page.total(), asked.toString());
        assertEquals(expected.stream().skip((long) size * Integer.parseInt(asked.getOrDefault("page", "0"))).limit(size).toList(),
                page.items().stream().map(CaseList.Row::id).toList(), asked.toString());
        return expected;
    }

    private static Predicate<Known> meant(Map<String, String> asked) {
        return one -> asked.entrySet().stream().allMatch(condition -> {
            var value = condition.getValue();
            return switch (condition.getKey()) {
                case "kind" -> one.kind().equals(value);
                case "unit" -> one.unit().equals(value);
                case "stage" -> one.stage().equals(value);
                case "state" -> value.equals("findings") ? !one.articles().isEmpty() : one.status().equals(value);
                case "handler" -> one.handlers().contains(UUID.fromString(value));
                case "article" -> one.articles().contains(value);
                case "from" -> !one.openedOn().isBefore(LocalDate.parse(value));
                case "to" -> !one.openedOn().isAfter(LocalDate.parse(value));
                case "q" -> one.words().contains(value.strip().toLowerCase(Locale.ROOT));
                default -> true; // how they are shown
            };
        });
    }

    private static CaseList.Page page(String agency, Map<String, String> asked) {
        var values = new LinkedMultiValueMap<String, String>();
        asked.forEach(values::add);
        return server.bean(CaseList.class).page(agency, CaseQuery.of(agency, new Parameters(values)));
    }
}
