package org.liuhen.formats.events;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.liuhen.core.agencies.AgencyEvent;
import org.liuhen.core.devices.DeviceEvent;
import org.liuhen.core.recordings.RecordingEvent;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.PayloadDestroyed;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.StrictText;
import org.liuhen.formats.json.FieldsReader;
import org.liuhen.formats.json.FieldsWriter;
import org.liuhen.formats.json.Json;

/** Which record stands for which type of docs/formats.md, section 2.4, and its fields. */
public final class EventTypes {

    private static final Map<String, Function<FieldsReader, ? extends Event>> READERS = Map.ofEntries(
            entry("AgencyRegistered", AgencyFields::agencyRegistered),
            entry("UnitRegistered", AgencyFields::unitRegistered),
            entry("PersonRegistered", AgencyFields::personRegistered),
            entry("RoleGranted", AgencyFields::roleGranted),
            entry("StationRegistered", AgencyFields::stationRegistered),
            entry("LedgerKeyAdopted", AgencyFields::ledgerKeyAdopted),
            entry("OriginOpened", AgencyFields::originOpened),
            entry("DeviceRegistered", DeviceFields::deviceRegistered),
            entry("HandInOpened", DeviceFields::handInOpened),
            entry("HandInBalanced", DeviceFields::handInBalanced),
            entry("RecordingHandedIn", RecordingFields::recordingHandedIn),
            entry("RecordingProbed", RecordingFields::recordingProbed),
            entry("RecordingNotProbed", RecordingFields::recordingNotProbed),
            entry("DerivedCopyMade", RecordingFields::derivedCopyMade),
            entry("DerivedCopyFailed", RecordingFields::derivedCopyFailed),
            entry("RecordingClassified", RecordingFields::recordingClassified),
            entry("RecordingViewed", RecordingFields::recordingViewed),
            entry("RecordingExported", RecordingFields::recordingExported),
            entry("CameraFileCleared", RecordingFields::cameraFileCleared),
            entry("PayloadDestroyed", EventTypes::payloadDestroyed));

    /** Every type is young: nothing to bring up yet. */
    private static final Upcasters UPCASTERS = new Upcasters(Map.of());

    private EventTypes() {}

    /** Every type there is. */
    public static Set<String> all() {
        return READERS.keySet();
    }

    /** The type's name, for example {@code RecordingHandedIn}. */
    public static String typeOf(Event event) {
        var type = event.getClass().getSimpleName();
        if (!READERS.containsKey(type)) throw new IllegalArgumentException("no type of docs/formats.md: " + type);
        return type;
    }

    /** The newest version of the type: what {@link #data} writes. */
    public static int versionOf(String type) {
        return UPCASTERS.newest(type);
    }

    /** The fields of the event. */
    public static Json.Fields data(Event event) {
        return switch (event) {
            case RecordingEvent e -> RecordingFields.write(e);
            case DeviceEvent e -> DeviceFields.write(e);
            case AgencyEvent e -> AgencyFields.write(e);
            case PayloadDestroyed e -> new FieldsWriter()
                    .put("version", e.version())
                    .put("ground", e.ground())
                    .put("confirmedBy", e.confirmedBy(), Json.Text::new)
                    .end();
            default -> throw new IllegalArgumentException("no type of docs/formats.md: " + typeOf(event));
        };
    }

    /**
     * The event with these fields.
     *
     * @throws Malformed if the type, its version or a field is unknown, missing or wrong
     */
    public static Event event(String type, int typeVersion, Json.Fields data) {
        var reader = READERS.get(type);
        if (reader == null) throw new Malformed("unknown type of event: " + StrictText.shown(type));
        return new FieldsReader(UPCASTERS.bring(type, typeVersion, data), type).whole(reader::apply);
    }

    private static PayloadDestroyed payloadDestroyed(FieldsReader in) {
        return new PayloadDestroyed(in.count("version"), in.text("ground"), in.texts("confirmedBy"));
    }
}
