package org.liuhen.server.agencies;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.liuhen.core.agencies.Agencies;
import org.liuhen.core.agencies.AgencyCommand;
import org.liuhen.core.agencies.AgencyEvent;
import org.liuhen.core.agencies.AgencyState;
import org.liuhen.core.agencies.KeyReason;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.Event;
import org.liuhen.formats.agencies.Registry;
import org.liuhen.server.folder.OperatorFault;
import org.liuhen.server.journal.Journal;
import org.liuhen.server.journal.StreamAppend;
import org.liuhen.server.journal.Submission;
import org.liuhen.server.ledger.Ledger;
import org.liuhen.server.ledger.NewOrigin;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Enters a registry file. What the register already has stays as it is; only what is missing becomes events. So the same file,
 * or a longer one, can be entered again.
 */
@Component
public final class Registrar {

    /** Legal days are days here. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Journal journal;
    private final Journal unguarded;
    private final Ledger ledger;
    private final JdbcClient jdbc;
    private final Clock clock;

    Registrar(Journal journal, @Qualifier("unguardedJournal") Journal unguarded, Ledger ledger, JdbcClient jdbc, Clock clock) {
        this.journal = journal;
        this.unguarded = unguarded;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Enters all agencies of the file.
     *
     * @return events appended
     * @throws OperatorFault if an entry contradicts the register; agencies before it are entered, this one is not
     */
    public int enter(Registry registry) {
        return registry.agencies().stream().mapToInt(this::enter).sum();
    }

    private int enter(Registry.Agency agency) {
        var code = agency.code().value();
        var opened = ledger.open(code);
        var known = jdbc.sql("select stream from agency where code = ?").param(code).query(UUID.class).optional();
        var stream = known.orElseGet(UUID::randomUUID);
        var entering = new Entering(agency, known.isPresent() ? journal.read(stream) : List.of(), opened, clock.instant());
        var devices = Set.copyOf(jdbc.sql("select number from device where agency = ?").param(code)
                .query((row, _) -> row.getString("number")).list());
        var appends = entering.run(stream, devices);
        var submission = appends.isEmpty() ? Optional.<Submission>empty() : Optional.of(submission(code, UUID.randomUUID(), appends));
        submission.ifPresent(journal::append);
        return submission.map(all -> all.appends().stream().mapToInt(append -> append.events().size()).sum()).orElse(0);
    }

    /** Announces new keys of the agency's ledger; the log signs with old and new once this is in it. */
    public void rotateKeys(String agency) {
        var stream = stream(agency);
        var rotation = ledger.beginRotation(agency);
        if (journal.outcome(agency, rotation.command()).isPresent()) return; // announced before; the log has it or will have it
        var version = journal.read(stream).size();
        var adopted = new AgencyEvent.LedgerKeyAdopted(rotation.vkeys(), KeyReason.ROTATION, clock.instant());
        journal.append(submission(agency, rotation.command(), List.of(new StreamAppend(stream, version, List.of(adopted)))));
    }

    /**
     * Closes the agency's ledger and opens the next one, whose keys and closed logs are given. The next start signs it.
     *
     * @param ground why
     * @param openedBy name of the person who has it done
     * @throws OperatorFault if the register of this database does not allow it; nothing is written
     */
    public void openOrigin(String agency, NewOrigin.Opening opening, String ground, String openedBy) {
        var stream = stream(agency);
        var history = journal.read(stream);
        AgencyState state = new AgencyState.Absent();
        for (var recorded : history) {
            state = Agencies.evolve(state, recorded.fact());
        }
        var events = new ArrayList<Event>();
        for (var command : List.of(
                new AgencyCommand.OpenOrigin(
                        new AgencyEvent.OriginOpened(opening.origin(), opening.closed(), ground, openedBy)),
                new AgencyCommand.AdoptLedgerKeys(
                        new AgencyEvent.LedgerKeyAdopted(opening.vkeys(), KeyReason.NEW_ORIGIN, clock.instant())))) {
            switch (Agencies.decide(state, command)) {
                case Decision.Accepted(var accepted) -> events.addAll(accepted);
                case Decision.Refused(var refusal) -> throw new OperatorFault(
                        refusal.what().zh() + refusal.next().zh(), refusal.what().en() + " " + refusal.next().en());
            }
        }
        unguarded.append(submission(agency, UUID.randomUUID(), List.of(new StreamAppend(stream, history.size(), events))));
    }

    private UUID stream(String agency) {
        return jdbc.sql("select stream from agency where code = ?").param(agency).query(UUID.class).optional()
                .orElseThrow(() -> new OperatorFault("没有登记机关 " + agency + "。请核对代码。", "Agency " + agency
                        + " is not in the register. Check its code."));
    }

    private Submission submission(String agency, UUID command, List<StreamAppend> appends) {
        return new Submission(agency, command, Actor.system("registry"), clock.instant(), Duration.ZERO, appends);
    }
}
