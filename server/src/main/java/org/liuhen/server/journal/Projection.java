package org.liuhen.server.journal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tables that follow from the journal. A Spring bean; called inside the append's transaction, and by {@code liuhen rebuild} for
 * every event again, in the order of {@link Recorded#position()}. The rows must follow from the events alone: no clock, no
 * chance, no identity columns, no other tables than its own.
 */
public interface Projection {

    /** Short name for logs and progress. */
    String name();

    /** The tables that this projection alone writes; emptied before a rebuild. */
    List<String> tables();

    /** Takes one event into the tables. An exception refuses the whole submission. Events it does not know are left out. */
    void apply(Recorded recorded, JdbcClient jdbc);

    /** Takes many events, in their order, to the same rows as one by one; {@code liuhen rebuild} asks for it. */
    default void applyAll(List<Recorded> recorded, JdbcClient jdbc) {
        for (var one : recorded) apply(one, jdbc);
    }

    /** Told once at the end of a rebuild, in its transaction: the rows may be laid out anew, and stay the same. */
    default void rebuilt(JdbcClient jdbc) {}
}
