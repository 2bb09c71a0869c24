package org.liuhen.server.acts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.liuhen.core.cases.CaseCommand;
import org.liuhen.core.devices.DeviceCommand;
import org.liuhen.core.devices.DeviceLifeCommand;
import org.liuhen.core.devices.equipment.EquipmentCommand;
import org.liuhen.core.devices.needs.NeedCommand;
import org.liuhen.core.devices.places.PlaceCommand;
import org.liuhen.core.findings.FindingCommand;
import org.liuhen.core.recordings.CustodyCommand;
import org.liuhen.core.recordings.activities.ActivityCommand;
import org.liuhen.core.recordings.handover.HandOverCommand;
import org.liuhen.core.values.Role;
import org.liuhen.server.RunningServer;

/** Finds every table of acts, asks for every act in every role, and compares who is let in with what a person reviewed. */
class EveryActTest {

    private static final List<Role> ROLES = List.of(Role.OFFICER, Role.CUSTODIAN, Role.UNIT_HEAD, Role.LEGAL_SECTION, Role.OFFICE, Role.PERSON_IN_CHARGE,
        Role.FINANCE, Role.SUPERVISION, Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR);

    /**
     * What a table is about.
     *
     * @param address up to the name of the act
     * @param commands a sealed type: a command that nobody can ask for would be forgotten
     * @param others what the server, or another of its endpoints, asks for itself
     */
    private record About(String address, Class<?> commands, Set<String> others) {}

    private static final Map<String, About> TABLES = Map.of(
            "CaseActs", new About("/api/cases/" + UUID.randomUUID(), CaseCommand.class,
                    Set.of("lock-text", "alter-text", "number-document", "affix-seal", "attach-scan")),
            "ActivityActs", new About("/api/activities/" + UUID.randomUUID(), ActivityCommand.class, Set.of()),
            "DeviceActs", new About("/api/devices/SQ-0001", DeviceLifeCommand.class, Set.of()),
            "CustodyActs", new About("/api/recordings/" + UUID.randomUUID(), CustodyCommand.class, Set.of()),
            "HandOverEndpoints", new About("/api/hand-overs/2026-03/" + UUID.randomUUID(), HandOverCommand.class, Set.of("open-hand-over")),
            "EquipmentEndpoints", new About("/api/units/zf1/equipment", EquipmentCommand.class, Set.of("count-equipment")),
            "PlaceEndpoints", new About("/api/places/" + UUID.randomUUID(), PlaceCommand.class, Set.of()),
            "FacilityEndpoints", new About("/api/facilities/zf1", NeedCommand.class, Set.of("count-capabilities")));

    @Test
    void each_act_serves_exactly_the_roles_that_were_reviewed() throws Exception {
        var found = tables();
        assertEquals(TABLES.keySet(), found.keySet(), "a new table needs its address here");
        var served = new StringBuilder();
        try (var server = RunningServer.fresh()) {
            var clients = clients(server);
            for (var table : found.entrySet()) {
                var address = about(table.getKey()).address() + "/acts/";
                served.append("## ").append(table.getKey()).append('\n');
                for (var act : table.getValue().all()) {
                    served.append(act.name()).append("  ").append(String.join(" ", served(clients, address + act.name()))).append('\n');
                }
            }
        }
        assertEquals(reviewed(), served.toString(), "acts.txt is what a person reviewed; change it only with the act");
    }

    /** Whom the body is read for: what is wrong with it is told only to those who may ask. */
    private static List<String> served(Map<String, RunningServer.Client> clients, String address) throws Exception {
        var served = new ArrayList<String>();
        for (var client : clients.entrySet()) {
            var status = client.getValue().post(address, "{\"no such\":\"component\"}").statusCode();
            assertTrue(List.of(400, 401, 403).contains(status), address + " as " + client.getKey() + ": " + status);
            if (status == 400) served.add(client.getKey());
        }
        return served;
    }

    private static Map<String, RunningServer.Client> clients(RunningServer server) throws Exception {
        var clients = new LinkedHashMap<String, RunningServer.Client>();
        for (var role : ROLES) clients.put(role.word(), server.person("sq." + role.word().toLowerCase(Locale.ROOT)));
        clients.put(Role.STATION.word(), server.station("SQ"));
        clients.put(Role.SYSTEM.word(), server.operator());
        clients.put("nobody signed in", server.visitor());
        return clients;
    }

    @Test
    void every_command_has_its_act_or_is_the_servers_own() throws Exception {
        for (var table : tables().entrySet()) {
            var about = about(table.getKey());
            var commands = new TreeSet<String>();
            collect(about.commands(), commands);
            collect(FindingCommand.class, commands);
            if (about.commands() == DeviceLifeCommand.class) commands.add(Act.name(DeviceCommand.RegisterDevice.class));
            var known = table.getValue().all().stream().map(Act::name).collect(Collectors.toCollection(TreeSet::new));
            assertTrue(known.add("note-assessment"), "the program's own is asked for by name: " + table.getKey());
            for (var other : about.others()) assertTrue(known.add(other), other + " is asked for by name");
            assertEquals(commands, known, table.getKey());
        }
    }

    private static void collect(Class<?> type, Set<String> names) {
        if (type.isRecord()) names.add(Act.name(type));
        else for (var part : type.getPermittedSubclasses()) collect(part, names);
    }

    private static About about(String table) {
        var about = TABLES.get(table);
        assertNotNull(about, table);
        return about;
    }

    private static Map<String, ActTable> tables() throws ReflectiveOperationException {
        var tables = new TreeMap<String, ActTable>();
        for (var type : new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.liuhen.server")) {
            for (JavaField field : type.getFields()) {
                if (!field.getRawType().isEquivalentTo(ActTable.class)) continue;
                var reflected = field.reflect();
                reflected.setAccessible(true);
                tables.put(type.getSimpleName(), (ActTable) reflected.get(null));
            }
        }
        return tables;
    }

    private static String reviewed() throws IOException {
        try (var in = EveryActTest.class.getResourceAsStream("acts.txt")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
