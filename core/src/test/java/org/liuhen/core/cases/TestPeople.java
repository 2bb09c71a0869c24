package org.liuhen.core.cases;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.liuhen.core.values.Officer;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Role;
import org.liuhen.core.values.UnitCode;

/** A register of people. Certificates are valid in 2026, but EXPIRED's until 31 March. */
public final class TestPeople implements CaseContext.Register {

    /** 承办人, with certificate 001. */
    public static final PersonId ZHANG = person(1);
    /** 协办人, with certificate 002. */
    public static final PersonId LI = person(2);
    /** An officer, with certificate 003; he handles nothing. */
    public static final PersonId WANG = person(3);
    /** An officer whose certificate 004 ended on 31 March 2026. */
    public static final PersonId EXPIRED = person(4);
    /** 承办机构负责人. */
    public static final PersonId UNIT_HEAD = person(5);
    /** 法制审核人员, with certificate 006. */
    public static final PersonId REVIEWER = person(6);
    /** 机关负责人. */
    public static final PersonId HEAD = person(7);
    /** Stands in for the head from 1 to 10 April 2026. */
    public static final PersonId DEPUTY = person(8);
    /** 办公室人员, without certificate or role in cases. */
    public static final PersonId CLERK = person(9);

    /** 第一执法中队. */
    public static final UnitCode UNIT = new UnitCode("brigade-1");
    /** A body that is entrusted until the end of June 2026 (LX-31). */
    public static final UnitCode ENTRUSTED = new UnitCode("entrusted");

    private static final Map<PersonId, String> NAMES = Map.of(ZHANG, "张三", LI, "李四", WANG, "王五", EXPIRED, "赵六", UNIT_HEAD, "孙队",
            REVIEWER, "周法", HEAD, "吴局", DEPUTY, "郑副", CLERK, "冯文");
    private static final Map<PersonId, String> CERTIFICATES = Map.of(ZHANG, "001", LI, "002", WANG, "003", EXPIRED, "004",
            REVIEWER, "006");

    private static PersonId person(int number) {
        return new PersonId(new UUID(0, 0x100 + number));
    }

    /** The officer. @throws java.util.NoSuchElementException if he has no certificate */
    public static Officer officerOf(PersonId person) {
        return new TestPeople().officer(person).orElseThrow();
    }

    /** The name. */
    public static String nameOf(PersonId person) {
        return NAMES.getOrDefault(person, "?");
    }

    @Override
    public Optional<Officer> officer(PersonId person) {
        var last = person.equals(EXPIRED) ? LocalDate.of(2026, 3, 31) : LocalDate.of(2026, 12, 31);
        return Optional.ofNullable(CERTIFICATES.get(person))
                .map(number -> new Officer(person, nameOf(person), number, LocalDate.of(2025, 1, 1), last, UNIT));
    }

    @Override
    public Optional<Officer> officer(PersonId person, LocalDate day) {
        return officer(person);
    }

    @Override
    public Optional<String> name(PersonId person) {
        return Optional.ofNullable(NAMES.get(person));
    }

    @Override
    public Set<Role> roles(PersonId person, LocalDate day) {
        if (person.equals(UNIT_HEAD)) return Set.of(Role.UNIT_HEAD);
        if (person.equals(REVIEWER)) return Set.of(Role.LEGAL_SECTION);
        if (person.equals(HEAD)) return Set.of(Role.PERSON_IN_CHARGE);
        if (person.equals(CLERK)) return Set.of(Role.OFFICE);
        if (!person.equals(DEPUTY)) return Set.of(Role.OFFICER);
        var stands = !day.isBefore(LocalDate.of(2026, 4, 1)) && !day.isAfter(LocalDate.of(2026, 4, 10));
        return stands ? Set.of(Role.UNIT_HEAD, Role.PERSON_IN_CHARGE) : Set.of(Role.UNIT_HEAD);
    }

    @Override
    public boolean knows(UnitCode unit) {
        return unit.equals(UNIT) || unit.equals(ENTRUSTED);
    }

    @Override
    public boolean entrusted(UnitCode unit, LocalDate day) {
        return !unit.equals(ENTRUSTED) || !day.isAfter(LocalDate.of(2026, 6, 30));
    }
}
