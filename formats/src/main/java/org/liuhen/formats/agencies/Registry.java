package org.liuhen.formats.agencies;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.agencies.CustodyKind;
import org.liuhen.core.agencies.UnitKind;
import org.liuhen.core.devices.DeviceKind;
import org.liuhen.core.law.Key;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.DeviceNumber;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.Role;
import org.liuhen.core.values.UnitCode;

/** Agencies, units, people, stations and devices as an installation begins with them. docs/formats.md, section 7. */
public record Registry(List<Agency> agencies) {

    /** The most bytes a registry file may have. */
    public static final int BYTES_MAX = 4 * 1024 * 1024;

    public Registry {
        agencies = List.copyOf(agencies);
    }

    /** One agency. */
    public record Agency(
            AgencyCode code,
            String name,
            Optional<String> superior,
            List<Unit> units,
            List<Person> people,
            List<Station> stations,
            List<Device> devices,
            List<Deputy> deputies,
            List<Custodian> custodians,
            List<Entrustment> entrustments,
            Optional<Adoption> profile,
            Optional<GuideIssue> phraseGuide) {
        public Agency {
            deputies = List.copyOf(deputies);
            custodians = List.copyOf(custodians);
            entrustments = List.copyOf(entrustments);
            units = List.copyOf(units);
            people = List.copyOf(people);
            stations = List.copyOf(stations);
            devices = List.copyOf(devices);
        }
    }

    /** One unit. */
    public record Unit(UnitCode code, String name, UnitKind kind) {}

    /** One person; {@code username} is unique in the file. */
    public record Person(
            String username, String name, Optional<Certificate> certificate, Optional<UnitCode> unit, List<HeldRole> roles) {
        public Person {
            roles = List.copyOf(roles);
        }
    }

    /** An enforcement certificate; older files name the number alone. */
    public record Certificate(String number, Optional<Days> valid) {}

    /** Two legal days and what is between them. */
    public record Days(LocalDate from, LocalDate to) {
        public Days {
            if (to.isBefore(from)) throw new IllegalArgumentException("the last day is before the first");
        }
    }

    /** A role of a person, from the day of entering where no day is given. */
    public record HeldRole(Role role, Optional<LocalDate> from, Optional<LocalDate> to) {}

    /** {@code person} holds the role of {@code of}; both are user names. */
    public record Deputy(String person, Role role, String of, Optional<LocalDate> from, Optional<LocalDate> to) {}

    /** A unit's named custodian; person and deputy are user names. */
    public record Custodian(
            UnitCode unit, String person, CustodyKind kind, Optional<String> deputy, Optional<LocalDate> from, Optional<LocalDate> to) {}

    /** A written entrustment of the body that stands in the register under the unit's code. */
    public record Entrustment(UnitCode unit, String body, String document, Days valid) {}

    /**
     * The shipped profile of the agency is adopted.
     *
     * @param digest the version that is meant; the shipped one where it is absent
     * @param by user name of who decided it
     */
    public record Adoption(
            Optional<Digest> digest, String by, Optional<LocalDate> from, Optional<LocalDate> activation, List<Confirmed> confirmed) {
        public Adoption {
            confirmed = List.copyOf(confirmed);
        }
    }

    /** The guide to what is said that the product proposes is confirmed; {@code by} is a user name. */
    public record GuideIssue(String by, Optional<LocalDate> from) {}

    /** A value that the product proposes, confirmed by the legal section; {@code by} is a user name. */
    public record Confirmed(Key key, String by, Optional<LocalDate> on) {}

    /** One collection station. */
    public record Station(String number, String name, UnitCode unit) {}

    /** One device; {@code officer} is a username. */
    public record Device(
            DeviceNumber number,
            DeviceKind kind,
            UnitCode unit,
            Optional<String> officer,
            Optional<String> serial,
            Optional<String> model) {}

    /**
     * Reads a registry file. User names, codes and numbers that stand twice, units and officers that do not exist are errors;
     * whether a
     * person may hold two roles is the register's decision.
     *
     * @throws org.liuhen.formats.Malformed with line and column, in Chinese and English
     */
    public static Registry parse(byte[] yaml) {
        return RegistryReader.read(yaml);
    }
}
