package org.liuhen.formats.law.cases;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.liuhen.core.cases.Attendance;
import org.liuhen.core.cases.CaseContext;
import org.liuhen.core.devices.DeviceContext;
import org.liuhen.core.recordings.activities.ActivityContext;
import org.liuhen.core.recordings.activities.GuideVersion;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.DeviceNumber;
import org.liuhen.core.values.Officer;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Role;
import org.liuhen.core.values.UnitCode;

/**
 * The people of every worked case: each agency has the same ones, so that a case need not introduce them.
 *
 * @param guide the version of the guide to what is said that the agency has confirmed
 * @param exempted when whoever asks left out recordings before
 * @param explosionProof devices of the unit
 * @param custodiansOfDevices whom the unit has named for its devices
 */
record Cast(Optional<GuideVersion> guide, List<Instant> exempted, List<DeviceNumber> explosionProof, List<PersonId> custodiansOfDevices)
        implements CaseContext.Register, ActivityContext.Register, DeviceContext.Register {

    /** Confirmed before any case begins. */
    static final Optional<GuideVersion> GUIDE = Optional.of(new GuideVersion(1, LocalDate.of(2021, 1, 1)));

    /** The unit to which the officers belong. */
    static final UnitCode UNIT = new UnitCode("zf1");

    /** A body that is entrusted in the first half of 2026 (LX-31). */
    static final UnitCode ENTRUSTED = new UnitCode("wt1");

    private static final LocalDate ENTRUSTED_FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate ENTRUSTED_TO = LocalDate.of(2026, 6, 30);
    private static final LocalDate FROM = LocalDate.of(2021, 1, 1);
    private static final LocalDate TO = LocalDate.of(2030, 12, 31);

    Cast {
        exempted = List.copyOf(exempted);
        explosionProof = List.copyOf(explosionProof);
        custodiansOfDevices = List.copyOf(custodiansOfDevices);
    }

    /** With a guide, a unit that has no explosion-proof device, and a custodian. */
    Cast() {
        this(GUIDE, List.of(), List.of(), List.of(CUSTODIAN.id()));
    }

    Cast unguided() {
        return new Cast(Optional.empty(), exempted, explosionProof, custodiansOfDevices);
    }

    Cast exempted(List<Instant> before) {
        return new Cast(guide, before, explosionProof, custodiansOfDevices);
    }

    Cast holding(List<DeviceNumber> proof) {
        return new Cast(guide, exempted, proof, custodiansOfDevices);
    }

    Cast naming(List<PersonId> custodians) {
        return new Cast(guide, exempted, explosionProof, custodians);
    }

    /**
     * One of them.
     *
     * @param certificateTo last day of the certificate; absent: none
     */
    record Member(String name, Role role, Optional<LocalDate> certificateTo, String zh, String en) {

        PersonId id() {
            return new PersonId(UUID.nameUUIDFromBytes(("cast " + name).getBytes(UTF_8)));
        }

        Actor actor() {
            return Actor.person(id(), name, role);
        }
    }

    private static final List<Member> MEMBERS = List.of(
            officer("张三", TO, "执法人员，执法证有效", "officer with a valid certificate; does whatever has no 'by'"),
            officer("李四", TO, "执法人员，执法证有效", "officer with a valid certificate"),
            officer("王五", LocalDate.of(2025, 12, 31), "执法人员，执法证 2025-12-31 到期", "officer whose certificate ended on 31 December 2025"),
            officer("郑十一", TO, "执法人员，执法证有效，不是承办人", "officer with a valid certificate who handles no case by default"),
            member("赵六", Role.UNIT_HEAD, "承办机构负责人", "head of the unit"),
            new Member("钱七", Role.LEGAL_SECTION, Optional.of(TO), "法制机构，执法证有效", "legal section, with a valid certificate"),
            member("孙八", Role.PERSON_IN_CHARGE, "机关主要负责人", "head of the agency"),
            member("周九", Role.PERSON_IN_CHARGE, "机关副职负责人", "deputy head of the agency"),
            member("吴十", Role.OFFICE, "办公室", "office"),
            member("冯十二", Role.CUSTODIAN, "保管人", "custodian"),
            member("陈十三", Role.FINANCE, "财务", "finance"),
            member("褚十四", Role.SUPERVISION, "监督", "supervision"));

    /** Who is named for the devices of the unit, where a case says nothing else. */
    static final Member CUSTODIAN = withRole(Role.CUSTODIAN);

    private static Member officer(String name, LocalDate certificateTo, String zh, String en) {
        return new Member(name, Role.OFFICER, Optional.of(certificateTo), zh, en);
    }

    private static Member member(String name, Role role, String zh, String en) {
        return new Member(name, role, Optional.empty(), zh, en);
    }

    /** Everybody, the default actor first. */
    static List<Member> members() {
        return MEMBERS;
    }

    /** Somebody by name. */
    static Optional<Member> named(String name) {
        return MEMBERS.stream().filter(member -> member.name().equals(name)).findFirst();
    }

    /** The first who has the role. @throws IllegalArgumentException if nobody has */
    static Member withRole(Role role) {
        return MEMBERS.stream().filter(member -> member.role() == role).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody of the cast is " + role.word()));
    }

    /** Who discusses collectively where a case names nobody: the leaders, of one mind. */
    static List<Attendance> leaders() {
        return MEMBERS.stream().filter(member -> member.role() == Role.PERSON_IN_CHARGE)
                .map(member -> new Attendance(member.id(), member.name(), "同意"))
                .toList();
    }

    /** The names, for messages. */
    static String names() {
        return MEMBERS.stream().map(Member::name).collect(Collectors.joining("、"));
    }

    @Override
    public List<PersonId> custodiansOfDevices(UnitCode unit) {
        return custodiansOfDevices;
    }

    @Override
    public List<DeviceNumber> explosionProof(UnitCode unit) {
        return unit.equals(UNIT) ? explosionProof : List.of();
    }

    private static Optional<Member> member(PersonId person) {
        return MEMBERS.stream().filter(member -> member.id().equals(person)).findFirst();
    }

    @Override
    public Optional<Officer> officer(PersonId person) {
        return member(person).flatMap(member -> member.certificateTo()
                .map(to -> new Officer(person, member.name(), "0308%04d".formatted(MEMBERS.indexOf(member) + 1), FROM, to, UNIT)));
    }

    @Override
    public Optional<Officer> officer(PersonId person, LocalDate day) {
        return officer(person);
    }

    @Override
    public Optional<String> name(PersonId person) {
        return member(person).map(Member::name);
    }

    @Override
    public Set<Role> roles(PersonId person) {
        return member(person).map(member -> Set.of(member.role())).orElse(Set.of());
    }

    @Override
    public Set<Role> roles(PersonId person, LocalDate day) {
        return roles(person);
    }

    @Override
    public boolean knows(PersonId person) {
        return member(person).isPresent();
    }

    @Override
    public boolean knows(UnitCode unit) {
        return Arrays.asList(UNIT, ENTRUSTED).contains(unit);
    }

    @Override
    public boolean entrusted(UnitCode unit, LocalDate day) {
        return unit.equals(UNIT) || (unit.equals(ENTRUSTED) && !day.isBefore(ENTRUSTED_FROM) && !day.isAfter(ENTRUSTED_TO));
    }

    @Override
    public Optional<GuideVersion> guide(LocalDate day) {
        return guide;
    }

    @Override
    public List<Instant> exempted(PersonId person, String ground) {
        return exempted;
    }
}
