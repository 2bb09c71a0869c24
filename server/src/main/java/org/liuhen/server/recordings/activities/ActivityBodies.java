package org.liuhen.server.recordings.activities;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liuhen.core.recordings.activities.ActivityCommand;
import org.liuhen.core.recordings.activities.ActivityId;
import org.liuhen.core.recordings.activities.SceneReceipt;
import org.liuhen.core.recordings.activities.Weight;
import org.liuhen.core.recordings.coverage.Interval;
import org.liuhen.core.values.CaseId;
import org.liuhen.core.values.Command;
import org.liuhen.core.values.DeviceId;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.DocumentId;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.PlaceId;
import org.liuhen.core.values.RecordingId;
import org.liuhen.core.values.UnitCode;
import org.liuhen.formats.json.Json;
import org.liuhen.formats.law.Items;
import org.liuhen.formats.recordings.SceneCode;
import org.liuhen.formats.recordings.SceneReceipts;
import org.liuhen.server.acts.Act;
import org.liuhen.server.acts.ActBody;
import org.liuhen.server.agencies.AgencyLaw;
import org.liuhen.server.agencies.Register;
import org.springframework.stereotype.Component;

/** What the body of an act says, and the command that it becomes with what the server knows itself. */
@Component
class ActivityBodies {

    private final AgencyLaw law;
    private final Register register;
    private final RecordedSegments recordings;
    private final DocumentsOfCases documents;
    private final PlacesOfRegister places;
    private final RecordersWorn worn;
    private final InstantSource clock;

    ActivityBodies(
            AgencyLaw law, Register register, RecordedSegments recordings, DocumentsOfCases documents, PlacesOfRegister places, RecordersWorn worn,
            InstantSource clock) {
        this.law = law;
        this.register = register;
        this.recordings = recordings;
        this.documents = documents;
        this.places = places;
        this.worn = worn;
        this.clock = clock;
    }

    /** At which place of the register it is held. */
    public record Holding(PlaceId place) {}

    /** What opens an activity. These are public inside, so that their parts can be read by name. */
    public record Opening(ActivityId activity, String act, Set<Weight> weights, Optional<String> place, Optional<PlaceId> room, UnitCode unit,
            List<PersonId> officers, List<DeviceId> devices, Optional<Interval> planned) {
        public Opening {
            weights = Set.copyOf(weights);
            officers = List.copyOf(officers);
            devices = List.copyOf(devices);
        }
    }

    /** A recording to be filed. */
    public record Filing(RecordingId recording) {}

    /** A scene receipt, and the digest that whoever made it printed on it. */
    public record Lodging(SceneReceipt receipt, Digest digest) {}

    /** A document to be linked. */
    public record Linking(CaseId inCase, DocumentId document) {}

    /**
     * The act, and what follows from what it names: an activity that is opened in a room of the register is held there.
     *
     * @throws org.liuhen.server.http.Problem if it cannot be understood, or names what the agency does not have
     */
    List<Command> commands(Act asked, String agency, Json.Fields body) {
        if (asked.command() != ActivityCommand.OpenActivity.class) return List.of(command(asked, agency, body));
        var opening = ActBody.as(Opening.class, body);
        var held = opening.room().map(room -> places.of(agency, room));
        var place = held.map(ActivityCommand.HoldAtPlace::name).or(opening::place).orElse("");
        return Stream.concat(Stream.of(open(agency, opening, place)), held.stream()).toList();
    }

    private Command command(Act asked, String agency, Json.Fields body) {
        if (asked.command() == ActivityCommand.HoldAtPlace.class) return places.of(agency, ActBody.as(Holding.class, body).place());
        if (asked.command() == ActivityCommand.FileToActivity.class) {
            var segment = recordings.of(agency, ActBody.as(Filing.class, body).recording());
            return new ActivityCommand.FileToActivity(segment, worn.outings().during(segment.segment()));
        }
        if (asked.command() == ActivityCommand.LinkDocument.class) {
            var linking = ActBody.as(Linking.class, named(body));
            return documents.of(agency, linking.inCase(), linking.document());
        }
        if (asked.command() == ActivityCommand.LodgeSceneReceipt.class) return lodge(ActBody.as(Lodging.class, body));
        var command = asked.read(body);
        if (command instanceof ActivityCommand.AmendActivity amend) known(agency, amend.devices());
        return command;
    }

    private Command open(String agency, Opening asked, String place) {
        var rules = law.law(agency);
        var day = LocalDate.ofInstant(asked.planned().map(Interval::from).orElseGet(clock::instant), rules.zone());
        var item = Items.shipped().item(asked.act(), rules.on(day)).orElseThrow(() -> ActivityProblems.noSuchItem(asked.act()));
        known(agency, asked.devices());
        return new ActivityCommand.OpenActivity(asked.activity(), item, asked.weights(), place, asked.unit(), asked.officers(),
                asked.devices(), asked.planned());
    }

    /** The paper is out already: what it names must be what is lodged, to the last byte. */
    private static Command lodge(Lodging asked) {
        var digest = SceneReceipts.digest(asked.receipt());
        if (!digest.equals(asked.digest())) throw ActivityProblems.otherDigest(asked.digest(), digest);
        return new ActivityCommand.LodgeSceneReceipt(asked.receipt(), digest, SceneCode.of(digest));
    }

    private void known(String agency, List<DeviceId> devices) {
        var known = register.devices(agency).stream().map(device -> new DeviceId(device.id())).collect(Collectors.toSet());
        devices.stream().filter(device -> !known.contains(device)).findFirst().ifPresent(device -> {
            throw ActivityProblems.noSuchDevice(device.toString());
        });
    }

    /** {@code case} is no name in Java. */
    private static Json.Fields named(Json.Fields body) {
        var fields = new TreeMap<>(body.values());
        var inCase = fields.remove("case");
        if (inCase != null) fields.put("inCase", inCase);
        return new Json.Fields(fields);
    }
}
