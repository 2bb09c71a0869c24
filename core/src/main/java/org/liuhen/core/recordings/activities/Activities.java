package org.liuhen.core.recordings.activities;

import static org.liuhen.core.values.Decision.accept;
import static org.liuhen.core.values.Decision.nothing;
import static org.liuhen.core.values.Decision.refuse;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.liuhen.core.findings.FindingCommand;
import org.liuhen.core.findings.FindingEvent;
import org.liuhen.core.findings.Findings;
import org.liuhen.core.recordings.activities.ActivityCommand.AmendActivity;
import org.liuhen.core.recordings.activities.ActivityCommand.OpenActivity;
import org.liuhen.core.recordings.activities.ActivityEvent.ActivityOpened;
import org.liuhen.core.recordings.activities.ActivityState.Absent;
import org.liuhen.core.recordings.activities.ActivityState.Cancelled;
import org.liuhen.core.recordings.activities.ActivityState.Known;
import org.liuhen.core.recordings.activities.ActivityState.Tombstone;
import org.liuhen.core.recordings.rules.ActivityBlocks;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.values.Command;
import org.liuhen.core.values.CorruptStream;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.Destroyed;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.Fact;
import org.liuhen.core.values.Officer;
import org.liuhen.core.values.PayloadDestroyed;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Refusal;

/** Decides about one field activity (现场执法活动). */
public final class Activities {

    private Activities() {}

    /** What follows from the command, without doing it. */
    public static Decision<Event, Refusal> decide(ActivityState state, Command command, ActivityContext context) {
        return switch (state) {
            case Absent _ when command instanceof OpenActivity c -> Decision.widen(open(c, context));
            case Absent _ -> refuse(ActivityRefusal.noSuchActivity());
            case Tombstone _ -> refuse(ActivityRefusal.destroyed());
            case Cancelled(var known, _) when command instanceof FindingCommand c -> ofFinding(known, c, context);
            case Cancelled(_, var reason) -> refuse(ActivityRefusal.cancelled(reason));
            case Known known -> switch (command) {
                case FindingCommand c -> ofFinding(known, c, context);
                case ActivityCommand c -> Decision.widen(known(known, c, context));
                case Command _ -> throw new IllegalArgumentException("not asked of an activity: " + command);
            };
        };
    }

    private static Decision<Event, Refusal> ofFinding(Known known, FindingCommand command, ActivityContext context) {
        return Decision.widen(Findings.decide(known.findings(), command, new ConcernedByActivity(known, context)));
    }

    private static Decision<ActivityEvent, ActivityRefusal> known(Known known, ActivityCommand command, ActivityContext context) {
        return switch (command) {
            case OpenActivity c -> known.opened().item().equals(c.item()) && known.opened().place().equals(c.place())
                    ? nothing()
                    : refuse(ActivityRefusal.alreadyOpened());
            // however late, a recording is never refused
            case ActivityCommand.FileToActivity c -> file(known, c);
            case ActivityCommand.UnfileFromActivity c -> unfile(known, c);
            case ActivityCommand.LinkDocument c -> link(known, c);
            case ActivityCommand.UnlinkDocument c -> unlink(known, c);
            case ActivityCommand.GiveReason c -> byPerson(context, by -> c.text().isBlank()
                    ? refuse(ActivityRefusal.empty("理由", "the reason"))
                    : c.text().equals(known.course().reasons().get(c.duty())) ? nothing() : accept(new ActivityEvent.ReasonGiven(c.duty(), c.text(), by)));
            case ActivityCommand.StateDefect c -> stateDefect(known, c, context);
            case ActivityCommand.StateNecessity c -> byPerson(context, by -> Particulars.necessity(known, c, by));
            case ActivityCommand.ShowArticle c -> byPerson(context, by -> Particulars.article(known, c, by, context));
            case ActivityCommand.LodgeSceneReceipt c -> byPerson(context, by -> Lodging.lodge(known, c, by, context));
            case ActivityCommand.AcknowledgeWorkRecord _ -> acknowledge(known, context);
            case AmendActivity _, ActivityCommand.HoldAtPlace _, ActivityCommand.StartActivity _, ActivityCommand.EndActivity _, ActivityCommand.MarkMoment _,
                    ActivityCommand.FindViolation _, ActivityCommand.ExplainInterruption _, ActivityCommand.GiveUpRecording _,
                    ActivityCommand.SignStatement _, ActivityCommand.ExemptActivity _, ActivityCommand.SubmitWorkRecord _,
                    ActivityCommand.CloseActivity _, ActivityCommand.CancelActivity _ -> known.closed()
                            ? refuse(ActivityRefusal.closed())
                            : byPerson(context, by -> whileOpen(known, command, by, context));
        };
    }

    private static Decision<ActivityEvent, ActivityRefusal> whileOpen(Known known, ActivityCommand command, PersonId by,
            ActivityContext context) {
        return switch (command) {
            case AmendActivity c -> amend(known, c, context);
            case ActivityCommand.HoldAtPlace c -> hold(known, new ActivityEvent.HeldAtPlace(c.place(), c.name(), c.handlesCases(), c.cameras()));
            case ActivityCommand.StartActivity c -> start(known, c, by, context);
            case ActivityCommand.EndActivity c -> end(known, c, by, context);
            case ActivityCommand.MarkMoment c -> mark(known, c, by, context);
            case ActivityCommand.FindViolation c -> known.course().violationFound() == c.found()
                    ? nothing()
                    : accept(new ActivityEvent.ViolationFound(c.found()));
            case ActivityCommand.ExplainInterruption c -> Gaps.explain(known, c, by, context);
            case ActivityCommand.GiveUpRecording c -> Gaps.giveUp(known, c, context);
            case ActivityCommand.SignStatement c -> Gaps.sign(known, c, by, context);
            case ActivityCommand.ExemptActivity c -> Gaps.exempt(known, c, by, context);
            case ActivityCommand.SubmitWorkRecord c -> Gaps.submit(known, c, context);
            case ActivityCommand.CloseActivity _ -> close(known, context);
            case ActivityCommand.CancelActivity c -> c.reason().isBlank()
                    ? refuse(ActivityRefusal.empty("理由", "the reason"))
                    : known.evidence().recordings().isEmpty()
                            ? accept(new ActivityEvent.ActivityCancelled(c.reason()))
                            : refuse(ActivityRefusal.hasRecordings());
            case OpenActivity _, ActivityCommand.FileToActivity _, ActivityCommand.UnfileFromActivity _, ActivityCommand.LinkDocument _,
                    ActivityCommand.UnlinkDocument _, ActivityCommand.GiveReason _, ActivityCommand.StateDefect _,
                    ActivityCommand.AcknowledgeWorkRecord _, ActivityCommand.StateNecessity _, ActivityCommand.ShowArticle _,
                    ActivityCommand.LodgeSceneReceipt _ -> throw new IllegalArgumentException("decided elsewhere: " + command);
        };
    }

    private static Decision<ActivityEvent, ActivityRefusal> open(OpenActivity c, ActivityContext context) {
        if (!context.register().knows(c.unit())) return refuse(ActivityRefusal.noSuchUnit(c.unit()));
        if (c.place().isBlank()) return refuse(ActivityRefusal.empty("地点", "the place"));
        var officers = officers(c.officers(), context);
        if (officers.isEmpty()) return refuse(ActivityRefusal.noOfficer());
        return accept(new ActivityOpened(c.activity(), c.item(), c.weights(), c.place(), c.unit(), officers.get(), c.devices(), c.planned(),
                Digest.parse(context.law().digest())));
    }

    private static Decision<ActivityEvent, ActivityRefusal> amend(Known known, AmendActivity c, ActivityContext context) {
        if (c.place().isBlank()) return refuse(ActivityRefusal.empty("地点", "the place"));
        var officers = officers(c.officers(), context);
        if (officers.isEmpty()) return refuse(ActivityRefusal.noOfficer());
        var team = known.team().amended(c.place(), officers.get(), c.devices());
        return team.equals(known.team()) ? nothing() : accept(new ActivityEvent.ActivityAmended(c.place(), officers.get(), c.devices()));
    }

    private static Decision<ActivityEvent, ActivityRefusal> hold(Known known, ActivityEvent.HeldAtPlace held) {
        return known.team().at(held).equals(known.team()) ? nothing() : accept(held);
    }

    /** Everybody named, with certificates; empty if somebody has none, or nobody is named. */
    private static Optional<List<Officer>> officers(List<PersonId> people, ActivityContext context) {
        var named = people.stream().distinct().toList();
        var officers = named.stream().map(context.register()::officer).flatMap(Optional::stream).toList();
        return officers.isEmpty() || officers.size() < named.size() ? Optional.empty() : Optional.of(officers);
    }

    private static Decision<ActivityEvent, ActivityRefusal> start(Known known, ActivityCommand.StartActivity c, PersonId by,
            ActivityContext context) {
        if (!there(known, by)) return refuse(ActivityRefusal.notThere());
        if (context.inFuture(c.at())) return refuse(ActivityRefusal.inFuture(c.at()));
        if (known.course().endedAt().filter(c.at()::isAfter).isPresent()) {
            return refuse(ActivityRefusal.contradictory("开始晚于结束", "it starts after it ended"));
        }
        if (known.course().startedAt().equals(Optional.of(c.at()))) return nothing();
        var events = new ArrayList<ActivityEvent>(List.of(new ActivityEvent.ActivityStarted(c.at(), by)));
        context.register().guide(LocalDate.ofInstant(c.at(), context.law().zone()))
                .filter(guide -> !known.details().guide().equals(Optional.of(guide)))
                .ifPresent(guide -> events.add(new ActivityEvent.GuideFollowed(guide)));
        return new Decision.Accepted<>(events);
    }

    private static Decision<ActivityEvent, ActivityRefusal> end(Known known, ActivityCommand.EndActivity c, PersonId by,
            ActivityContext context) {
        if (!there(known, by)) return refuse(ActivityRefusal.notThere());
        if (context.inFuture(c.at())) return refuse(ActivityRefusal.inFuture(c.at()));
        var started = known.course().startedAt();
        if (started.isEmpty()) return refuse(ActivityRefusal.notStarted());
        if (c.at().isBefore(started.get())) return refuse(ActivityRefusal.contradictory("结束早于开始", "it ends before it started"));
        return known.course().endedAt().equals(Optional.of(c.at())) ? nothing() : accept(new ActivityEvent.ActivityEnded(c.at(), by));
    }

    /** By an officer who was there, or by whoever checks the recording later: a declaration suffices. */
    private static Decision<ActivityEvent, ActivityRefusal> mark(Known known, ActivityCommand.MarkMoment c, PersonId by,
            ActivityContext context) {
        var checker = c.kind() == Mark.Kind.FOCUS || c.kind() == Mark.Kind.NOT_APPLICABLE;
        if (!checker && !there(known, by)) return refuse(ActivityRefusal.notThere());
        if (checker && c.words().size() != 1) return refuse(ActivityRefusal.empty("重点内容", "the focus item"));
        if (c.at().filter(context::inFuture).isPresent()) return refuse(ActivityRefusal.inFuture(c.at().get()));
        var mark = new Mark(c.kind(), c.at(), c.words(), c.toWhom().filter(text -> !text.isBlank()), by);
        return known.course().marks().contains(mark) ? nothing() : accept(new ActivityEvent.MomentMarked(mark));
    }

    private static Decision<ActivityEvent, ActivityRefusal> file(Known known, ActivityCommand.FileToActivity c) {
        var recording = c.recording().segment().recording();
        var events = new ArrayList<ActivityEvent>();
        if (!c.recording().equals(known.evidence().recordings().get(recording))) events.add(new ActivityEvent.FiledToActivity(c.recording()));
        c.worn().filter(position -> !position.equals(known.details().worn().get(recording)))
                .ifPresent(position -> events.add(new ActivityEvent.WornWhile(recording, position)));
        return new Decision.Accepted<>(events);
    }

    private static Decision<ActivityEvent, ActivityRefusal> link(Known known, ActivityCommand.LinkDocument c) {
        var document = c.document().document();
        var events = new ArrayList<ActivityEvent>();
        if (!c.document().equals(known.evidence().documents().get(document))) events.add(new ActivityEvent.DocumentLinked(c.document()));
        if (!c.partySigned().equals(known.details().signed().getOrDefault(document, Set.of()))) {
            events.add(new ActivityEvent.PartySigned(document, c.partySigned()));
        }
        return new Decision.Accepted<>(events);
    }

    private static Decision<ActivityEvent, ActivityRefusal> unfile(Known known, ActivityCommand.UnfileFromActivity c) {
        if (!known.evidence().recordings().containsKey(c.recording())) return refuse(ActivityRefusal.notFiled());
        return c.reason().isBlank()
                ? refuse(ActivityRefusal.empty("理由", "the reason"))
                : accept(new ActivityEvent.UnfiledFromActivity(c.recording(), c.reason()));
    }

    private static Decision<ActivityEvent, ActivityRefusal> unlink(Known known, ActivityCommand.UnlinkDocument c) {
        if (!known.evidence().documents().containsKey(c.document())) return refuse(ActivityRefusal.notLinked());
        return c.reason().isBlank()
                ? refuse(ActivityRefusal.empty("理由", "the reason"))
                : accept(new ActivityEvent.DocumentUnlinked(c.document(), c.reason()));
    }

    private static Decision<ActivityEvent, ActivityRefusal> stateDefect(Known known, ActivityCommand.StateDefect c, ActivityContext context) {
        if (!context.byPerson()) return refuse(ActivityRefusal.personOnly());
        if (c.missing().isBlank()) return refuse(ActivityRefusal.empty("缺少什么", "what is missing"));
        if (c.why().isBlank()) return refuse(ActivityRefusal.empty("原因", "why"));
        if (c.duties().isEmpty()) return refuse(ActivityRefusal.empty("对应的要求", "what it answers"));
        if (c.by().isEmpty()) return refuse(ActivityRefusal.empty("说明人", "who states it"));
        var stated = new ActivityEvent.ActivityDefectStated(c.duties(), c.missing(), c.why(), c.by());
        return known.course().defects().contains(stated) ? nothing() : accept(stated);
    }

    private static Decision<ActivityEvent, ActivityRefusal> acknowledge(Known known, ActivityContext context) {
        var record = known.course().exemption().flatMap(Exemption::workRecord);
        if (record.isEmpty()) return refuse(ActivityRefusal.notExempted());
        return byPerson(context, by -> {
            if (!record.get().to().equals(by)) return refuse(ActivityRefusal.notAddressed());
            if (record.get().acknowledgedAt().isPresent()) return nothing();
            return accept(new ActivityEvent.WorkRecordAcknowledged(by, context.now()));
        });
    }

    /** Nothing is closed while something is open that the agency's articles want explained. */
    private static Decision<ActivityEvent, ActivityRefusal> close(Known known, ActivityContext context) {
        if (known.time().isEmpty()) return refuse(ActivityRefusal.notStarted());
        var missing = ActivityBlocks.missing(known, context.law()).stream()
                .filter(one -> !known.course().defectStated(one.duty()))
                .toList();
        if (missing.stream().anyMatch(Missing::blocks)) return refuse(ActivityRefusal.incomplete(missing));
        return accept(new ActivityEvent.ActivityClosed(!known.course().defects().isEmpty()));
    }

    static boolean there(Known known, PersonId person) {
        return known.team().officers().stream().anyMatch(officer -> officer.id().equals(person));
    }

    private static Decision<ActivityEvent, ActivityRefusal> byPerson(
            ActivityContext context, Function<PersonId, Decision<ActivityEvent, ActivityRefusal>> decide) {
        return context.byPerson() ? decide.apply(context.person()) : refuse(ActivityRefusal.personOnly());
    }

    /** The moment that names the law of an activity: its start, else its plan. */
    static Optional<Instant> lawMoment(Known known) {
        return known.course().startedAt().or(() -> known.opened().planned().map(planned -> planned.from()));
    }

    /**
     * The state after one more fact.
     *
     * @param recordedAt when the server knew it
     * @throws CorruptStream if the fact cannot follow
     */
    public static ActivityState evolve(ActivityState state, Fact fact, Instant recordedAt) {
        return switch (fact) {
            case Destroyed(var type) -> destroyed(state, type, fact);
            case ActivityEvent event -> switch (state) {
                case Absent _ when event instanceof ActivityOpened e -> Known.opened(e);
                case Absent _, Cancelled _ -> throw new CorruptStream(state, fact);
                case Tombstone _ when event instanceof ActivityOpened -> throw new CorruptStream(state, fact);
                case Tombstone tombstone -> tombstone;
                case Known known when event instanceof ActivityEvent.ActivityCancelled(var reason) -> new Cancelled(known, reason);
                case Known known -> ActivityHistory.follow(known, event);
            };
            case FindingEvent event when !(state instanceof Absent) -> switch (state) {
                case Known known -> known.with(known.findings().with(event, recordedAt));
                case Cancelled(var known, var reason) -> new Cancelled(known.with(known.findings().with(event, recordedAt)), reason);
                case Absent _, Tombstone _ -> state;
            };
            case PayloadDestroyed _ when !(state instanceof Absent) -> state;
            case Event _ -> throw new CorruptStream(state, fact); // of another feature, or before the opening
        };
    }

    private static ActivityState destroyed(ActivityState state, String type, Fact fact) {
        var first = type.equals(ActivityOpened.class.getSimpleName());
        if (first != state instanceof Absent) throw new CorruptStream(state, fact);
        return first ? new Tombstone() : state;
    }
}
