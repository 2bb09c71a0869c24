package org.liuhen.server.recordings.custody;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.liuhen.core.recordings.RecordingCommand.Classify;
import org.liuhen.core.recordings.RecordingContext;
import org.liuhen.core.recordings.RecordingState.HandedIn;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.formats.law.ClassificationKey;
import org.liuhen.formats.law.Profile;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.agencies.Registrar;
import org.liuhen.server.database.AgencyRows;
import org.liuhen.server.identity.Caller;
import org.liuhen.server.recordings.CustodyRegister;
import org.liuhen.server.recordings.RecordingStreams;
import org.springframework.stereotype.Component;

/**
 * What the agency's keys would be filled in with, by what is known: the device and whose it is, its check-out, the activity that the
 * recording is of and the case of that activity. People complete it; nothing of theirs is replaced.
 */
@Component
class Filing {

    private final RecordingStreams streams;
    private final CustodyRegister custody;
    private final Register register;
    private final AgencyRows rows;

    Filing(RecordingStreams streams, CustodyRegister custody, Register register, AgencyRows rows) {
        this.streams = streams;
        this.custody = custody;
        this.register = register;
        this.rows = rows;
    }

    /** The agency's keys in the order of its text. */
    static List<ClassificationKey> keys(String agency) {
        return Profile.of(new AgencyCode(agency)).classificationKeys();
    }

    /** An activity that the recording is of, and its case. */
    private record Activity(String officers, Optional<String> subject, Optional<String> party) {}

    /** What is suggested, by key; without keys that nothing is known for. */
    Map<String, String> suggested(String agency, HandedIn recording) {
        var device = register.devices(agency).stream().filter(known -> known.id().equals(recording.facts().device().value())).findFirst();
        var activity = activity(agency, recording.facts().recording().value());
        var user = custody.use(agency, recording).flatMap(use -> register.person(use.person().value())).map(Register.Person::name);
        var manager = device.flatMap(Register.Device::officer).flatMap(register::person).map(Register.Person::name);
        var suggested = new LinkedHashMap<String, String>();
        put(suggested, "enforcementUnit", device.map(known -> register.unitName(agency, known.unit())));
        put(suggested, "deviceNo", device.map(Register.Device::number));
        put(suggested, "officer", activity.map(Activity::officers).or(() -> user).or(() -> manager));
        put(suggested, "recordingDate", recording.completedAt().map(Filing::day));
        put(suggested, "useTime", recording.completedAt().map(Filing::minute));
        put(suggested, "storingDate", Optional.of(day(recording.custody().storedAt())));
        put(suggested, "cause", activity.flatMap(Activity::subject));
        put(suggested, "caseName", activity.flatMap(Activity::subject));
        put(suggested, "party", activity.flatMap(Activity::party));
        put(suggested, "partyOrUnitName", activity.flatMap(Activity::party));
        suggested.keySet().retainAll(keys(agency).stream().map(ClassificationKey::key).collect(Collectors.toSet()));
        return suggested;
    }

    /**
     * Files a recording by what is suggested; what a person entered stays.
     *
     * @return the version after it
     */
    long take(Caller caller, UUID id, UUID command) {
        var recording = RecordingStreams.handedIn(streams.load(caller.agency(), id));
        var keys = new TreeMap<>(suggested(caller.agency(), recording));
        keys.putAll(recording.keys());
        var known = keys(caller.agency()).stream().map(ClassificationKey::key).collect(Collectors.toSet());
        return streams.handle(caller.agency(), id, command, caller.actor(), Optional.empty(), new Classify(keys), new RecordingContext(known, false));
    }

    private Optional<Activity> activity(String agency, UUID recording) {
        return rows.of(agency, jdbc -> jdbc.sql("""
                select a.officers, c.subject, c.party from activity_recording r join activity a on a.id = r.activity
                left join activity_document d on d.activity = a.id left join case_file c on c.id = d.case_id
                where r.agency = :agency and r.recording = :recording order by c.opened_at nulls last, a.begins_at limit 1
                """).param("agency", agency).param("recording", recording)
                .query((row, _) -> new Activity(row.getString("officers"), Optional.ofNullable(row.getString("subject")),
                        Optional.ofNullable(row.getString("party")))).optional());
    }

    private static String day(Instant at) {
        return LocalDate.ofInstant(at, Registrar.ZONE).toString();
    }

    private static String minute(Instant at) {
        var local = at.atZone(Registrar.ZONE);
        return local.toLocalDate() + " " + "%02d:%02d".formatted(local.getHour(), local.getMinute());
    }

    private static void put(Map<String, String> suggested, String key, Optional<String> value) {
        value.filter(text -> !text.isBlank()).ifPresent(text -> suggested.put(key, text));
    }
}
