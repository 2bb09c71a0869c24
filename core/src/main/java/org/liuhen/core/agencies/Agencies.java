package org.liuhen.core.agencies;

import static org.liuhen.core.values.Decision.accept;
import static org.liuhen.core.values.Decision.nothing;
import static org.liuhen.core.values.Decision.refuse;

import java.util.Optional;
import org.liuhen.core.agencies.AgencyCommand.AdoptLedgerKeys;
import org.liuhen.core.agencies.AgencyCommand.AdoptProfile;
import org.liuhen.core.agencies.AgencyCommand.EndRole;
import org.liuhen.core.agencies.AgencyCommand.GrantRole;
import org.liuhen.core.agencies.AgencyCommand.NameCustodian;
import org.liuhen.core.agencies.AgencyCommand.NameDeputy;
import org.liuhen.core.agencies.AgencyCommand.OpenOrigin;
import org.liuhen.core.agencies.AgencyCommand.RegisterAgency;
import org.liuhen.core.agencies.AgencyCommand.RegisterCertificate;
import org.liuhen.core.agencies.AgencyCommand.RegisterEntrustment;
import org.liuhen.core.agencies.AgencyCommand.RegisterPerson;
import org.liuhen.core.agencies.AgencyCommand.RegisterStation;
import org.liuhen.core.agencies.AgencyCommand.RegisterUnit;
import org.liuhen.core.agencies.AgencyEvent.AgencyRegistered;
import org.liuhen.core.agencies.AgencyEvent.CertificateRegistered;
import org.liuhen.core.agencies.AgencyEvent.CustodianNamed;
import org.liuhen.core.agencies.AgencyEvent.DeputyNamed;
import org.liuhen.core.agencies.AgencyEvent.EntrustmentRegistered;
import org.liuhen.core.agencies.AgencyEvent.LedgerKeyAdopted;
import org.liuhen.core.agencies.AgencyEvent.OriginOpened;
import org.liuhen.core.agencies.AgencyEvent.PersonRegistered;
import org.liuhen.core.agencies.AgencyEvent.ProfileAdopted;
import org.liuhen.core.agencies.AgencyEvent.RoleEnded;
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
                case GrantRole c -> RoleBook.grant(register, c.facts());
                case NameDeputy c -> RoleBook.nameDeputy(register, c.facts());
                case EndRole c -> RoleBook.end(register, c.facts());
                case RegisterStation c -> station(register, c.facts());
                case AgencyCommand.RegisterStationKey c -> WrittenPapers.stationKey(register, c.facts());
                case AdoptLedgerKeys c -> adopt(register, c.facts());
                case RegisterCertificate c -> WrittenPapers.certificate(register, c.facts());
                case RegisterEntrustment c -> WrittenPapers.entrustment(register, c.facts());
                case AgencyCommand.ClassWorkload c -> WrittenPapers.workload(register, c.facts());
                case AgencyCommand.IssuePhraseGuide c -> WrittenPapers.phraseGuide(register, c.facts());
                case NameCustodian c -> WrittenPapers.custodian(register, c.facts());
                case AdoptProfile c -> WrittenPapers.profile(register, c);
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

    static AgencyRefusal unitUnknown(UnitCode unit) {
        return new AgencyRefusal.NotRegistered(Entry.UNIT, unit.value());
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
            case RoleGranted e -> register.with(RoleTerm.of(e));
            case DeputyNamed e -> register.with(RoleTerm.of(e));
            case RoleEnded e -> register.with(e);
            case LedgerKeyAdopted e -> register.with(e);
            case CertificateRegistered e -> register.with(register.papers().with(e));
            case EntrustmentRegistered e -> register.with(register.papers().with(e));
            case ProfileAdopted e -> register.with(register.papers().with(e));
            case CustodianNamed e -> register.with(register.papers().with(e));
            case AgencyEvent.WorkloadClassed e -> register.with(register.papers().with(e));
            case AgencyEvent.StationKeyRegistered e -> register.with(register.papers().with(e));
            case AgencyEvent.PhraseGuideIssued e -> register.with(register.papers().with(e));
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
