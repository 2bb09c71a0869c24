package org.liuhen.server.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Role;
import org.liuhen.core.values.StationId;

/**
 * Who is asking, as the server knows it; an endpoint takes it as a parameter. Everything that it may see and do is within its agency.
 *
 * @param agency code of the one agency that it belongs to; {@link #ANY_AGENCY} for the operator
 * @param id of the person or the station; of the operator nothing but zeros
 * @param name for people
 * @param unit code of its unit, where the register names one
 * @param roles valid today; a station has {@link Role#STATION} alone
 * @param acting the role in which this request is carried out
 * @param expiresAt when session or token ends
 */
public record Caller(
        String agency, Actor.Kind kind, UUID id, String name, Optional<String> unit, Set<Role> roles, Role acting, Instant expiresAt) {

    /** Of nobody's agency: no row belongs to it. */
    public static final String ANY_AGENCY = "";

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Whether it is a collection station. */
    public boolean isStation() {
        return kind == Actor.Kind.STATION;
    }

    /** Whoever runs the installation, on the machine itself. */
    static Caller operator() {
        return new Caller(ANY_AGENCY, Actor.Kind.SYSTEM, new UUID(0, 0), "operator", Optional.empty(), Set.of(Role.SYSTEM), Role.SYSTEM, Instant.MAX);
    }

    /** Whether it is the operator of the installation. */
    public boolean isOperator() {
        return kind == Actor.Kind.SYSTEM;
    }

    /** As it stands in the journal. */
    public Actor actor() {
        return switch (kind) {
            case PERSON -> Actor.person(new PersonId(id), name, acting);
            case STATION -> Actor.station(new StationId(id), name);
            case SYSTEM -> Actor.system(name);
        };
    }

    /** As it stands in the journal, in the first of these roles that it holds; empty for who holds none of them, or is no person. */
    public Optional<Actor> actorIn(SortedSet<Role> served) {
        if (kind != Actor.Kind.PERSON) return Optional.empty();
        return served.stream().filter(roles::contains).findFirst().map(role -> Actor.person(new PersonId(id), name, role));
    }

    /** The same, at work for that agency. */
    public Caller at(String code) {
        return new Caller(code, kind, id, name, unit, roles, acting, expiresAt);
    }

    /** The same, acting in another of its roles. */
    Caller in(Role role) {
        return new Caller(agency, kind, id, name, unit, roles, role, expiresAt);
    }
}
