package org.liuhen.server.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Role;
import org.liuhen.core.values.StationId;

/**
 * Who is asking, as the server knows it; an endpoint takes it as a parameter. Everything that it may see and do is within its agency.
 *
 * @param agency code of the one agency that it belongs to
 * @param id of the person or the station
 * @param name for people
 * @param unit code of its unit, where the register names one
 * @param roles valid today; a station has {@link Role#STATION} alone
 * @param acting the role in which this request is carried out
 * @param expiresAt when session or token ends
 */
public record Caller(
        String agency, Actor.Kind kind, UUID id, String name, Optional<String> unit, Set<Role> roles, Role acting, Instant expiresAt) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Whether it is a collection station. */
    public boolean isStation() {
        return kind == Actor.Kind.STATION;
    }

    /** As it stands in the journal. */
    public Actor actor() {
        return isStation() ? Actor.station(new StationId(id), name) : Actor.person(new PersonId(id), name, acting);
    }

    /** The same, acting in another of its roles. */
    Caller in(Role role) {
        return new Caller(agency, kind, id, name, unit, roles, role, expiresAt);
    }
}
