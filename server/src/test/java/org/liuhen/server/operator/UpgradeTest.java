package org.liuhen.server.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.liuhen.server.database.AgencyRows;
import org.liuhen.server.database.Database;
import org.liuhen.server.database.DatabaseRole;
import org.liuhen.server.database.TestDatabase;
import org.liuhen.server.journal.PostgresJournal;
import org.liuhen.server.journal.Recorded;

/** A database of the first released schema, with rows, comes to the newest one with every row as it was. */
class UpgradeTest {

    /** Version of the tables in the first release. The fixture is never edited. */
    private static final String FIRST = "2";

    @Test
    void the_first_released_schema_becomes_the_newest() throws Exception {
        var access = TestDatabase.empty();
        var secrets = Path.of(TestDatabase.secrets().toString());
        var old = Database.prepare(access, secrets, Optional.of(FIRST));
        try (var connection = access.connect(); var statement = connection.createStatement();
                var fixture = Objects.requireNonNull(UpgradeTest.class.getResourceAsStream("/upgrade/first-release.sql"))) {
            statement.execute(new String(fixture.readAllBytes(), StandardCharsets.UTF_8));
        }
        old.migrate();
        try (var pool = old.pool(DatabaseRole.APP, 2)) {
            var journal = new PostgresJournal(new AgencyRows(pool), List.of(), (_, _, _) -> {}, _ -> {}, Clock.systemUTC());
            var read = journal.read(UUID.fromString("6f1c1b2e-3f0e-4b8a-9d53-0a2b4c6d8e01"));
            assertEquals(List.of("UnitRegistered", "UnitRegistered"), read.stream().map(Recorded::type).toList());
            assertEquals("执法一股 u1", ((org.liuhen.core.agencies.AgencyEvent.UnitRegistered) read.getFirst().fact()).name());
            var next = org.liuhen.server.journal.TestEvents.one("SQ", read.getFirst().stream(), 2,
                    org.liuhen.server.journal.TestEvents.unit("u3"));
            assertEquals(3, journal.append(next).version(read.getFirst().stream()));
        }
    }
}
