package org.liuhen.server.desk;

import static org.liuhen.core.values.Role.CUSTODIAN;
import static org.liuhen.core.values.Role.LEGAL_SECTION;
import static org.liuhen.core.values.Role.OFFICE;
import static org.liuhen.core.values.Role.OFFICER;
import static org.liuhen.core.values.Role.PERSON_IN_CHARGE;
import static org.liuhen.core.values.Role.SUPERVISION;
import static org.liuhen.core.values.Role.UNIT_HEAD;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.liuhen.server.agencies.Registrar;
import org.liuhen.server.devices.HandInList;
import org.liuhen.server.http.Serves;
import org.liuhen.server.identity.Caller;
import org.liuhen.server.ledger.Ledger;
import org.liuhen.server.recordings.RecordingList;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What one sees first. */
@RestController
class DeskEndpoints {

    private static final int ITEMS = 50;
    private static final int OLDEST = 10;

    private final HandInList handIns;
    private final RecordingList recordings;
    private final Ledger ledger;
    private final InstantSource clock;

    DeskEndpoints(HandInList handIns, RecordingList recordings, Ledger ledger, InstantSource clock) {
        this.handIns = handIns;
        this.recordings = recordings;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The desk. */
    record Desk(
            Instant now, List<HandInList.HandIn> handInsToday, List<HandInList.HandIn> unbalanced, RecordingList.Unclassified unclassified,
            RecordingList.Probing probing, LedgerLine ledger) {}

    /** How the agency's ledger does. */
    record LedgerLine(long size, Optional<Instant> signedAt, String origin, String state, Optional<String> reason, Optional<String> reasonEn) {}

    @GetMapping("/api/desk")
    @Serves({OFFICER, CUSTODIAN, UNIT_HEAD, LEGAL_SECTION, OFFICE, PERSON_IN_CHARGE, SUPERVISION})
    Desk desk(Caller caller) {
        var now = clock.instant();
        var today = now.atZone(Registrar.ZONE).toLocalDate().atStartOfDay(Registrar.ZONE).toInstant();
        var agency = caller.agency();
        return new Desk(now, handIns.since(agency, today, ITEMS), handIns.unbalanced(agency, ITEMS), recordings.unclassified(agency, OLDEST),
            recordings.probing(agency), ledgerLine(agency));
    }

    private LedgerLine ledgerLine(String agency) {
        return ledger.state(agency)
            .map(state -> new LedgerLine(state.size(), state.signedAt(), state.origin(), state.stopped().isPresent() ? "stopped" : "writing",
                state.stopped().map(stopped -> stopped.reason()), state.stopped().map(stopped -> stopped.reasonEn())))
            .orElseGet(() -> new LedgerLine(0, Optional.empty(), "", "stopped", Optional.empty(), Optional.empty()));
    }
}
