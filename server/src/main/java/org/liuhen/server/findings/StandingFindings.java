package org.liuhen.server.findings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.values.Role;
import org.liuhen.server.database.AgencyRows;
import org.springframework.stereotype.Component;

/** What stands open over all that has findings: cases, field activities, devices, recordings, regular hand-overs, units, places and special needs. */
@Component
public class StandingFindings {

    /** The most lines of one answer. */
    private static final int MOST = 200;

    private final AgencyRows rows;

    StandingFindings(AgencyRows rows) {
        this.rows = rows;
    }

    /** What a finding is of, and where its page and its dates are. The words of each constant are parts of a query of ours. */
    public enum Kind {
        CASE("case_finding", "case_id", "t.subject, t.subject subject_en, t.number, '/cases/' || t.id link",
                "join case_file t on t.id = f.case_id left join case_clock j on j.case_id = f.case_id",
                "cast(j.dues ->> (f.duty || ' ' || f.subject || ' ' || f.occurrence) as timestamptz)",
                "f.case_id in (select case_id from case_handler where agency = :agency and person = :person)"),
        ACTIVITY("activity_finding", "activity",
                "t.title || ' · ' || t.place subject, t.title_en || ' · ' || t.place subject_en, null number, '/activities/' || t.id link",
                "join activity t on t.id = f.activity left join judgement j on j.stream = f.activity", "cast(null as timestamptz)",
                "f.activity in (select activity from activity_officer where agency = :agency and person = :person)"),
        DEVICE("device_finding", "device", "t.number subject, t.number subject_en, t.number, '/devices/' || t.number link",
                "join device_life t on t.device = f.device left join judgement j on j.stream = f.device", "cast(null as timestamptz)",
                ":person in (t.holder, t.manager)"),
        RECORDING("recording_finding", "recording", "r.name subject, r.name subject_en, null number, '/recordings/' || r.id link",
                "join recording r on r.id = f.recording left join recording_custody t on t.recording = f.recording"
                        + " left join judgement j on j.stream = f.recording",
                "case f.duty when 'recording.storeWithin' then t.stored_by when 'recording.handOver.due' then t.handed_by end",
                "(:person = coalesce(t.used_by, r.officer) or :person = t.assigned)"),
        HAND_OVER("hand_over_finding", "hand_over",
                "to_char(t.month, 'YYYY-MM') || ' ' || coalesce(p.name, '') subject, to_char(t.month, 'YYYY-MM') || ' ' || coalesce(p.name, '')"
                        + " subject_en, null number, '/recordings/hand-overs/' || to_char(t.month, 'YYYY-MM') || '/' || t.person link",
                "join hand_over t on t.id = f.hand_over left join known_person p on p.agency = t.agency and p.person = t.person"
                        + " left join judgement j on j.stream = f.hand_over",
                "cast(null as timestamptz)", ":person = t.person"),
        UNIT("unit_finding", "unit_id", "u.name subject, u.name subject_en, null number, '/devices/quota#' || t.unit link",
                "join unit_equipment t on t.id = f.unit_id join unit u on u.agency = t.agency and u.code = t.unit"
                        + " left join judgement j on j.stream = f.unit_id",
                "cast(null as timestamptz)", """
                        exists (select from person p join role_granted r on r.person = p.id where p.id = :person and p.agency = t.agency
                            and p.unit = t.unit and r.role in ('unitHead', 'custodian') and r.since <= current_date
                            and (r.until is null or r.until >= current_date))"""),
        PLACE("place_finding", "place", "t.name subject, t.name subject_en, null number, '/devices/places/' || t.id link",
                "join place t on t.id = f.place left join judgement j on j.stream = f.place", "cast(null as timestamptz)", "false"),
        SPECIAL_NEED("special_need_finding", "special_need", "coalesce(u.name, t.unit) subject, coalesce(u.name, t.unit) subject_en, null number,"
                        + " '/devices/facilities' link",
                "join special_need t on t.id = f.special_need left join unit u on u.agency = t.agency and u.code = t.unit"
                        + " left join judgement j on j.stream = f.special_need", "cast(null as timestamptz)", "false");

        private final String table;
        private final String stream;
        private final String shown;
        private final String joined;
        private final String due;
        private final String mine;

        Kind(String table, String stream, String shown, String joined, String due, String mine) {
            this.table = table;
            this.stream = stream;
            this.shown = shown;
            this.joined = joined;
            this.due = due;
            this.mine = mine;
        }

        /** {@code case}, {@code activity}, {@code device}, {@code recording}, {@code hand-over}, {@code unit}, {@code place} or {@code special-need}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The kinds whose pages serve one of these roles: finance has no business with recordings. */
        public static Set<Kind> of(Set<Role> roles) {
            if (roles.stream().allMatch(role -> role == Role.FINANCE)) return EnumSet.of(CASE, DEVICE, UNIT, PLACE, SPECIAL_NEED);
            return EnumSet.allOf(Kind.class);
        }

        private String query(String condition) {
            return """
                    select '%s' kind, f.%s stream, %s, f.duty, f.article, f.severity, f.state, f.raised_at, %s due, j.due_at next_change
                    from %s f %s where f.agency = :agency and f.state not in ('cleared', 'accepted') and %s
                    """.formatted(word(), stream, shown, due, table, joined, condition);
        }
    }

    /**
     * A finding that somebody must look at.
     *
     * @param of the stream that it is of
     * @param subject what the case is about, where the activity was, which device or which file; with its English where it has one
     * @param link the address of its page
     * @param due the last instant that was or is in time
     * @param nextChangeAt when what the rules say of it can next change by itself
     */
    public record Row(Kind kind, UUID of, String subject, String subjectEn, Optional<String> number, String link, String duty, String article,
            String severity, String state, Instant raisedAt, Optional<Instant> due, Optional<Instant> nextChangeAt) {}

    /** Those of the agency, or of one person's cases, activities, devices and recordings: what was due first, then what changes first, then the oldest. */
    public List<Row> all(String agency, Set<Kind> kinds, Optional<UUID> person) {
        return rows(agency, kinds, person.orElse(null), null);
    }

    /** Those under one article, in the same order. */
    public List<Row> under(String agency, Set<Kind> kinds, String article) {
        return rows(agency, kinds, null, article);
    }

    private List<Row> rows(String agency, Set<Kind> kinds, @Nullable UUID person, @Nullable String article) {
        var each = kinds.stream().map(kind -> kind.query((person == null ? "true" : kind.mine) + (article == null ? "" : " and f.article = :article")));
        return rows.of(agency, jdbc -> jdbc.sql(each.collect(Collectors.joining(" union all "))
                + " order by due nulls last, next_change nulls last, raised_at, stream limit " + MOST)
                .param("agency", agency).param("person", person).param("article", article).query((row, _) -> row(row)).list());
    }

    /** How many stand open under each article. */
    public Map<String, Integer> byArticle(String agency) {
        var each = EnumSet.allOf(Kind.class).stream().map(kind -> "select article from " + kind.table
                + " where agency = :agency and state not in ('cleared', 'accepted')").collect(Collectors.joining(" union all "));
        return rows.of(agency, jdbc -> {
            var counts = new TreeMap<String, Integer>();
            jdbc.sql("select article, count(*) n from (" + each + ") standing group by article").param("agency", agency)
                    .query((row, _) -> counts.put(row.getString("article"), row.getInt("n"))).list();
            return counts;
        });
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT).replace('-', '_')), row.getObject("stream", UUID.class), row.getString("subject"),
                row.getString("subject_en"), Optional.ofNullable(row.getString("number")), row.getString("link"), row.getString("duty"),
                row.getString("article"), row.getString("severity"), row.getString("state"), row.getTimestamp("raised_at").toInstant(),
                instant(row.getTimestamp("due")), instant(row.getTimestamp("next_change")));
    }

    private static Optional<Instant> instant(@Nullable Timestamp timestamp) {
        return Optional.ofNullable(timestamp).map(Timestamp::toInstant);
    }
}
