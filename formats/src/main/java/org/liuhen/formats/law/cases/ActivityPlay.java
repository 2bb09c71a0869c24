package org.liuhen.formats.law.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liuhen.core.devices.WearPosition;
import org.liuhen.core.law.Element;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.law.Rules;
import org.liuhen.core.recordings.MediaKind;
import org.liuhen.core.recordings.activities.Activities;
import org.liuhen.core.recordings.activities.ActivityCommand;
import org.liuhen.core.recordings.activities.ActivityContext;
import org.liuhen.core.recordings.activities.ActivityRefusal;
import org.liuhen.core.recordings.activities.ActivityState.Known;
import org.liuhen.core.recordings.activities.ActivityState;
import org.liuhen.core.recordings.activities.FiledSegment;
import org.liuhen.core.recordings.activities.LinkedDocument;
import org.liuhen.core.recordings.activities.Mark;
import org.liuhen.core.recordings.activities.Means;
import org.liuhen.core.recordings.coverage.Interval;
import org.liuhen.core.recordings.coverage.Segment;
import org.liuhen.core.recordings.rules.ActivityBlocks;
import org.liuhen.core.recordings.rules.ActivityRules;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.values.CaseId;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.DeviceNumber;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.PlaceId;
import org.liuhen.core.values.Refusal;
import org.liuhen.formats.law.Items;
import org.liuhen.formats.law.cases.WorkedCase.Fact;

/**
 * A field activity (现场执法活动).
 *
 * @param proof explosion-proof devices of the unit
 */
record ActivityPlay(ActivityState state, List<DeviceNumber> proof, Law law) implements Play {

    /** In which case a document lies makes no difference to an activity. */
    private static final CaseId IN_CASE = new CaseId(new UUID(0, 1));
    private static final PlaceId PLACE = new PlaceId(new UUID(0, 7));
    private static final Key FOCUS = new Key("avRecord.focus.items");
    private static final Key ON_VIOLATION = new Key("avRecord.focus.onUnlawfulAct");

    @Override
    public boolean begun() {
        return !(state instanceof ActivityState.Absent);
    }

    @Override
    public List<Finding> findings(Instant at) {
        return state instanceof Known known
                ? ActivityRules.assess(known, law, at).findings()
                : List.of();
    }

    @Override
    public Outcome done(Fact fact) {
        if (fact.command() instanceof ActivityFact.HoldProofDevices(var devices)) {
            return new Done(new ActivityPlay(state, devices.stream().map(DeviceNumber::new).toList(), law));
        }
        var next = state;
        for (var command : commands(fact)) {
            var context = new ActivityContext(law, Play.actor(fact.by()), fact.at(), register(fact.command()));
            switch (Activities.decide(next, command, context)) {
                case Decision.Accepted<Event, Refusal>(var events) -> {
                    for (var event : events) next = Activities.evolve(next, event, fact.at());
                }
                case Decision.Refused<Event, Refusal>(var refusal) -> {
                    return new NotDone(refusal, refusal instanceof ActivityRefusal ofActivity ? ofActivity.missing() : List.of());
                }
            }
        }
        return new Done(new ActivityPlay(next, proof, law));
    }

    /** The cast, and what was said of the agency around it. */
    private ActivityContext.Register register(Record command) {
        var cast = new Cast().holding(proof);
        return switch (command) {
            case ActivityFact.Start start when !start.guide() -> cast.unguided();
            case ActivityFact.Exempt exempt -> cast.exempted(exempt.earlier());
            default -> cast;
        };
    }

    private List<ActivityCommand> commands(Fact fact) {
        return switch (fact.command()) {
            case ActivityCommand.StateDefect defect -> List.of(complete(defect, fact.at()));
            case ActivityCommand command -> List.of(command);
            case ActivityFact.Open open -> List.of(new ActivityCommand.OpenActivity(open.activity(),
                    Items.shipped().item(open.act(), rules(fact.at())).orElseThrow(), Set.copyOf(open.weights()), open.place(),
                    open.unit(), open.officers(), open.devices(), Optional.empty()));
            case ActivityFact.HoldAt(var place, var kind, var cameras) ->
                    List.of(new ActivityCommand.HoldAtPlace(PLACE, place, kind.handlesCases(), cameras));
            case ActivityFact.Start start -> List.of(new ActivityCommand.StartActivity(start.at()));
            case ActivityFact.Exempt(var ground, var facts, var secret, var cause, var _) ->
                    List.of(new ActivityCommand.ExemptActivity(ground, facts, secret, cause));
            case ActivityFact.File file -> List.of(new ActivityCommand.FileToActivity(filed(file, fact.at()), file.worn()
                    .map(WearPosition::word)));
            case ActivityFact.Link link -> List.of(new ActivityCommand.LinkDocument(
                    new LinkedDocument(link.document(), IN_CASE, link.title(),
                            link.from().map(from -> new Interval(from, link.to().orElseThrow()))),
                    link.partySigned().stream().collect(Collectors.toUnmodifiableSet())));
            case ActivityFact.ShowCertificates shown -> List.of(new ActivityCommand.MarkMoment(
                    Mark.Kind.CERTIFICATE_SHOWN, shown.at(), Set.of(), Optional.of(shown.toWhom())));
            case ActivityFact.Announce told -> List.of(said(Mark.Kind.ANNOUNCED, told.at(), told.audience()));
            case ActivityFact.Introduce spoken -> List.of(said(Mark.Kind.INTRODUCED, spoken.at(), spoken.contents()));
            case ActivityFact.TagFocus(var at, var items) -> tags(Mark.Kind.FOCUS, at, items);
            case ActivityFact.TagNotApplicable(var items, var except) -> tags(Mark.Kind.NOT_APPLICABLE, Optional.empty(),
                    (items.isEmpty() ? untagged(fact.at()) : items).stream().filter(item -> !except.contains(item)).toList());
            default -> throw new IllegalStateException("no command on an activity: " + fact.command());
        };
    }

    private static ActivityCommand said(Mark.Kind kind, Optional<Instant> at, List<String> words) {
        return new ActivityCommand.MarkMoment(kind, at, Set.copyOf(words), Optional.empty());
    }

    private static List<ActivityCommand> tags(Mark.Kind kind, Optional<Instant> at, List<String> items) {
        return items.stream().map(item -> said(kind, at, List.of(item))).toList();
    }

    /** The focus items of the agency that nobody has tagged. */
    private List<String> untagged(Instant at) {
        var tagged = state instanceof Known known
                ? known.course().marks(Mark.Kind.FOCUS).flatMap(mark -> mark.words().stream()).toList()
                : List.<String>of();
        var onViolation = rules(at).words(ON_VIOLATION).map(cited -> cited.value()).orElse(List.of());
        return Stream.concat(rules(at).elements(FOCUS).stream().map(Element::word), onViolation.stream())
                .filter(word -> !tagged.contains(word)).toList();
    }

    private static FiledSegment filed(ActivityFact.File file, Instant storedAt) {
        var time = new Interval(file.from(), file.to().orElse(file.from()));
        var segment = new Segment(file.recording(), file.device(), file.kind(), time, file.uncertainty());
        return new FiledSegment(segment, means(file.kind(), file.silent()), storedAt, file.created());
    }

    private static Set<Means> means(MediaKind kind, boolean silent) {
        return switch (kind) {
            case VIDEO -> silent ? Set.of(Means.VIDEO) : Set.of(Means.VIDEO, Means.AUDIO);
            case AUDIO -> Set.of(Means.AUDIO);
            case PHOTO -> Set.of(Means.PHOTO);
            case OTHER -> Set.of();
        };
    }

    /** A defect statement that names no duty answers everything that is lacking at that moment. */
    private ActivityCommand.StateDefect complete(ActivityCommand.StateDefect defect, Instant at) {
        if (!defect.duties().isEmpty() || !(state instanceof Known known)) return defect;
        var duties = Stream.concat(findings(at).stream().map(finding -> finding.key().duty()),
                ActivityBlocks.missing(known, law).stream().map(Missing::duty)).distinct().sorted().toList();
        return new ActivityCommand.StateDefect(duties, defect.missing(), defect.why(), defect.by());
    }

    private Rules rules(Instant at) {
        return law.on(LocalDate.ofInstant(at, law.zone()));
    }
}
