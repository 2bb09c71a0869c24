package org.liuhen.core.recordings.activities;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.liuhen.core.law.ArticleId;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Element;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.recordings.MediaKind;
import org.liuhen.core.recordings.activities.ActivityState.Known;
import org.liuhen.core.recordings.coverage.Interval;
import org.liuhen.core.recordings.coverage.Segment;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.CaseId;
import org.liuhen.core.values.Command;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.DeviceId;
import org.liuhen.core.values.DeviceNumber;
import org.liuhen.core.values.DocumentId;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.Officer;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.RecordingId;
import org.liuhen.core.values.Refusal;
import org.liuhen.core.values.Role;
import org.liuhen.core.values.UnitCode;

/**
 * A morning on site in words: an inspection from 9:00 to 10:00 on 2 March 2026 by two officers. Steps are separated by
 * {@code "; "}: {@code cam 09:00-10:00} a video of the first camera, {@code paper 09:00-10:00} the inspection record, and so on.
 */
public final class ActivityStory {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final UnitCode UNIT = new UnitCode("zf1");
    private static final Officer FIRST = officer(1, "张志远");
    private static final Officer SECOND = officer(2, "李秀兰");
    private static final PersonId LEADER = new PersonId(new UUID(0, 9));

    /** Two days later. */
    public static final Instant LATER = at("12:00").plus(Duration.ofDays(2));

    private final Law law;
    private ActivityState state = new ActivityState.Absent();
    private long files;
    private Duration unsure = Duration.ZERO;

    private boolean unguided;
    private List<Instant> exempted = List.of();

    private ActivityStory(Law law) {
        this.law = law;
    }

    /** The story up to its end. */
    public static ActivityStory under(Law law, String steps) {
        var story = new ActivityStory(law);
        var heavy = steps.contains("heavy");
        story.unguided = steps.contains("unguided");
        story.run(new ActivityCommand.OpenActivity(new ActivityId(new UUID(0, 77)), item(law), heavy ? Set.of(Weight.MAJOR_PROPERTY) : Set.of(),
                "车站路3号", UNIT, List.of(FIRST.id(), SECOND.id()), List.of(), Optional.empty()), FIRST.id());
        story.run(new ActivityCommand.StartActivity(at("09:00")), FIRST.id());
        story.run(new ActivityCommand.EndActivity(at("10:00")), FIRST.id());
        if (steps.contains("unsure")) story.tell(steps.substring(steps.indexOf("unsure")).split("; ")[0]);
        story.tell(steps);
        return story;
    }

    /** More of it. */
    public void tell(String steps) {
        for (var step : steps.split("; ")) step(step.split(" "));
    }

    private void step(String[] words) {
        var said = List.of(words).subList(1, words.length);
        switch (words[0]) {
            case "nothing", "heavy", "unguided" -> {}
            case "violation" -> run(new ActivityCommand.FindViolation(true), FIRST.id());
            case "unsure" -> unsure = Duration.ofSeconds(Long.parseLong(words[1]));
            case "cam" -> file(1, span(words[1]));
            case "cam2" -> file(2, span(words[1]));
            case "photo" -> {
                run(new ActivityCommand.FileToActivity(new FiledSegment(new Segment(new RecordingId(new UUID(1, files++)), new DeviceId(new UUID(0, 1)),
                        MediaKind.PHOTO, new Interval(at(words[1]), at(words[1])), unsure), Set.of(Means.PHOTO), at("18:00"),
                                Optional.empty()), Optional.empty()), FIRST.id());
            }
            case "paper" -> run(new ActivityCommand.LinkDocument(new LinkedDocument(new DocumentId(new UUID(0, 5)), new CaseId(new UUID(0, 6)),
                    "现场检查笔录", Optional.of(span(words[1]))), words.length > 2 ? Set.of(at(words[2])) : Set.of()), FIRST.id());
            case "said" -> mark(Mark.Kind.INTRODUCED, Set.of("time", "place", "officers", "act", "focus"), Optional.empty());
            case "shown" -> mark(Mark.Kind.CERTIFICATE_SHOWN, Set.of(), Optional.of(at(words[1])));
            case "told" -> mark(Mark.Kind.ANNOUNCED, Set.of(words[1]), Optional.empty());
            case "tags" -> law.on(DAY).elements(new Key("avRecord.focus.items")).stream().map(Element::word)
                    .forEach(word -> mark(Mark.Kind.NOT_APPLICABLE, Set.of(word), Optional.empty()));
            case "broken" -> run(new ActivityCommand.ExplainInterruption(span(words[1]), words[2], Optional.empty(), said.contains("spoken")), FIRST.id());
            case "gaveUp" -> run(new ActivityCommand.GiveUpRecording(at(words[1]), words[2], "后半段检查", said.subList(2, said.size()).stream()
                    .map(to -> new GivenUp.Report(to, LEADER, at("09:55"), "电话")).toList()), FIRST.id());
            case "signed" -> run(new ActivityCommand.SignStatement(at("11:00")), FIRST.id());
            case "signed2" -> run(new ActivityCommand.SignStatement(at("11:05")), SECOND.id());
            case "exempt" -> run(new ActivityCommand.ExemptActivity(words[1], "现场起火，须立即处置", Optional.empty(), words.length > 2
                    ? Optional.of(words[2]) : Optional.empty()), FIRST.id());
            case "before" -> exempted = said.stream().map(LocalDate::parse).map(day -> day.atTime(9, 0)
                    .atZone(ZONE).toInstant()).toList();
            case "workRecord" -> run(new ActivityCommand.SubmitWorkRecord("情况紧急", "有关规定", LEADER, at("15:00")), FIRST.id());
            case "reason" -> run(new ActivityCommand.GiveReason(words[1], "设备统一送检"), FIRST.id());
            case "defect" -> run(new ActivityCommand.StateDefect(List.of(words[1]), "中间一段录像", "存储卡损坏", List.of(FIRST.id(), SECOND.id())), FIRST.id());
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    private void file(int device, Interval time) {
        run(new ActivityCommand.FileToActivity(new FiledSegment(new Segment(new RecordingId(new UUID(0, ++files)), new DeviceId(new UUID(0, device)),
                MediaKind.VIDEO, time, unsure), Set.of(Means.VIDEO, Means.AUDIO), at("18:00"), Optional.of(time.from())),
                        Optional.empty()), FIRST.id());
    }

    private void mark(Mark.Kind kind, Set<String> words, Optional<Instant> at) {
        run(new ActivityCommand.MarkMoment(kind, at, words, Optional.empty()), FIRST.id());
    }

    private void run(ActivityCommand command, PersonId by) {
        var accepted = assertInstanceOf(Decision.Accepted.class, decide(command, by), command.toString());
        for (var event : accepted.events()) state = Activities.evolve(state, (Event) event, LATER);
    }

    /** What would follow now. */
    public Decision<Event, Refusal> decide(Command command) {
        return decide(command, FIRST.id());
    }

    private Decision<Event, Refusal> decide(Command command, PersonId by) {
        var register = new ActivityContext.Register() {
            @Override
            public Optional<Officer> officer(PersonId person) {
                return List.of(FIRST, SECOND).stream().filter(officer -> officer.id().equals(person)).findFirst();
            }

            @Override
            public Set<Role> roles(PersonId person) {
                return Set.of(Role.OFFICER);
            }

            @Override
            public boolean knows(UnitCode unit) {
                return unit.equals(UNIT);
            }

            @Override
            public List<DeviceNumber> explosionProof(UnitCode unit) {
                return List.of();
            }

            @Override
            public Optional<GuideVersion> guide(LocalDate day) {
                return unguided ? Optional.empty() : Optional.of(new GuideVersion(1, LocalDate.of(2024, 1, 1)));
            }

            @Override
            public List<Instant> exempted(PersonId person, String ground) {
                return exempted;
            }
        };
        return Activities.decide(state, command, new ActivityContext(law, Actor.person(by, "某某", Role.OFFICER), LATER, register));
    }

    /** As it stands. */
    public Known known() {
        return assertInstanceOf(Known.class, state);
    }

    /** A time of that day, in the agency's zone. */
    public static Instant at(String time) {
        return LocalDateTime.of(DAY, LocalTime.parse(time)).atZone(ZONE).toInstant();
    }

    /** The article, or {@code product}. */
    public static String cited(Authority authority) {
        return switch (authority) {
            case Authority.Article(var id) -> id.value();
            case Authority.ProductDefault _ -> "product";
        };
    }

    private static Interval span(String text) {
        var border = text.indexOf('-');
        return new Interval(at(text.substring(0, border)), at(text.substring(border + 1)));
    }

    /** The row of a site inspection: the agency's, or all means and no article. */
    private static RecordedItem item(Law law) {
        var means = law.on(DAY).elements(new Key("avRecord.itemsList.siteInspection"));
        var authority = means.isEmpty() ? new Authority.ProductDefault() : new Authority.Article(new ArticleId(means.getFirst().article().value()));
        return new RecordedItem("siteInspection", new Bilingual("现场检查", "On-site inspection"), Set.of(Means.TEXT, Means.PHOTO, Means.AUDIO, Means.VIDEO),
                "enterInspectionPlace", "leaveInspectionPlace", List.of("siteInspection", "siteEnforcement", "dailyInspection", "inspection"), authority);
    }

    private static Officer officer(int number, String name) {
        return new Officer(new PersonId(new UUID(0, number)), name, "SQ00" + number, LocalDate.of(2024, 1, 1), LocalDate.of(2028, 1, 1), UNIT);
    }
}
