package org.liuhen.server.agencies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.liuhen.core.agencies.AgencyCommand.Offered;
import org.liuhen.core.law.Key;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.Bilingual;
import org.liuhen.formats.law.KeyDefinition;
import org.liuhen.formats.law.Keys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The whole register of an agency for its page. {@code GET /api/register} answers it. */
@Component
public final class RegisterViews {

    private final Register register;
    private final JdbcClient jdbc;
    private final Clock clock;

    RegisterViews(Register register, JdbcClient jdbc, Clock clock) {
        this.register = register;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The answer, as in the HTTP contract. {@code today} is the legal day that the page counts from. */
    public record RegisterView(
            String agency, String name, Optional<String> superior, LocalDate today, List<Register.Unit> units, List<Person> people,
            List<Custodian> custodians, List<Entrusted> entrusted, Optional<Adopted> profile, Offer offered) {}

    /** A person; {@code certificate} is the one that counts today, {@code certificates} all of them, the newest first. */
    public record Person(
            UUID id, String name, String username, Optional<String> unit, List<Term> roles, Optional<Certificate> certificate,
            List<Certificate> certificates) {}

    /** A role between two days; {@code deputyFor} is whose it is. */
    public record Term(String role, LocalDate from, Optional<LocalDate> to, Optional<UUID> deputyFor, Optional<String> deputyForName) {}

    /** A certificate. */
    public record Certificate(String number, LocalDate from, LocalDate to) {}

    /** A named custodian; {@code kind} is {@code records} or {@code devices}. */
    public record Custodian(
            String unit, String kind, UUID person, String name, Optional<UUID> deputy, Optional<String> deputyName, LocalDate from,
            Optional<LocalDate> to) {}

    /** A body that acts under a written entrustment. */
    public record Entrusted(String unit, String body, String document, LocalDate from, LocalDate to) {}

    /** The profile adopted last. */
    public record Adopted(
            String digest, String adoptedBy, LocalDate from, Optional<LocalDate> activation, Instant recordedAt,
            List<Confirmed> confirmations) {}

    /** A proposal of the product that the legal section confirmed. */
    public record Confirmed(String key, String title, String titleEn, String by, LocalDate on) {}

    /** The profile that the program has; where its digest is another than the adopted one, it waits to be adopted. */
    public record Offer(String digest, boolean needsActivation, List<Proposed> proposed) {}

    /** A key that the product answers and the legal section confirms. */
    public record Proposed(String key, String title, String titleEn) {}

    /** The register as it is now; empty if the agency is not in it. */
    public Optional<RegisterView> view(String code) {
        return register.agency(code).map(this::view);
    }

    private RegisterView view(Register.Agency agency) {
        var code = agency.code();
        var people = register.people(code);
        var names = people.stream().collect(Collectors.toMap(Register.Person::id, Register.Person::name));
        var terms = terms(code, names);
        var certificates = certificates(code);
        return new RegisterView(code, agency.name(), agency.superior(), LocalDate.ofInstant(clock.instant(), Registrar.ZONE),
                register.units(code),
                people.stream().map(person -> new Person(person.id(), person.name(), person.username(), person.unit(),
                        terms.getOrDefault(person.id(), List.of()),
                        register.certificate(person.id()).map(one -> new Certificate(one.number(), one.from(), one.to())),
                        certificates.getOrDefault(person.id(), List.of()))).toList(),
                custodians(code, names), entrusted(code), adopted(code, names), offer(OfferedProfile.of(new AgencyCode(code))));
    }

    private record Owned<T>(UUID person, T value) {}

    private static <T> Map<UUID, List<T>> byPerson(List<Owned<T>> all) {
        return all.stream().collect(Collectors.groupingBy(Owned::person, Collectors.mapping(Owned::value, Collectors.toList())));
    }

    private Map<UUID, List<Term>> terms(String agency, Map<UUID, String> names) {
        return byPerson(jdbc.sql("select * from role_granted where agency = ? order by since, role").param(agency)
                .query((row, _) -> {
                    var deputyFor = Optional.ofNullable(row.getObject("deputy_for", UUID.class));
                    return new Owned<>(id(row, "person"), new Term(row.getString("role"), day(row, "since"), maybeDay(row, "until"),
                            deputyFor, deputyFor.map(names::get)));
                }).list());
    }

    private Map<UUID, List<Certificate>> certificates(String agency) {
        return byPerson(jdbc.sql("select * from certificate where agency = ? order by entry desc").param(agency)
                .query((row, _) -> new Owned<>(id(row, "person"),
                        new Certificate(row.getString("number"), day(row, "since"), day(row, "until")))).list());
    }

    private List<Custodian> custodians(String agency, Map<UUID, String> names) {
        return jdbc.sql("select * from custodian where agency = ? order by unit, kind, entry desc").param(agency)
                .query((row, _) -> {
                    var deputy = Optional.ofNullable(row.getObject("deputy", UUID.class));
                    return new Custodian(row.getString("unit"), row.getString("kind"), id(row, "person"), name(names, id(row, "person")),
                            deputy, deputy.map(names::get), day(row, "since"), maybeDay(row, "until"));
                }).list();
    }

    private List<Entrusted> entrusted(String agency) {
        return jdbc.sql("select * from entrustment where agency = ? order by unit, entry desc").param(agency)
                .query((row, _) -> new Entrusted(row.getString("unit"), row.getString("body"), row.getString("document"),
                        day(row, "since"), day(row, "until"))).list();
    }

    private Optional<Adopted> adopted(String agency, Map<UUID, String> names) {
        return jdbc.sql("select * from profile_adopted where agency = ? order by entry desc limit 1").param(agency)
                .query((row, _) -> new Adopted(row.getString("digest"), name(names, id(row, "person")), day(row, "since"),
                        maybeDay(row, "activation"), row.getTimestamp("recorded").toInstant(),
                        confirmed(agency, row.getLong("entry"), names))).optional();
    }

    private List<Confirmed> confirmed(String agency, long entry, Map<UUID, String> names) {
        return jdbc.sql("select * from profile_confirmed where agency = ? and entry = ? order by key").params(agency, entry)
                .query((row, _) -> {
                    var key = row.getString("key");
                    var title = title(new Key(key));
                    return new Confirmed(key, title.zh(), title.en(), name(names, id(row, "person")), day(row, "day"));
                }).list();
    }

    private static Offer offer(Offered offered) {
        return new Offer(offered.digest().toString(), offered.needsActivation(), offered.proposed().stream().sorted()
                .map(key -> new Proposed(key.value(), title(key).zh(), title(key).en())).toList());
    }

    /** A key that this version no longer has is shown by its name. */
    private static Bilingual title(Key key) {
        return Keys.shipped().get(key).map(KeyDefinition::title).orElseGet(() -> new Bilingual(key.value(), key.value()));
    }

    private static String name(Map<UUID, String> names, UUID person) {
        return names.getOrDefault(person, person.toString());
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static Optional<LocalDate> maybeDay(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }
}
