package org.liuhen.core.values;

/**
 * Who did it, as it was known at that moment.
 *
 * @param id the person's or station's id; for the program the name of its job
 * @param name for people
 */
public record Actor(Kind kind, String id, String name, Role role) {

    /** What kind of actor. */
    public enum Kind {
        PERSON("person"),
        STATION("station"),
        SYSTEM("system");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word in files and answers. */
        public String word() {
            return word;
        }
    }

    public Actor {
        var fits = switch (kind) {
            case PERSON -> role.grantable();
            case STATION -> role == Role.STATION;
            case SYSTEM -> role == Role.SYSTEM;
        };
        if (!fits) throw new IllegalArgumentException("a " + kind.word() + " does not act as " + role.word());
        if (id.isBlank() || name.isBlank()) throw new IllegalArgumentException("an actor has an id and a name");
    }

    /** A person in one of the roles that the register gives. */
    public static Actor person(PersonId id, String name, Role role) {
        return new Actor(Kind.PERSON, id.toString(), name, role);
    }

    /** A collection station. */
    public static Actor station(StationId id, String name) {
        return new Actor(Kind.STATION, id.toString(), name, Role.STATION);
    }

    /** The program itself; {@code job} says in which of its jobs. */
    public static Actor system(String job) {
        return new Actor(Kind.SYSTEM, job, job, Role.SYSTEM);
    }
}
