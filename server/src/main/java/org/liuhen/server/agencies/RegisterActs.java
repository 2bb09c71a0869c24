package org.liuhen.server.agencies;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.agencies.Agencies;
import org.liuhen.core.agencies.AgencyCommand;
import org.liuhen.core.agencies.AgencyEvent;
import org.liuhen.core.agencies.AgencyRefusal;
import org.liuhen.core.agencies.AgencyState;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.Event;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.events.EventTypes;
import org.liuhen.formats.json.Json;
import org.liuhen.server.http.Problem;
import org.liuhen.server.journal.Journal;
import org.liuhen.server.journal.Recorded;
import org.liuhen.server.journal.StreamAppend;
import org.liuhen.server.journal.Submission;
import org.liuhen.server.journal.VersionConflict;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Acts that an agency's system administrator enters in the register. Published to the endpoints. */
@Component
public final class RegisterActs {

    private static final int TRIES = 5;
    private static final int TEXT_MAX = 200;

    /** Acts by the last part of their address, and the event whose fields are the body (docs/formats.md, section 2.4). */
    private static final Map<String, String> EVENTS = Map.of(
            "register-certificate", "CertificateRegistered",
            "register-entrustment", "EntrustmentRegistered",
            "grant-role", "RoleGranted",
            "end-role", "RoleEnded",
            "name-deputy", "DeputyNamed",
            "name-custodian", "CustodianNamed",
            "class-workload", "WorkloadClassed",
            "adopt-profile", "ProfileAdopted");

    private final Register register;
    private final Journal journal;
    private final Clock clock;

    RegisterActs(Register register, Journal journal, Clock clock) {
        this.register = register;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Carries out an act once.
     *
     * @param body the fields of the event, as maps, lists and texts
     * @return the version of the register after it
     * @throws Problem if there is no such act, the body is not understood or the register refuses; nothing was written
     */
    public long carryOut(String agency, UUID commandId, Actor actor, String act, Map<String, Object> body) {
        var asked = event(act, body);
        return carryOut(agency, commandId, actor, command(agency, asked), asked);
    }

    /**
     * Enters the key that a station tells of itself; the same key again changes nothing.
     *
     * @throws Problem if the station has another key; nothing was written
     */
    public void registerStationKey(String agency, Actor actor, AgencyEvent.StationKeyRegistered facts) {
        carryOut(agency, UUID.randomUUID(), actor, new AgencyCommand.RegisterStationKey(facts), facts);
    }

    /**
     * Enters a version of the guide to what is said.
     *
     * @throws Problem if the register refuses it; nothing was written
     */
    public void issuePhraseGuide(String agency, UUID commandId, Actor actor, AgencyEvent.PhraseGuideIssued facts) {
        carryOut(agency, commandId, actor, new AgencyCommand.IssuePhraseGuide(facts), facts);
    }

    private long carryOut(String agency, UUID commandId, Actor actor, AgencyCommand command, Event asked) {
        var stream = register.agency(agency).map(Register.Agency::stream)
                .orElseThrow(() -> new IllegalStateException("signed in, and no such agency: " + agency));
        for (var attempt = 1; ; attempt++) {
            var before = journal.outcome(agency, commandId);
            if (before.isPresent()) return repeated(before.get().version(stream), journal.read(stream), asked);
            var history = journal.read(stream);
            AgencyState state = new AgencyState.Absent();
            for (var recorded : history) state = Agencies.evolve(state, recorded.fact());
            switch (Agencies.decide(state, command)) {
                case Decision.Refused<AgencyEvent, AgencyRefusal>(var refusal) -> throw Problem.refused(status(refusal), refusal);
                case Decision.Accepted<AgencyEvent, AgencyRefusal>(var events) when events.isEmpty() -> {
                    return history.size();
                }
                case Decision.Accepted<AgencyEvent, AgencyRefusal>(var events) -> {
                    try {
                        var append = new StreamAppend(stream, history.size(), new ArrayList<Event>(events));
                        var appended = journal.append(new Submission(agency, commandId, actor, clock.instant(), Duration.ZERO, List.of(append)));
                        return appended.repeated() ? repeated(appended.version(stream), journal.read(stream), asked) : appended.version(stream);
                    } catch (VersionConflict conflict) {
                        if (attempt == TRIES) throw conflict;
                    }
                }
            }
        }
    }

    /** The same act again has its answer; the key of something else is none. */
    private static long repeated(long version, List<Recorded> history, Event asked) {
        if (version > 0 && history.get((int) version - 1).fact().equals(asked)) return version;
        throw Problem.of(HttpStatus.CONFLICT, "key-used", "这个请求编号已用于另一事项", "This idempotency key was used for something else")
                .next("请刷新后重试；程序请为每次操作使用新的 Idempotency-Key。", "Reload and try again; programs use a new Idempotency-Key for each act.");
    }

    private static AgencyCommand command(String agency, Event asked) {
        return switch (asked) {
            case AgencyEvent.CertificateRegistered facts -> new AgencyCommand.RegisterCertificate(facts);
            case AgencyEvent.EntrustmentRegistered facts -> new AgencyCommand.RegisterEntrustment(facts);
            case AgencyEvent.RoleGranted facts -> new AgencyCommand.GrantRole(facts);
            case AgencyEvent.RoleEnded facts -> new AgencyCommand.EndRole(facts);
            case AgencyEvent.DeputyNamed facts -> new AgencyCommand.NameDeputy(facts);
            case AgencyEvent.CustodianNamed facts -> new AgencyCommand.NameCustodian(facts);
            case AgencyEvent.WorkloadClassed facts -> new AgencyCommand.ClassWorkload(facts);
            case AgencyEvent.ProfileAdopted facts ->
                new AgencyCommand.AdoptProfile(facts, OfferedProfile.of(new AgencyCode(agency)));
            case Event other -> throw new IllegalStateException("no act enters " + other);
        };
    }

    private static Event event(String act, Map<String, Object> body) {
        var type = EVENTS.get(act);
        if (type == null) throw Problem.notFound("登记没有这个操作", "The register has no such act");
        try {
            return EventTypes.event(type, EventTypes.versionOf(type), fields(body));
        } catch (Malformed e) {
            throw Problem.badRequest("body-wrong", "请求的内容无法理解", "The request cannot be understood")
                    .because("“" + e.getMessage() + "”。", e.getMessage() + ".")
                    .next("请检查填写的内容；程序请对照 docs/formats.md 第 2.4 节。",
                            "Check what was entered; programs compare with docs/formats.md, section 2.4.");
        }
    }

    private static Json.Fields fields(Map<?, ?> body) {
        Function<Map.Entry<?, ?>, String> name = field -> String.valueOf(field.getKey());
        return new Json.Fields(new java.util.TreeMap<>(body.entrySet().stream()
                .collect(Collectors.toMap(name, field -> json(name.apply(field), field.getValue())))));
    }

    private static Json json(String name, @Nullable Object value) {
        return switch (value) {
            case null -> throw new Malformed(name + " is null; what is absent is left out");
            case Map<?, ?> fields -> fields(fields);
            case List<?> items -> new Json.Items(items.stream().map(item -> json(name, item)).toList());
            case String text -> new Json.Text(taken(name, text));
            default -> throw new Malformed(name + " is neither text nor list nor object");
        };
    }

    private static String taken(String name, String text) {
        if (text.isBlank() || text.length() > TEXT_MAX || text.chars().anyMatch(Character::isISOControl)) {
            throw new Malformed(name + " has 1 to " + TEXT_MAX + " characters, none of them control characters");
        }
        return text;
    }

    private static HttpStatus status(AgencyRefusal refusal) {
        return switch (refusal) {
            case AgencyRefusal.NoSuchAgency _ -> HttpStatus.GONE;
            case AgencyRefusal.AlreadyRegistered _, AgencyRefusal.RolesNotTogether _, AgencyRefusal.LastAdministrator _,
                    AgencyRefusal.ProfileNotOffered _, AgencyRefusal.AdoptedSince _, AgencyRefusal.GuideNotNext _ ->
                            HttpStatus.CONFLICT;
            case AgencyRefusal.NotRegistered _, AgencyRefusal.RoleNotGrantable _, AgencyRefusal.DaysReversed _, AgencyRefusal.NoKeys _,
                    AgencyRefusal.RoleNotHeld _, AgencyRefusal.OwnDeputy _, AgencyRefusal.ActivationNeeded _,
                    AgencyRefusal.NothingToConfirm _, AgencyRefusal.GuideEarlier _, AgencyRefusal.GuideLength _ ->
                            HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }
}
