package org.liuhen.server.recordings.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.liuhen.core.findings.FindingCommand;
import org.liuhen.core.recordings.CustodyCommand;
import org.liuhen.core.values.Role;
import org.liuhen.server.RunningServer;

/** Asks for every act on the custody of a recording in every role, and compares who is let in with the table that a person reviewed. */
class CustodyActRolesTest {

    private static final List<Role> ROLES = List.of(Role.OFFICER, Role.CUSTODIAN, Role.UNIT_HEAD, Role.LEGAL_SECTION, Role.OFFICE, Role.PERSON_IN_CHARGE,
        Role.FINANCE, Role.SUPERVISION, Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR);

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.fresh();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void each_act_serves_exactly_the_roles_of_the_table() throws Exception {
        var clients = new LinkedHashMap<String, RunningServer.Client>();
        for (var role : ROLES) clients.put(role.word(), server.person("sq." + role.word().toLowerCase(Locale.ROOT)));
        clients.put(Role.STATION.word(), server.station("SQ"));
        clients.put(Role.SYSTEM.word(), server.operator());
        clients.put("nobody signed in", server.visitor());
        var table = new StringBuilder();
        for (var act : CustodyActs.all().keySet()) {
            var served = new ArrayList<String>();
            for (var client : clients.entrySet()) {
                var status = client.getValue().post("/api/recordings/" + UUID.randomUUID() + "/acts/" + act, "{\"no such\":\"component\"}").statusCode();
                assertTrue(List.of(400, 401, 403).contains(status), act + " as " + client.getKey() + ": " + status);
                if (status == 400) served.add(client.getKey());
            }
            table.append(act).append("  ").append(String.join(" ", served)).append('\n');
        }
        assertEquals(reviewed(), table.toString(), "acts.txt is what a person reviewed; change it only with the act");
    }

    /** A command that nobody can ask for would be forgotten; one that only the server may give must not be asked for. */
    @Test
    void every_command_has_its_act_or_is_the_servers_own() {
        var commands = Stream.of(CustodyCommand.class, FindingCommand.class).flatMap(type -> Stream.of(type.getPermittedSubclasses()))
                .map(type -> type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
        var known = new TreeSet<>(CustodyActs.all().keySet());
        assertTrue(known.add("note-assessment"), "the program's own is asked for by name");
        assertEquals(commands, known);
    }

    private static String reviewed() throws IOException {
        try (var in = CustodyActRolesTest.class.getResourceAsStream("acts.txt")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
