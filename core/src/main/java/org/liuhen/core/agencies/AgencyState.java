package org.liuhen.core.agencies;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.liuhen.core.agencies.AgencyEvent.AgencyRegistered;
import org.liuhen.core.agencies.AgencyEvent.CertificateRegistered;
import org.liuhen.core.agencies.AgencyEvent.CustodianNamed;
import org.liuhen.core.agencies.AgencyEvent.EntrustmentRegistered;
import org.liuhen.core.agencies.AgencyEvent.LedgerKeyAdopted;
import org.liuhen.core.agencies.AgencyEvent.OriginOpened;
import org.liuhen.core.agencies.AgencyEvent.PersonRegistered;
import org.liuhen.core.agencies.AgencyEvent.ProfileAdopted;
import org.liuhen.core.agencies.AgencyEvent.RoleEnded;
import org.liuhen.core.agencies.AgencyEvent.StationRegistered;
import org.liuhen.core.agencies.AgencyEvent.UnitRegistered;
import org.liuhen.core.agencies.AgencyEvent.WorkloadClassed;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.StationId;
import org.liuhen.core.values.UnitCode;

/** What an agency's register says. */
public sealed interface AgencyState {

    /** Not begun. */
    record Absent() implements AgencyState {}

    /** Begun. Everything in the order of its entry. */
    record Registered(
            AgencyRegistered facts,
            Map<UnitCode, UnitRegistered> units,
            Map<PersonId, PersonRegistered> people,
            List<RoleTerm> roles,
            Map<StationId, StationRegistered> stations,
            List<LedgerKeyAdopted> keys,
            List<OriginOpened> origins,
            Papers papers)
            implements AgencyState {
        public Registered {
            units = Collections.unmodifiableMap(new LinkedHashMap<>(units));
            people = Collections.unmodifiableMap(new LinkedHashMap<>(people));
            roles = List.copyOf(roles);
            stations = Collections.unmodifiableMap(new LinkedHashMap<>(stations));
            keys = List.copyOf(keys);
            origins = List.copyOf(origins);
        }

        static Registered begun(AgencyRegistered facts) {
            return new Registered(facts, Map.of(), Map.of(), List.of(), Map.of(), List.of(), List.of(), Papers.NONE);
        }

        Registered with(UnitRegistered unit) {
            return new Registered(facts, put(units, unit.code(), unit), people, roles, stations, keys, origins, papers);
        }

        Registered with(PersonRegistered person) {
            return new Registered(facts, units, put(people, person.person(), person), roles, stations, keys, origins, papers);
        }

        Registered with(RoleTerm term) {
            return new Registered(facts, units, people, add(roles, term), stations, keys, origins, papers);
        }

        Registered with(RoleEnded end) {
            var ended = roles.stream().map(term -> term.after(end)).toList();
            return new Registered(facts, units, people, ended, stations, keys, origins, papers);
        }

        Registered with(Papers next) {
            return new Registered(facts, units, people, roles, stations, keys, origins, next);
        }

        Registered with(StationRegistered station) {
            return new Registered(facts, units, people, roles, put(stations, station.station(), station), keys, origins, papers);
        }

        Registered with(LedgerKeyAdopted adopted) {
            return new Registered(facts, units, people, roles, stations, add(keys, adopted), origins, papers);
        }

        Registered with(OriginOpened opened) {
            return new Registered(facts, units, people, roles, stations, keys, add(origins, opened), papers);
        }

        private static <K, V> Map<K, V> put(Map<K, V> map, K key, V value) {
            var next = new LinkedHashMap<>(map);
            next.put(key, value);
            return next;
        }

        private static <T> List<T> add(List<T> list, T item) {
            var next = new ArrayList<>(list);
            next.add(item);
            return next;
        }
    }

    /** What the agency has in writing, each in the order of its entry; the newest counts. */
    record Papers(
            List<CertificateRegistered> certificates,
            List<EntrustmentRegistered> entrustments,
            List<ProfileAdopted> profiles,
            List<CustodianNamed> custodians,
            List<WorkloadClassed> workloads,
            List<AgencyEvent.StationKeyRegistered> stationKeys,
            List<AgencyEvent.PhraseGuideIssued> phraseGuides) {

        static final Papers NONE = new Papers(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

        public Papers {
            certificates = List.copyOf(certificates);
            entrustments = List.copyOf(entrustments);
            profiles = List.copyOf(profiles);
            custodians = List.copyOf(custodians);
            workloads = List.copyOf(workloads);
            stationKeys = List.copyOf(stationKeys);
            phraseGuides = List.copyOf(phraseGuides);
        }

        Papers with(CertificateRegistered certificate) {
            return new Papers(Registered.add(certificates, certificate), entrustments, profiles, custodians, workloads,
                    stationKeys, phraseGuides);
        }

        Papers with(EntrustmentRegistered entrustment) {
            return new Papers(certificates, Registered.add(entrustments, entrustment), profiles, custodians, workloads,
                    stationKeys, phraseGuides);
        }

        Papers with(ProfileAdopted adopted) {
            return new Papers(certificates, entrustments, Registered.add(profiles, adopted), custodians, workloads, stationKeys,
                    phraseGuides);
        }

        Papers with(CustodianNamed named) {
            return new Papers(certificates, entrustments, profiles, Registered.add(custodians, named), workloads, stationKeys,
                    phraseGuides);
        }

        Papers with(WorkloadClassed classed) {
            return new Papers(certificates, entrustments, profiles, custodians, Registered.add(workloads, classed), stationKeys,
                    phraseGuides);
        }

        Papers with(AgencyEvent.StationKeyRegistered key) {
            return new Papers(certificates, entrustments, profiles, custodians, workloads, Registered.add(stationKeys, key),
                    phraseGuides);
        }

        Papers with(AgencyEvent.PhraseGuideIssued guide) {
            return new Papers(certificates, entrustments, profiles, custodians, workloads, stationKeys,
                    Registered.add(phraseGuides, guide));
        }
    }

    /** The payload of the first entry was destroyed by law. */
    record Tombstone() implements AgencyState {}
}
