package org.liuhen.formats.law.cases;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liuhen.core.law.Law;
import org.liuhen.core.recordings.Custodies;
import org.liuhen.core.recordings.CustodyCommand;
import org.liuhen.core.recordings.CustodyContext;
import org.liuhen.core.recordings.CustodyEvent.ToldDelay;
import org.liuhen.core.recordings.MediaKind;
import org.liuhen.core.recordings.RecordingCommand;
import org.liuhen.core.recordings.RecordingContext;
import org.liuhen.core.recordings.RecordingEvent.ContinuityExamined;
import org.liuhen.core.recordings.RecordingEvent.RecordingHandedIn;
import org.liuhen.core.recordings.RecordingEvent.RecordingProbed;
import org.liuhen.core.recordings.RecordingEvent.StationReceiptReconciled;
import org.liuhen.core.recordings.RecordingRefusal;
import org.liuhen.core.recordings.RecordingState.HandedIn;
import org.liuhen.core.recordings.RecordingState;
import org.liuhen.core.recordings.Recordings;
import org.liuhen.core.recordings.StationChain;
import org.liuhen.core.recordings.Via;
import org.liuhen.core.recordings.continuity.Check;
import org.liuhen.core.recordings.continuity.Observation;
import org.liuhen.core.recordings.continuity.Pictures;
import org.liuhen.core.recordings.continuity.Sighting;
import org.liuhen.core.recordings.continuity.Sign;
import org.liuhen.core.recordings.continuity.Thresholds;
import org.liuhen.core.recordings.custody.CustodyRules;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.Delay;
import org.liuhen.core.values.DelayKind;
import org.liuhen.core.values.DeviceId;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.RawName;
import org.liuhen.core.values.RecordingId;
import org.liuhen.core.values.Refusal;
import org.liuhen.core.values.Role;
import org.liuhen.core.values.StationId;
import org.liuhen.formats.law.ClassificationKey;
import org.liuhen.formats.law.Profile;
import org.liuhen.formats.law.cases.WorkedCase.Fact;

/**
 * A recording (音像记录) and who keeps it.
 *
 * @param usedBy who had the device out when it was made
 * @param use the time out of the device in which it was made
 */
record RecordingPlay(RecordingState state, Optional<PersonId> usedBy, Use use, Law law) implements Play {

    /** @param backAt when the device was checked in */
    record Use(Optional<Instant> outAt, Optional<Instant> backAt, List<ToldDelay> delays) {

        static final Use UNKNOWN = new Use(Optional.empty(), Optional.empty(), List.of());

        RecordingCommand told() {
            return new RecordingCommand.TellDelays(outAt, backAt, delays);
        }

        Use out(Instant at) {
            return new Use(Optional.of(at), Optional.empty(), delays);
        }

        Use back(Instant at) {
            return new Use(outAt, Optional.of(at), delays.stream().map(said -> new ToldDelay(said.delay().back(at), said.enteredAt())).toList());
        }

        Use returned(Instant at) {
            return new Use(outAt, backAt, delays.stream().map(said -> said.delay().kind() == DelayKind.EXCEPTION
                    ? new ToldDelay(said.delay().returned(at), said.enteredAt()) : said).toList());
        }

        Use said(Delay delay, Instant at) {
            return new Use(outAt, backAt, Stream.concat(delays.stream(), Stream.of(new ToldDelay(delay, at))).toList());
        }
    }

    private static final RecordingId RECORDING = new RecordingId(new UUID(0, 2));
    private static final DeviceId DEVICE = new DeviceId(new UUID(0, 3));
    private static final String NAME = "录像.mp4";
    private static final Digest SHA256 = Names.content(NAME);
    private static final Digest SM3_TREE = Digest.of(Digest.Algorithm.SM3_TREE, SHA256.bytes());

    @Override
    public boolean begun() {
        return state instanceof HandedIn;
    }

    @Override
    public List<Finding> findings(Instant at) {
        return state instanceof HandedIn recording ? CustodyRules.assess(recording, law, at).findings() : List.of();
    }

    @Override
    public Outcome done(Fact fact) {
        return switch (fact.command()) {
            case RecordingFact.Store store -> new RecordingPlay(state, store.usedBy(), use, law)
                    .all(List.of(handIn(), new RecordingCommand.RecordProbe(probed(store)), use.told()), fact.at());
            case RecordingFact.Examine(var observed) -> all(List.of(examined(observed)), fact.at());
            case RecordingFact.HandOverReceipt receipt -> all(List.of(receipt(receipt.receivedAt(), fact.at())), fact.at());
            case RecordingFact.TakeDevice(var at) -> with(use.out(at), fact.at());
            case RecordingFact.ExceptBefore said -> with(use.said(new Delay(DelayKind.EXCEPTION, said.ground(), Optional.of(said.place()), said.statement(),
                    said.expectedAt(), said.returnedAt(), List.of(), Cast.named(fact.by()).orElseThrow().id(), said.statedAt(), from(fact.at()), use.backAt()), fact.at()), fact.at());
            case RecordingFact.ExcuseBefore(var cause, var statement) -> with(use.said(new Delay(DelayKind.EXCUSE, cause.word(), Optional.empty(), statement,
                    Optional.empty(), Optional.empty(), List.of(), Cast.named(fact.by()).orElseThrow().id(), Optional.empty(), from(fact.at()), use.backAt()), fact.at()),
                    fact.at());
            case RecordingFact.EnterReturn(var at) -> with(use.returned(at), fact.at());
            case RecordingFact.BringDeviceBack back -> with(use.back(back.at()), fact.at());
            case RecordingFact.File file -> all(List.of(new RecordingCommand.Classify(file.keys())), fact.at());
            case CustodyCommand command when state instanceof HandedIn recording ->
                    after(Decision.widen(Custodies.decide(recording, command, context(fact))), fact.at());
            case CustodyCommand _ -> new NotDone(new RecordingRefusal.NoSuchRecording(), List.of());
            default -> throw new IllegalStateException("no command on a recording: " + fact.command());
        };
    }

    /** What is known of the time out reaches the recording once it is there. */
    private Outcome with(Use next, Instant at) {
        var play = new RecordingPlay(state, usedBy, next, law);
        return state instanceof HandedIn ? play.all(List.of(next.told()), at) : new Done(play);
    }

    private Instant from(Instant now) {
        return use.outAt().orElseGet(() -> LocalDate.ofInstant(now, law.zone()).atStartOfDay(law.zone()).toInstant());
    }

    private Outcome all(List<RecordingCommand> commands, Instant at) {
        var next = this;
        for (var command : commands) {
            switch (next.after(Decision.widen(Recordings.decide(next.state, command, new RecordingContext(keys(), false))), at)) {
                case Done(RecordingPlay done) -> next = done;
                case Outcome other -> {
                    return other;
                }
            }
        }
        return new Done(next);
    }

    private Outcome after(Decision<Event, Refusal> decision, Instant at) {
        return switch (decision) {
            case Decision.Accepted<Event, Refusal>(var events) -> {
                var next = state;
                for (var event : events) next = Recordings.evolve(next, event, at);
                yield new Done(new RecordingPlay(next, usedBy, use, law));
            }
            case Decision.Refused<Event, Refusal>(var refusal) -> new NotDone(refusal, List.of());
        };
    }

    /** What the agency files recordings by. */
    private Set<String> keys() {
        return Profile.of(law.agency()).classificationKeys().stream().map(ClassificationKey::key).collect(Collectors.toSet());
    }

    private CustodyContext context(Fact fact) {
        var cast = new Cast();
        return new CustodyContext(law, Play.actor(fact.by()), fact.at(), new CustodyContext.Register() {
            @Override
            public Set<Role> roles(PersonId person) {
                return cast.roles(person);
            }

            @Override
            public Optional<PersonId> usedBy() {
                return usedBy;
            }

            @Override
            public Optional<Instant> checkedInAt() {
                return use.backAt();
            }
        });
    }

    private static RecordingCommand handIn() {
        return new RecordingCommand.HandInRecording(new RecordingHandedIn(RECORDING, DEVICE, Optional.empty(), NAME,
                RawName.of(NAME.getBytes(UTF_8)), NAME, 1, SHA256, SM3_TREE, Optional.empty(), Optional.empty(), Via.STATION));
    }

    private static RecordingProbed probed(RecordingFact.Store store) {
        return new RecordingProbed(MediaKind.VIDEO, "mp4", List.of(), store.length(), Optional.empty(),
                store.length().map(store.completedAt()::minus), Optional.of(store.completedAt()), store.uncertainty(),
                Optional.empty(), List.of(), 0, 0, 0, "assess");
    }

    private static RecordingCommand examined(List<Sighting> observed) {
        var seen = observed.stream().collect(Collectors.groupingBy(one -> check(one.sign())));
        var observations = Stream.of(Check.values())
                .map(check -> new Observation(check, org.liuhen.core.recordings.continuity.Outcome.of(seen.getOrDefault(check, List.of()))))
                .toList();
        return new RecordingCommand.RecordContinuity(
                new ContinuityExamined(observations, Thresholds.CURRENT, Optional.of(Pictures.EVERY), Optional.empty(), "assess"));
    }

    /** Of which check something is seen. docs/formats.md, section 2.6b. */
    private static Check check(Sign sign) {
        return switch (sign) {
            case GAP -> Check.GAPS;
            case SAME_TIME -> Check.DUPLICATES;
            case BEGINNING_LEFT_OUT, MIDDLE_LEFT_OUT, END_LEFT_OUT, SHIFTED, OTHER_RATE -> Check.EDIT_LIST;
            case ENCODER, EDITOR -> Check.REENCODING;
            case NO_INDEX, CUT_OFF, ENDS_EARLY -> Check.TAIL;
            case STILL -> Check.FROZEN;
            case DARK -> Check.BLACK;
            case QUIET -> Check.SILENT;
            case JUMP -> Check.CLOCK_JUMP;
        };
    }

    private static RecordingCommand receipt(Instant receivedAt, Instant now) {
        var facts = new StationReceiptReconciled(new StationId(new UUID(0, 4)), receivedAt, 1, Names.content("回执"), Optional.empty(),
                "采集站");
        var alone = new StationChain(now, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty());
        return new RecordingCommand.ReconcileStationReceipt(facts, Optional.of(DEVICE), 1, SHA256, SM3_TREE, alone);
    }
}
