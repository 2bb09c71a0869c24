package org.liuhen.formats.agencies;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.liuhen.core.agencies.CustodyKind;
import org.liuhen.core.law.Key;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.Role;
import org.liuhen.core.values.UnitCode;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.agencies.Registry.Adoption;
import org.liuhen.formats.agencies.Registry.Certificate;
import org.liuhen.formats.agencies.Registry.Confirmed;
import org.liuhen.formats.agencies.Registry.Custodian;
import org.liuhen.formats.agencies.Registry.Days;
import org.liuhen.formats.agencies.Registry.Deputy;
import org.liuhen.formats.agencies.Registry.Entrustment;
import org.liuhen.formats.agencies.Registry.GuideIssue;
import org.liuhen.formats.agencies.Registry.HeldRole;
import org.liuhen.formats.json.Times;
import org.liuhen.formats.yaml.YamlValue;
import org.liuhen.formats.yaml.YamlValue.YamlObject;

/** Reads who does what in one agency, and by which papers. */
final class DutyReader {

    private static final Role[] ROLES = List.of(Role.values()).stream().filter(Role::grantable).toArray(Role[]::new);

    private final Set<UnitCode> units;
    private final Set<String> people;

    DutyReader(Set<UnitCode> units, Set<String> people) {
        this.units = units;
        this.people = people;
    }

    /** The items of a list that may be absent. */
    <T> List<T> all(YamlObject in, String name, Function<YamlObject, T> read) {
        return in.list(name).stream().map(item -> read.apply(item.object())).toList();
    }

    static Certificate certificate(YamlValue value) {
        if (!value.isObject()) return new Certificate(RegistryReader.words(value), Optional.empty());
        var in = value.object();
        var certificate = new Certificate(RegistryReader.words(in.get("number")), Optional.of(days(in)));
        in.end();
        return certificate;
    }

    static HeldRole heldRole(YamlValue value) {
        if (!value.isObject()) return new HeldRole(value.word(ROLES, Role::word), Optional.empty(), Optional.empty());
        var in = value.object();
        var role = new HeldRole(in.get("role").word(ROLES, Role::word), day(in, "from"), day(in, "to"));
        in.end();
        return role;
    }

    Deputy deputy(YamlObject in) {
        var deputy = new Deputy(person(in.get("person")), in.get("role").word(ROLES, Role::word), person(in.get("of")),
                day(in, "from"), day(in, "to"));
        in.end();
        return deputy;
    }

    Custodian custodian(YamlObject in) {
        var custodian = new Custodian(unit(in.get("unit")), person(in.get("person")),
                in.get("kind").word(CustodyKind.values(), CustodyKind::word), in.maybe("deputy").map(this::person),
                day(in, "from"), day(in, "to"));
        in.end();
        return custodian;
    }

    Entrustment entrustment(YamlObject in) {
        var entrustment = new Entrustment(unit(in.get("unit")), RegistryReader.words(in.get("body")),
                RegistryReader.words(in.get("document")), days(in));
        in.end();
        return entrustment;
    }

    Adoption adoption(YamlObject in) {
        var adoption = new Adoption(in.maybe("digest").map(value -> value.text(DutyReader::sha256)), person(in.get("by")),
                day(in, "from"), day(in, "activation"), all(in, "confirmed", this::confirmed));
        in.end();
        return adoption;
    }

    GuideIssue guide(YamlObject in) {
        var guide = new GuideIssue(person(in.get("by")), day(in, "from"));
        in.end();
        return guide;
    }

    private Confirmed confirmed(YamlObject in) {
        var confirmed = new Confirmed(in.get("key").text(Key::new), person(in.get("by")), day(in, "on"));
        in.end();
        return confirmed;
    }

    private UnitCode unit(YamlValue value) {
        return RegistryReader.known(value, UnitCode::new, units);
    }

    private String person(YamlValue value) {
        return RegistryReader.known(value, RegistryReader::username, people);
    }

    private static Days days(YamlObject in) {
        var from = in.get("from").text(DutyReader::day);
        return in.get("to").text(to -> new Days(from, day(to)));
    }

    private static Optional<LocalDate> day(YamlObject in, String name) {
        return in.maybe(name).map(value -> value.text(DutyReader::day));
    }

    private static LocalDate day(String text) {
        try {
            return Times.day(text);
        } catch (Malformed e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static Digest sha256(String text) {
        var digest = Digest.parse(text);
        if (digest.algorithm() != Digest.Algorithm.SHA256) throw new IllegalArgumentException("not a sha256: " + text);
        return digest;
    }
}
