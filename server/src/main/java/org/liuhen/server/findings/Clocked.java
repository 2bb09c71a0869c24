package org.liuhen.server.findings;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A kind of stream that is judged again when its time has come: each feature has its own. */
public interface Clocked {

    /** One stream to be judged. */
    record Due(String agency, UUID id) {}

    /** What it is, for the log. */
    String name();

    /** Those whose time has come, the longest due first. */
    List<Due> due(Instant now, int atMost);

    /** Those that were not judged since their last event: the server stopped between the two, or the tables were rebuilt. */
    List<Due> forgotten(int atMost);

    /** Judges one; may be repeated, also by two nodes at once. */
    void judge(Due one);

    /** Puts one off that could not be judged. */
    void putOff(Due one, Instant until);
}
