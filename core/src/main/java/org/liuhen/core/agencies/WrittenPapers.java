package org.liuhen.core.agencies;

import static org.liuhen.core.values.Decision.accept;
import static org.liuhen.core.values.Decision.nothing;
import static org.liuhen.core.values.Decision.refuse;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.liuhen.core.agencies.AgencyCommand.AdoptProfile;
import org.liuhen.core.agencies.AgencyEvent.CertificateRegistered;
import org.liuhen.core.agencies.AgencyEvent.Confirmation;
import org.liuhen.core.agencies.AgencyEvent.CustodianNamed;
import org.liuhen.core.agencies.AgencyEvent.EntrustmentRegistered;
import org.liuhen.core.agencies.AgencyEvent.StationKeyRegistered;
import org.liuhen.core.agencies.AgencyEvent.WorkloadClassed;
import org.liuhen.core.agencies.AgencyRefusal.Entry;
import org.liuhen.core.agencies.AgencyState.Registered;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Role;

/** Decides about certificates, entrustments, custodians, workloads and the adopted profile. */
final class WrittenPapers {

    /** The most characters that all phrases of a guide have together: an event stays below 48 KiB. */
    private static final int GUIDE_CHARS_MAX = 10_000;

    private WrittenPapers() {}

    static Decision<AgencyEvent, AgencyRefusal> certificate(Registered register, CertificateRegistered facts) {
        if (!register.people().containsKey(facts.person())) return refuse(RoleBook.personUnknown(facts.person()));
        if (facts.to().isBefore(facts.from())) return refuse(new AgencyRefusal.DaysReversed());
        var known = register.papers().certificates();
        var anothers = Stream.concat(
                known.stream().filter(other -> other.number().equals(facts.number())).map(CertificateRegistered::person),
                register.people().values().stream().filter(other -> other.certificate().equals(Optional.of(facts.number())))
                        .map(AgencyEvent.PersonRegistered::person))
                .anyMatch(person -> !person.equals(facts.person()));
        if (anothers) return refuse(new AgencyRefusal.AlreadyRegistered(Entry.CERTIFICATE, facts.number()));
        return enter(facts, known.stream().filter(other -> other.person().equals(facts.person())).toList());
    }

    static Decision<AgencyEvent, AgencyRefusal> entrustment(Registered register, EntrustmentRegistered facts) {
        if (!register.units().containsKey(facts.unit())) return refuse(Agencies.unitUnknown(facts.unit()));
        if (facts.to().isBefore(facts.from())) return refuse(new AgencyRefusal.DaysReversed());
        return enter(facts, register.papers().entrustments().stream().filter(other -> other.unit().equals(facts.unit())).toList());
    }

    static Decision<AgencyEvent, AgencyRefusal> custodian(Registered register, CustodianNamed facts) {
        if (!register.units().containsKey(facts.unit())) return refuse(Agencies.unitUnknown(facts.unit()));
        var unknown = unknown(register, Stream.concat(Stream.of(facts.person()), facts.deputy().stream()));
        if (unknown.isPresent()) return refuse(RoleBook.personUnknown(unknown.get()));
        if (facts.deputy().equals(Optional.of(facts.person()))) return refuse(new AgencyRefusal.OwnDeputy());
        if (facts.to().isPresent() && facts.to().get().isBefore(facts.from())) return refuse(new AgencyRefusal.DaysReversed());
        return enter(facts, register.papers().custodians().stream()
                .filter(other -> other.unit().equals(facts.unit()) && other.kind() == facts.kind()).toList());
    }

    static Decision<AgencyEvent, AgencyRefusal> workload(Registered register, WorkloadClassed facts) {
        if (!register.units().containsKey(facts.unit())) return refuse(Agencies.unitUnknown(facts.unit()));
        return enter(facts, register.papers().workloads().stream().filter(other -> other.unit().equals(facts.unit())).toList());
    }

    /** A station has one key: who brings another one is not that station, or has lost its key and is registered anew. */
    static Decision<AgencyEvent, AgencyRefusal> stationKey(Registered register, StationKeyRegistered facts) {
        var station = register.stations().get(facts.station());
        if (station == null) return refuse(new AgencyRefusal.NotRegistered(Entry.STATION, facts.station().toString()));
        var known = register.papers().stationKeys().stream().filter(other -> other.station().equals(facts.station())).findFirst();
        if (known.isEmpty()) return accept(facts);
        return known.get().equals(facts) ? nothing() : refuse(new AgencyRefusal.AlreadyRegistered(Entry.STATION_KEY, station.number()));
    }

    static Decision<AgencyEvent, AgencyRefusal> profile(Registered register, AdoptProfile command) {
        var facts = command.facts();
        var offered = command.offered();
        if (!facts.digest().equals(offered.digest())) return refuse(new AgencyRefusal.ProfileNotOffered(facts.digest(), offered.digest()));
        if (offered.needsActivation() && facts.activation().isEmpty()) return refuse(new AgencyRefusal.ActivationNeeded());
        var unknown = unknown(register, Stream.concat(Stream.of(facts.by()), facts.confirmations().stream().map(Confirmation::by)));
        if (unknown.isPresent()) return refuse(RoleBook.personUnknown(unknown.get()));
        for (var confirmation : facts.confirmations()) {
            if (!offered.proposed().contains(confirmation.key())) return refuse(new AgencyRefusal.NothingToConfirm(confirmation.key()));
            var legal = register.roles().stream()
                    .anyMatch(term -> term.isOf(confirmation.by(), Role.LEGAL_SECTION) && term.covers(confirmation.on()));
            if (!legal) return refuse(new AgencyRefusal.RoleNotHeld(Role.LEGAL_SECTION, confirmation.on()));
        }
        var earlier = register.papers().profiles();
        if (!earlier.isEmpty() && facts.from().isBefore(earlier.getLast().from())) {
            return refuse(new AgencyRefusal.AdoptedSince(earlier.getLast().from()));
        }
        return enter(facts, earlier);
    }

    /** Versions follow one another without a hole: two people who change the guide at once do not take from each other. */
    static Decision<AgencyEvent, AgencyRefusal> phraseGuide(Registered register, AgencyEvent.PhraseGuideIssued facts) {
        if (!register.people().containsKey(facts.by())) return refuse(RoleBook.personUnknown(facts.by()));
        var length = facts.phrases().stream().mapToInt(phrase -> phrase.text().length()).sum();
        if (length == 0 || length > GUIDE_CHARS_MAX || facts.phrases().stream().anyMatch(phrase -> phrase.text().isBlank())) {
            return refuse(new AgencyRefusal.GuideLength(GUIDE_CHARS_MAX));
        }
        var earlier = register.papers().phraseGuides();
        if (earlier.contains(facts)) return nothing();
        if (facts.number() != earlier.size() + 1) return refuse(new AgencyRefusal.GuideNotNext(facts.number(),
                earlier.size() + 1));
        if (!earlier.isEmpty() && facts.from().isBefore(earlier.getLast().from())) {
            return refuse(new AgencyRefusal.GuideEarlier(earlier.getLast().from()));
        }
        return accept(facts);
    }

    /** The newest of its kind counts: what is newest already is not entered again. */
    private static Decision<AgencyEvent, AgencyRefusal> enter(AgencyEvent facts, List<? extends AgencyEvent> earlier) {
        return !earlier.isEmpty() && earlier.getLast().equals(facts) ? nothing() : accept(facts);
    }

    private static Optional<PersonId> unknown(Registered register, Stream<PersonId> people) {
        return people.filter(person -> !register.people().containsKey(person)).findFirst();
    }
}
