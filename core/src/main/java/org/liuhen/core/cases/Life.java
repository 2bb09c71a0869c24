package org.liuhen.core.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liuhen.core.cases.LifeEvent.CaseOpened;
import org.liuhen.core.cases.LifeEvent.RecusalRequested;
import org.liuhen.core.cases.LifeStatus.Ended;
import org.liuhen.core.cases.LifeStatus.Running;
import org.liuhen.core.cases.LifeStatus.Suspended;
import org.liuhen.core.values.Officer;
import org.liuhen.core.values.PersonId;

/**
 * Who and what a case is, and whether it goes on.
 *
 * @param parties in the order of their naming, with the newest facts
 * @param openRecusals asked for and not decided
 * @param recused officers who may not act in this case any more
 * @param pauses interruptions that have ended
 */
public record Life(
        CaseOpened opened, List<Officer> handlers, Map<PartyId, Party> parties, Optional<Source> source, Flags flags,
        List<RecusalRequested> openRecusals, Set<PersonId> recused, LifeStatus status, List<Pause> pauses) {

    /** An interruption; the day of the resumption counts again. */
    public record Pause(LocalDate from, LocalDate to) {}

    public Life {
        handlers = List.copyOf(handlers);
        parties = Copies.of(parties);
        openRecusals = List.copyOf(openRecusals);
        recused = Set.copyOf(recused);
        pauses = List.copyOf(pauses);
    }

    static Life begun(CaseOpened opened) {
        return new Life(opened, opened.handlers(), Map.of(), Optional.empty(), new Flags(false, false, false, false), List.of(),
                Set.of(), new Running(), List.of());
    }

    Life with(LifeEvent event) {
        return switch (event) {
            case LifeEvent.PartyNamed e -> new Life(opened, handlers, Copies.put(parties, e.party().id(), e.party()), source, flags,
                    openRecusals, recused, status, pauses);
            case LifeEvent.SourceStated e -> new Life(opened, handlers, parties, Optional.of(e.source()), flags, openRecusals,
                    recused, status, pauses);
            case LifeEvent.HandlersChanged e -> new Life(opened, e.handlers(), parties, source, flags, openRecusals, recused, status,
                    pauses);
            case RecusalRequested e -> new Life(opened, handlers, parties, source, flags, Copies.add(openRecusals, e), recused,
                    status, pauses);
            case LifeEvent.RecusalDecided e -> decided(e);
            case LifeEvent.CaseFlagged e -> new Life(opened, handlers, parties, source, e.flags(), openRecusals, recused, status,
                    pauses);
            case LifeEvent.CaseSuspended e -> with(new Suspended(e.on(), e.reason()));
            case LifeEvent.CaseResumed e -> resumed(e);
            case LifeEvent.CaseTransferred e -> with(new Ended(EndGround.TRANSFERRED, e.on()));
            case LifeEvent.CaseMerged e -> with(new Ended(EndGround.MERGED, e.on()));
            case LifeEvent.CaseEnded e -> with(new Ended(e.ground(), e.on()));
            case LifeEvent.CaseReopened _ -> with(new Running());
            case LifeEvent.CaseSplit _ -> this; // the other case is another stream
            case CaseOpened _ -> throw new IllegalArgumentException("a case is opened once");
        };
    }

    private Life with(LifeStatus next) {
        return new Life(opened, handlers, parties, source, flags, openRecusals, recused, next, pauses);
    }

    private Life resumed(LifeEvent.CaseResumed e) {
        if (!(status instanceof Suspended(var since, _))) throw new IllegalArgumentException("not interrupted");
        return new Life(opened, handlers, parties, source, flags, openRecusals, recused, new Running(),
                Copies.add(pauses, new Pause(since, e.on())));
    }

    private Life decided(LifeEvent.RecusalDecided e) {
        var open = openRecusals.stream().filter(request -> !request.officer().equals(e.officer())).toList();
        if (!e.granted()) return new Life(opened, handlers, parties, source, flags, open, recused, status, pauses);
        var left = handlers.stream().filter(handler -> !handler.id().equals(e.officer())).toList();
        return new Life(opened, left, parties, source, flags, open, Copies.add(recused, e.officer()), status, pauses);
    }

    /** Whether the person handles the case now. */
    public boolean isHandler(PersonId person) {
        return handlers.stream().anyMatch(handler -> handler.id().equals(person));
    }
}
