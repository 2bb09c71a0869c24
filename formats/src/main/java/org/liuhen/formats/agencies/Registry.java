package org.liuhen.formats.agencies;

import java.util.List;
import java.util.Optional;
import org.liuhen.core.agencies.UnitKind;
import org.liuhen.core.devices.DeviceKind;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.DeviceNumber;
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
            List<Device> devices) {
        public Agency {
            units = List.copyOf(units);
            people = List.copyOf(people);
            stations = List.copyOf(stations);
            devices = List.copyOf(devices);
        }
    }

    /** One unit. */
    public record Unit(UnitCode code, String name, UnitKind kind) {}

    /** One person; {@code username} is unique in the file. */
    public record Person(String username, String name, Optional<String> certificate, Optional<UnitCode> unit, List<Role> roles) {
        public Person {
            roles = List.copyOf(roles);
        }
    }

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
