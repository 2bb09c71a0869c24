package org.liuhen.server.recordings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.core.devices.numbers.ArrivedFile;
import org.liuhen.core.devices.numbers.FileNumbers;
import org.liuhen.core.devices.numbers.MissingNumbers;
import org.liuhen.server.database.AgencyRows;
import org.springframework.stereotype.Component;

/** What stands beside a recording in the order of its camera's file numbers. */
@Component
class NumbersBeside {

    /** So many recordings of the camera are looked at, taken in before this one and after it. */
    private static final int LOOKED_AT = 500;

    private final AgencyRows rows;

    NumbersBeside(AgencyRows rows) {
        this.rows = rows;
    }

    /** A recording with the number before or after. */
    record Neighbour(UUID id, String name) {}

    /** The two beside it; the missing ones are between them and it. */
    record Beside(
            Optional<Neighbour> previous, Optional<MissingNumbers> missingBefore, Optional<Neighbour> next, Optional<MissingNumbers> missingAfter) {}

    private record Arrived(UUID id, String name, ArrivedFile file) {}

    /** Empty where its name counts nothing. */
    Optional<Beside> of(String agency, UUID recording) {
        var around = around(agency, recording);
        var byFile = new HashMap<ArrivedFile, Arrived>();
        for (var one : around) byFile.putIfAbsent(one.file(), one);
        return around.stream().filter(one -> one.id().equals(recording)).findFirst()
                .flatMap(one -> FileNumbers.beside(around.stream().map(Arrived::file).toList(), one.file()))
                .map(beside -> new Beside(beside.previous().flatMap(file -> neighbour(byFile, file)), beside.missingBefore(),
                        beside.next().flatMap(file -> neighbour(byFile, file)), beside.missingAfter()));
    }

    private static Optional<Neighbour> neighbour(Map<ArrivedFile, Arrived> byFile, ArrivedFile file) {
        return Optional.ofNullable(byFile.get(file)).map(one -> new Neighbour(one.id(), one.name()));
    }

    private List<Arrived> around(String agency, UUID recording) {
        return rows.of(agency, jdbc -> jdbc.sql("""
                with one as (select device, recorded_at, id from recording where agency = :agency and id = :recording),
                around as (
                    (select r.* from recording r, one where r.agency = :agency and r.device = one.device
                        and (r.recorded_at, r.id) <= (one.recorded_at, one.id) order by r.recorded_at desc, r.id desc limit :most)
                    union all
                    (select r.* from recording r, one where r.agency = :agency and r.device = one.device
                        and (r.recorded_at, r.id) > (one.recorded_at, one.id) order by r.recorded_at, r.id limit :most))
                select id, name, coalesce(hand_in, id) hand_in, path, sha256, min(recorded_at) over (partition by coalesce(hand_in, id)) began
                from around order by began, hand_in, path
                """).param("agency", agency).param("recording", recording).param("most", LOOKED_AT)
                .query((row, _) -> new Arrived(row.getObject("id", UUID.class), row.getString("name"),
                        new ArrivedFile(row.getString("hand_in"), row.getString("path"), row.getString("sha256")))).list());
    }
}
