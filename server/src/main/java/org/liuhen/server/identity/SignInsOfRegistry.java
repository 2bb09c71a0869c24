package org.liuhen.server.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Role;
import org.liuhen.core.values.StationId;
import org.liuhen.server.agencies.AfterRegistry;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.folder.DataFolder;
import org.liuhen.server.folder.DurableFiles;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * After a registry was entered: administrators get one-time codes, which are shown once, and stations get tokens, in files. In the demo everybody gets a
 * password and every station a token, in {@code demo/credentials.json}; a file that is there stays valid, and only what it lacks is added.
 */
@Component
class SignInsOfRegistry implements AfterRegistry {

    private static final Set<String> ADMINISTRATORS =
        Set.of(Role.SYSTEM_ADMINISTRATOR.word(), Role.SECURITY_ADMINISTRATOR.word(), Role.AUDIT_ADMINISTRATOR.word());

    private final Register register;
    private final Accounts accounts;
    private final StationTokens tokens;
    private final StationTokenFiles files;
    private final DataFolder folder;
    private final JsonMapper json;
    private final Passwords passwords;
    private final InstantSource clock;

    SignInsOfRegistry(
            Register register, Accounts accounts, StationTokens tokens, StationTokenFiles files, DataFolder folder, JsonMapper json, Passwords passwords,
            InstantSource clock) {
        this.register = register;
        this.accounts = accounts;
        this.tokens = tokens;
        this.files = files;
        this.folder = folder;
        this.json = json;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** The file that scripts and the demo's own station read. */
    record Credentials(List<User> users, List<Station> stations) {}

    /** One sign-in. */
    record User(String agency, String username, String password, List<String> roles) {}

    /** A token, and a device whose files it may hand in; it may hand in for every device of the agency. */
    record Station(String agency, String unit, String device, String token) {}

    @Override
    public List<String> registered(List<String> agencies, boolean demo) {
        try {
            if (demo) return writeDemo(agencies);
            var lines = issueCodes(agencies);
            lines.addAll(issueTokens(agencies));
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException("sign-ins of the registry", e);
        }
    }

    private List<String> issueCodes(List<String> agencies) {
        var lines = new ArrayList<String>();
        var now = clock.instant();
        for (var agency : agencies) {
            for (var person : register.people(agency)) {
                var roles = register.roles(person.id(), now.atZone(People.ZONE).toLocalDate());
                if (roles.stream().noneMatch(ADMINISTRATORS::contains) || accounts.find(person.username()).isPresent()) continue;
                if (lines.isEmpty()) {
                    lines.add("管理员的一次性代码，只显示这一次，" + Accounts.ONE_TIME_CODE_LIFE.toDays() + " 天内有效 / "
                        + "one-time codes of administrators, shown this once, good for " + Accounts.ONE_TIME_CODE_LIFE.toDays() + " days:");
                }
                lines.add("  " + person.username() + "  " + accounts.issueOneTimeCode(agency, new PersonId(person.id()), person.username(), now));
            }
        }
        return lines;
    }

    private List<String> issueTokens(List<String> agencies) throws IOException {
        var lines = new ArrayList<String>();
        for (var agency : agencies) {
            for (var station : register.stations(agency)) {
                files.issueFirst(station).ifPresent(file -> lines.add("  " + station.number() + "  " + file));
            }
        }
        if (!lines.isEmpty()) {
            lines.addFirst("采集站的令牌，" + StationTokens.LIFE.toDays() + " 天内有效；交给采集站后请删除文件 / "
                + "tokens of stations, good for " + StationTokens.LIFE.toDays() + " days; remove the file once the station has it:");
        }
        return lines;
    }

    private List<String> writeDemo(List<String> agencies) throws IOException {
        var file = folder.demo().resolve("credentials.json");
        var before = read(file);
        var users = new ArrayList<>(before.users());
        var stations = new ArrayList<>(before.stations());
        agencies.forEach(agency -> {
            addUsers(agency, users);
            addStations(agency, stations);
        });
        if (users.size() > before.users().size() || stations.size() > before.stations().size()) {
            DurableFiles.writeSecret(file, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(new Credentials(users, stations)));
        }
        return List.of();
    }

    /** What an earlier start wrote, as far as it still opens something: a file without its database is worth nothing. */
    private Credentials read(Path file) throws IOException {
        if (Files.notExists(file)) return new Credentials(List.of(), List.of());
        try {
            var found = json.readValue(Files.readAllBytes(file), Credentials.class);
            var valid = new HashSet<String>();
            for (var station : found.stations()) {
                if (tokens.find(station.token(), clock.instant()).isPresent()) valid.add(station.token());
            }
            return new Credentials(found.users().stream().filter(user -> accounts.hasPassword(user.username())).toList(),
                found.stations().stream().filter(station -> valid.contains(station.token())).toList());
        } catch (JacksonException e) {
            throw new IOException("not readable, remove it to have new sign-ins made: " + file, e);
        }
    }

    private void addUsers(String agency, List<User> users) {
        var known = new HashSet<String>();
        users.forEach(user -> known.add(user.username()));
        for (var person : register.people(agency)) {
            if (!known.add(person.username())) continue;
            var password = passwords.oneTimeCode();
            accounts.setPassword(agency, new PersonId(person.id()), person.username(), password);
            users.add(new User(agency, person.username(), password, register.roles(person.id(), clock.instant().atZone(People.ZONE).toLocalDate())));
        }
    }

    /** One token for each station; devices hand in at the station of their unit, or at the agency's first. */
    private void addStations(String agency, List<Station> stations) {
        var known = new HashSet<String>();
        stations.stream().filter(station -> station.agency().equals(agency)).forEach(station -> known.add(station.device()));
        var found = register.stations(agency);
        if (found.isEmpty()) return;
        Map<Register.Station, String> issued = new HashMap<>();
        for (var device : register.devices(agency)) {
            if (!known.add(device.number())) continue;
            var station = found.stream().filter(one -> one.unit().equals(device.unit())).findFirst().orElse(found.getFirst());
            var token = issued.computeIfAbsent(station, _ ->
                tokens.issue(agency, new StationId(station.id()), station.name(), station.unit(), clock.instant(), StationTokens.LIFE));
            stations.add(new Station(agency, device.unit(), device.number(), token));
        }
    }
}
