package org.liuhen.core.agencies;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.liuhen.core.agencies.AgencyEvent.AgencyRegistered;
import org.liuhen.core.agencies.AgencyEvent.LedgerKeyAdopted;
import org.liuhen.core.agencies.AgencyEvent.OriginOpened;
import org.liuhen.core.agencies.AgencyEvent.PersonRegistered;
import org.liuhen.core.agencies.AgencyEvent.RoleGranted;
import org.liuhen.core.agencies.AgencyEvent.StationRegistered;
import org.liuhen.core.agencies.AgencyEvent.UnitRegistered;
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
            List<RoleGranted> roles,
            Map<StationId, StationRegistered> stations,
            List<LedgerKeyAdopted> keys,
            List<OriginOpened> origins)
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
            return new Registered(facts, Map.of(), Map.of(), List.of(), Map.of(), List.of(), List.of());
        }

        Registered with(UnitRegistered unit) {
            return new Registered(facts, put(units, unit.code(), unit), people, roles, stations, keys, origins);
        }

        Registered with(PersonRegistered person) {
            return new Registered(facts, units, put(people, person.person(), person), roles, stations, keys, origins);
        }

        Registered with(RoleGranted role) {
            return new Registered(facts, units, people, add(roles, role), stations, keys, origins);
        }

        Registered with(StationRegistered station) {
            return new Registered(facts, units, people, roles, put(stations, station.station(), station), keys, origins);
        }

        Registered with(LedgerKeyAdopted adopted) {
            return new Registered(facts, units, people, roles, stations, add(keys, adopted), origins);
        }

        Registered with(OriginOpened opened) {
            return new Registered(facts, units, people, roles, stations, keys, add(origins, opened));
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

    /** The payload of the first entry was destroyed by law. */
    record Tombstone() implements AgencyState {}
}
