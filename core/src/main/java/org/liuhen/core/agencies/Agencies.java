package org.liuhen.core.agencies;

import static org.liuhen.core.values.Decision.accept;
import static org.liuhen.core.values.Decision.nothing;
import static org.liuhen.core.values.Decision.refuse;

import java.time.LocalDate;
import java.util.Optional;
import org.liuhen.core.agencies.AgencyCommand.AdoptLedgerKeys;
import org.liuhen.core.agencies.AgencyCommand.GrantRole;
import org.liuhen.core.agencies.AgencyCommand.OpenOrigin;
import org.liuhen.core.agencies.AgencyCommand.RegisterAgency;
import org.liuhen.core.agencies.AgencyCommand.RegisterPerson;
import org.liuhen.core.agencies.AgencyCommand.RegisterStation;
import org.liuhen.core.agencies.AgencyCommand.RegisterUnit;
import org.liuhen.core.agencies.AgencyEvent.AgencyRegistered;
import org.liuhen.core.agencies.AgencyEvent.LedgerKeyAdopted;
import org.liuhen.core.agencies.AgencyEvent.OriginOpened;
import org.liuhen.core.agencies.AgencyEvent.PersonRegistered;
import org.liuhen.core.agencies.AgencyEvent.RoleGranted;
import org.liuhen.core.agencies.AgencyEvent.StationRegistered;
import org.liuhen.core.agencies.AgencyEvent.UnitRegistered;
import org.liuhen.core.agencies.AgencyRefusal.Entry;
import org.liuhen.core.agencies.AgencyState.Absent;
import org.liuhen.core.agencies.AgencyState.Registered;
import org.liuhen.core.agencies.AgencyState.Tombstone;
import org.liuhen.core.values.CorruptStream;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.Destroyed;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.Fact;
import org.liuhen.core.values.PayloadDestroyed;
import org.liuhen.core.values.Role;
import org.liuhen.core.values.UnitCode;

/** Decides about one agency's register. */
public final class Agencies {

    private Agencies() {}

    /** What follows from the command, without doing it. */
    public static Decision<AgencyEvent, AgencyRefusal> decide(AgencyState state, AgencyCommand command) {
        return switch (state) {
            case Absent _ when command instanceof RegisterAgency c -> accept(c.facts());
            case Absent _, Tombstone _ -> refuse(new AgencyRefusal.NoSuchAgency());
            case Registered register -> switch (command) {
                case RegisterAgency c -> enter(c.facts(), Optional.of(register.facts()), Entry.AGENCY, c.facts().code().value());
                case RegisterUnit c -> enter(
                        c.facts(), Optional.ofNullable(register.units().get(c.facts().code())), Entry.UNIT, c.facts().code()
                                .value());
                case RegisterPerson c -> person(register, c.facts());
                case GrantRole c -> grant(register, c.facts());
                case RegisterStation c -> station(register, c.facts());
                case AdoptLedgerKeys c -> adopt(register, c.facts());
                case OpenOrigin c -> open(register, c.facts());
            };
        };
    }

    private static Decision<AgencyEvent, AgencyRefusal> enter(
            AgencyEvent facts, Optional<? extends AgencyEvent> earlier, Entry entry, String id) {
        if (earlier.isEmpty()) return accept(facts);
        return earlier.get().equals(facts) ? nothing() : refuse(new AgencyRefusal.AlreadyRegistered(entry, id));
    }

    private static Decision<AgencyEvent, AgencyRefusal> person(Registered register, PersonRegistered facts) {
        var unknown = facts.unit().filter(unit -> !register.units().containsKey(unit));
        if (unknown.isPresent()) return refuse(unitUnknown(unknown.get()));
        var taken = register.people().values().stream()
                .anyMatch(other -> other.username().equals(facts.username()) && !other.person().equals(facts.person()));
        if (taken) return refuse(new AgencyRefusal.AlreadyRegistered(Entry.USERNAME, facts.username()));
        return enter(facts, Optional.ofNullable(register.people().get(facts.person())), Entry.PERSON, facts.person().toString());
    }

    private static Decision<AgencyEvent, AgencyRefusal> station(Registered register, StationRegistered facts) {
        if (!register.units().containsKey(facts.unit())) return refuse(unitUnknown(facts.unit()));
        var taken = register.stations().values().stream()
                .anyMatch(other -> other.number().equals(facts.number()) && !other.station().equals(facts.station()));
        if (taken) return refuse(new AgencyRefusal.AlreadyRegistered(Entry.STATION_NUMBER, facts.number()));
        return enter(facts, Optional.ofNullable(register.stations().get(facts.station())), Entry.STATION, facts.number());
    }

    private static AgencyRefusal unitUnknown(UnitCode unit) {
        return new AgencyRefusal.NotRegistered(Entry.UNIT, unit.value());
    }

    private static Decision<AgencyEvent, AgencyRefusal> grant(Registered register, RoleGranted facts) {
        if (!facts.role().grantable()) return refuse(new AgencyRefusal.RoleNotGrantable(facts.role()));
        if (!register.people().containsKey(facts.person())) {
            return refuse(new AgencyRefusal.NotRegistered(Entry.PERSON, facts.person().toString()));
        }
        if (facts.to().isPresent() && facts.to().get().isBefore(facts.from())) return refuse(new AgencyRefusal.DaysReversed());
        if (register.roles().contains(facts)) return nothing();
        var conflict = register.roles().stream()
                .filter(held -> held.person().equals(facts.person()) && held.role() != facts.role() && overlap(held, facts))
                .filter(held -> administrates(held.role()) || administrates(facts.role()))
                .findFirst();
        return conflict.isPresent()
                ? refuse(new AgencyRefusal.RolesNotTogether(conflict.get().role(), facts.role()))
                : accept(facts);
    }

    private static boolean administrates(Role role) {
        return switch (role) {
            case SYSTEM_ADMINISTRATOR, SECURITY_ADMINISTRATOR, AUDIT_ADMINISTRATOR -> true;
            case OFFICER, CUSTODIAN, UNIT_HEAD, LEGAL_SECTION, OFFICE, PERSON_IN_CHARGE, FINANCE, SUPERVISION, STATION,
                    SYSTEM -> false;
        };
    }

    private static boolean overlap(RoleGranted one, RoleGranted other) {
        return !one.from().isAfter(other.to().orElse(LocalDate.MAX)) && !other.from().isAfter(one.to().orElse(LocalDate.MAX));
    }

    private static Decision<AgencyEvent, AgencyRefusal> adopt(Registered register, LedgerKeyAdopted facts) {
        if (facts.keys().isEmpty()) return refuse(new AgencyRefusal.NoKeys());
        return register.keys().contains(facts) ? nothing() : accept(facts);
    }

    /** A name is never used twice; that the heads are the right ones is what the ledger knows. */
    private static Decision<AgencyEvent, AgencyRefusal> open(Registered register, OriginOpened facts) {
        var used = register.facts().origin().equals(facts.origin())
                || register.origins().stream().anyMatch(earlier -> earlier.origin().equals(facts.origin()))
                || facts.closed().stream().anyMatch(closed -> closed.origin().equals(facts.origin()));
        return used ? refuse(new AgencyRefusal.AlreadyRegistered(Entry.LEDGER, facts.origin())) : accept(facts);
    }

    /**
     * The state after one more fact.
     *
     * @throws CorruptStream if the fact cannot follow
     */
    public static AgencyState evolve(AgencyState state, Fact fact) {
        return switch (fact) {
            case Destroyed(var type) -> destroyed(state, type, fact);
            case AgencyEvent event -> switch (state) {
                case Absent _ when event instanceof AgencyRegistered e -> Registered.begun(e);
                case Absent _ -> throw new CorruptStream(state, fact);
                case Tombstone _ when event instanceof AgencyRegistered -> throw new CorruptStream(state, fact);
                case Tombstone tombstone -> tombstone;
                case Registered register -> follow(register, event);
            };
            case PayloadDestroyed _ when !(state instanceof Absent) -> state;
            case Event _ -> throw new CorruptStream(state, fact); // of another feature, or before the beginning
        };
    }

    private static AgencyState follow(Registered register, AgencyEvent event) {
        return switch (event) {
            case UnitRegistered e when !register.units().containsKey(e.code()) -> register.with(e);
            case PersonRegistered e when !register.people().containsKey(e.person()) -> register.with(e);
            case StationRegistered e when !register.stations().containsKey(e.station()) -> register.with(e);
            case RoleGranted e -> register.with(e);
            case LedgerKeyAdopted e -> register.with(e);
            case OriginOpened e -> register.with(e);
            case AgencyRegistered _, UnitRegistered _, PersonRegistered _, StationRegistered _ ->
                throw new CorruptStream(register, event);
        };
    }

    private static AgencyState destroyed(AgencyState state, String type, Fact fact) {
        var first = type.equals(AgencyRegistered.class.getSimpleName());
        if (first != state instanceof Absent) throw new CorruptStream(state, fact);
        return first ? new Tombstone() : state;
    }
}
