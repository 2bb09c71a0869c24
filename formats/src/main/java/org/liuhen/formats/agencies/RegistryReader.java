package org.liuhen.formats.agencies;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.liuhen.core.agencies.UnitKind;
import org.liuhen.core.devices.DeviceKind;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.DeviceNumber;
import org.liuhen.core.values.UnitCode;
import org.liuhen.formats.agencies.Registry.Agency;
import org.liuhen.formats.agencies.Registry.Device;
import org.liuhen.formats.agencies.Registry.Person;
import org.liuhen.formats.agencies.Registry.Station;
import org.liuhen.formats.agencies.Registry.Unit;
import org.liuhen.formats.yaml.YamlValue;
import org.liuhen.formats.yaml.YamlValue.YamlObject;

/** Reads one registry file; what it has seen so far tells twins and strangers. */
final class RegistryReader {

    private static final String FORMAT = "liuhen-registry-v1";
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final int TEXT_MAX = 200;

    /** Unique in the installation. */
    private final Set<String> usernames = new HashSet<>();

    private RegistryReader() {}

    static Registry read(byte[] yaml) {
        var file = YamlValue.parse(yaml, Registry.BYTES_MAX).object();
        var format = file.get("format");
        if (!format.text().equals(FORMAT)) throw format.wrong("格式应为 " + FORMAT, "the format is to be " + FORMAT);
        var reader = new RegistryReader();
        var codes = new HashSet<AgencyCode>();
        var agencies = file.get("agencies").list().stream().map(value -> reader.agency(value, codes)).toList();
        file.end();
        if (agencies.isEmpty()) throw file.place().wrong("没有机关", "there is no agency");
        return new Registry(agencies);
    }

    private Agency agency(YamlValue value, Set<AgencyCode> codes) {
        var in = value.object();
        var code = once(in.get("code"), AgencyCode::new, codes);
        var unitCodes = new HashSet<UnitCode>();
        var units = in.list("units").stream().map(unit -> unit(unit.object(), unitCodes)).toList();
        var own = new HashSet<String>();
        var people = in.list("people").stream().map(person -> person(person.object(), unitCodes, own)).toList();
        var stationNumbers = new HashSet<String>();
        var stations = in.list("stations").stream().map(station -> station(station.object(), unitCodes, stationNumbers)).toList();
        var deviceNumbers = new HashSet<DeviceNumber>();
        var devices = in.list("devices").stream().map(device -> device(device.object(), unitCodes, own, deviceNumbers)).toList();
        var duties = new DutyReader(unitCodes, own);
        var agency = new Agency(
                code, words(in.get("name")), in.maybe("superior").map(RegistryReader::words), units, people, stations, devices,
                duties.all(in, "deputies", duties::deputy), duties.all(in, "custodians", duties::custodian),
                duties.all(in, "entrustments", duties::entrustment),
                in.maybe("profile").map(profile -> duties.adoption(profile.object())),
                in.maybe("phraseGuide").map(guide -> duties.guide(guide.object())));
        in.end();
        return agency;
    }

    private static Unit unit(YamlObject in, Set<UnitCode> codes) {
        var unit = new Unit(
                once(in.get("code"), UnitCode::new, codes), words(in.get("name")), in.get("kind")
                        .word(UnitKind.values(), UnitKind::word));
        in.end();
        return unit;
    }

    private Person person(YamlObject in, Set<UnitCode> units, Set<String> own) {
        var username = once(in.get("username"), RegistryReader::username, usernames);
        own.add(username);
        var person = new Person(
                username,
                words(in.get("name")),
                in.maybe("certificate").map(DutyReader::certificate),
                in.maybe("unit").map(unit -> known(unit, UnitCode::new, units)),
                in.list("roles").stream().map(DutyReader::heldRole).toList());
        in.end();
        return person;
    }

    private static Station station(YamlObject in, Set<UnitCode> units, Set<String> numbers) {
        var station = new Station(
                once(in.get("number"), number -> new DeviceNumber(number).value(), numbers),
                words(in.get("name")),
                known(in.get("unit"), UnitCode::new, units));
        in.end();
        return station;
    }

    private static Device device(YamlObject in, Set<UnitCode> units, Set<String> people, Set<DeviceNumber> numbers) {
        var device = new Device(
                once(in.get("number"), DeviceNumber::new, numbers),
                in.get("kind").word(DeviceKind.values(), DeviceKind::word),
                known(in.get("unit"), UnitCode::new, units),
                in.maybe("officer").map(officer -> known(officer, RegistryReader::username, people)),
                in.maybe("serial").map(RegistryReader::words),
                in.maybe("model").map(RegistryReader::words));
        in.end();
        return device;
    }

    static String username(String text) {
        if (USERNAME.matcher(text).matches()) return text;
        throw new IllegalArgumentException("a user name has 1 to 64 small letters, digits, dots, dashes and underscores");
    }

    static String words(YamlValue value) {
        var text = value.text();
        var plain = text.length() <= TEXT_MAX && text.chars().noneMatch(Character::isISOControl);
        if (!plain) {
            throw value.wrong("最多 " + TEXT_MAX + " 个字符，不含控制字符", "at most " + TEXT_MAX + " characters, none of them control characters");
        }
        return text;
    }

    private static <T> T once(YamlValue value, Function<String, T> meaning, Set<T> seen) {
        var found = value.text(meaning);
        if (!seen.add(found)) throw value.wrong("重复：" + found, found + " stands twice");
        return found;
    }

    static <T> T known(YamlValue value, Function<String, T> meaning, Set<T> seen) {
        var found = value.text(meaning);
        if (!seen.contains(found)) throw value.wrong("本机关没有 " + found, "this agency has no " + found);
        return found;
    }
}
