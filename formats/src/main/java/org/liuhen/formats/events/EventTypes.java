package org.liuhen.formats.events;

import org.liuhen.core.values.Event;
import org.liuhen.formats.json.Json;

/** Which record stands for which type of docs/formats.md, section 2.4, and its fields. */
public final class EventTypes {

    private EventTypes() {}

    /** The type's name, for example {@code RecordingHandedIn}. */
    public static String typeOf(Event event) {
        return event.getClass().getSimpleName();
    }

    /** The newest version of the type: what {@link #data} writes. */
    public static int versionOf(String type) {
        return org.liuhen.formats.Follows.here();
    }

    /** The fields of the event. */
    public static Json.Fields data(Event event) {
        return org.liuhen.formats.Follows.here();
    }

    /**
     * The event with these fields.
     *
     * @throws org.liuhen.formats.Malformed if the type, its version or a field is unknown, missing or wrong
     */
    public static Event event(String type, int typeVersion, Json.Fields data) {
        return org.liuhen.formats.Follows.here();
    }
}
