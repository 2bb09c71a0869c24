package org.liuhen.formats.events;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liuhen.core.agencies.AgencyEvent;
import org.liuhen.core.cases.CaseEvent;
import org.liuhen.core.cases.documents.NumberEvent;
import org.liuhen.core.devices.DeviceEvent;
import org.liuhen.core.devices.DeviceLifeEvent;
import org.liuhen.core.devices.equipment.EquipmentEvent;
import org.liuhen.core.devices.needs.NeedEvent;
import org.liuhen.core.devices.places.PlaceEvent;
import org.liuhen.core.findings.FindingEvent;
import org.liuhen.core.recordings.CustodyEvent;
import org.liuhen.core.recordings.RecordingEvent.ContinuityExamined;
import org.liuhen.core.recordings.RecordingEvent;
import org.liuhen.core.recordings.activities.ActivityEvent;
import org.liuhen.core.recordings.handover.HandOverEvent;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.PayloadDestroyed;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.StrictText;
import org.liuhen.formats.json.FieldsReader;
import org.liuhen.formats.json.FieldsWriter;
import org.liuhen.formats.json.Json;
import org.liuhen.formats.json.Records;

/** Which record stands for which type of docs/formats.md, section 2.4, and its fields. */
public final class EventTypes {

    private static final Map<String, Function<FieldsReader, ? extends Event>> READERS = Map.ofEntries(
            entry("AgencyRegistered", AgencyFields::agencyRegistered),
            entry("UnitRegistered", AgencyFields::unitRegistered),
            entry("PersonRegistered", AgencyFields::personRegistered),
            entry("RoleGranted", AgencyFields::roleGranted),
            entry("StationRegistered", AgencyFields::stationRegistered),
            entry("StationKeyRegistered", AgencyFields::stationKeyRegistered),
            entry("LedgerKeyAdopted", AgencyFields::ledgerKeyAdopted),
            entry("CertificateRegistered", AgencyFields::certificateRegistered),
            entry("DeputyNamed", AgencyFields::deputyNamed),
            entry("RoleEnded", AgencyFields::roleEnded),
            entry("EntrustmentRegistered", AgencyFields::entrustmentRegistered),
            entry("ProfileAdopted", AgencyFields::profileAdopted),
            entry("PhraseGuideIssued", AgencyFields::phraseGuideIssued),
            entry("CustodianNamed", AgencyFields::custodianNamed),
            entry("WorkloadClassed", AgencyFields::workloadClassed),
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
            entry("StationReceiptReconciled", RecordingFields::stationReceiptReconciled),
            entry("NumberTaken", NumberFields::numberTaken),
            entry("NumberVoided", NumberFields::numberVoided),
            entry("BlanksIssued", NumberFields::blanksIssued),
            entry("BlankUsed", NumberFields::blankUsed),
            entry("BlankVoided", NumberFields::blankVoided),
            entry("PayloadDestroyed", EventTypes::payloadDestroyed));

    /** Types whose fields are the components of their records. */
    private static final Map<String, Class<? extends Record>> RECORDS = Stream.of(
                    CaseEvent.class, ActivityEvent.class, ContinuityExamined.class, CustodyEvent.class, DeviceEvent.FileNumbersCompared.class, DeviceEvent.FoundAtIntake.class,
                    DeviceLifeEvent.class, EquipmentEvent.class, FindingEvent.class, HandOverEvent.class, NeedEvent.class, PlaceEvent.class)
            .flatMap(EventTypes::leaves)
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, type -> type.asSubclass(Record.class)));

    /** Every type is young: nothing to bring up yet. */
    private static final Upcasters UPCASTERS = new Upcasters(Map.of());

    private EventTypes() {}

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventTypes::leaves) : Stream.of(type);
    }

    /** Every type there is. */
    public static Set<String> all() {
        return Stream.concat(READERS.keySet().stream(), RECORDS.keySet().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** The type's name, for example {@code RecordingHandedIn}. */
    public static String typeOf(Event event) {
        var type = event.getClass().getSimpleName();
        if (!READERS.containsKey(type) && !RECORDS.containsKey(type)) throw new IllegalArgumentException("no type of docs/formats.md: " + type);
        return type;
    }

    /** The newest version of the type: what {@link #data} writes. */
    public static int versionOf(String type) {
        return UPCASTERS.newest(type);
    }

    /** The fields of the event. */
    public static Json.Fields data(Event event) {
        return switch (event) {
            case ContinuityExamined e -> Records.write(e);
            case RecordingEvent e -> RecordingFields.write(e);
            case DeviceEvent e -> DeviceFields.write(e);
            case AgencyEvent e -> AgencyFields.write(e);
            case CaseEvent e -> Records.write((Record) e);
            case ActivityEvent e -> Records.write((Record) e);
            case FindingEvent e -> Records.write((Record) e);
            case HandOverEvent e -> Records.write((Record) e);
            case EquipmentEvent e -> Records.write((Record) e);
            case NeedEvent e -> Records.write((Record) e);
            case PlaceEvent e -> Records.write((Record) e);
            case NumberEvent e -> NumberFields.write(e);
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
        var plain = RECORDS.get(type);
        if (plain != null) return (Event) Records.read(UPCASTERS.bring(type, typeVersion, data), plain, type);
        var reader = READERS.get(type);
        if (reader == null) throw new Malformed("unknown type of event: " + StrictText.shown(type));
        return new FieldsReader(UPCASTERS.bring(type, typeVersion, data), type).whole(reader::apply);
    }

    private static PayloadDestroyed payloadDestroyed(FieldsReader in) {
        return new PayloadDestroyed(in.count("version"), in.text("ground"), in.texts("confirmedBy"));
    }
}
