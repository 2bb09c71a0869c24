package org.liuhen.core.devices;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.liuhen.core.devices.DeviceEvent.DeviceRegistered;
import org.liuhen.core.devices.DeviceLifeCommand.Looked;
import org.liuhen.core.devices.DeviceLifeEvent.StoredFile;
import org.liuhen.core.devices.DeviceState.Registered;
import org.liuhen.core.devices.numbers.MissingNumbers;
import org.liuhen.core.findings.FindingCommand;
import org.liuhen.core.law.Law;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.DeviceId;
import org.liuhen.core.values.DeviceNumber;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.HandInId;
import org.liuhen.core.values.Officer;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.RecordingId;
import org.liuhen.core.values.Refusal;
import org.liuhen.core.values.Role;
import org.liuhen.core.values.UnitCode;

/**
 * A day of a device in words, 2 March 2026: {@code assigned; out 08:30 caseWork; look all; back 17:00 self good}. The person is 张志远 unless a
 * step says {@code other}: 李秀兰. The register knows both; of {@code nobody} it knows nothing, of {@code clerk} no certificate.
 */
public final class DeviceStory {

    /** The day. */
    public static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final UnitCode UNIT = new UnitCode("zf1");
    static final PersonId FIRST = person(1);
    static final PersonId SECOND = person(2);
    static final PersonId CLERK = person(3);
    private static final PersonId NOBODY = person(4);
    static final PersonId LEADER = person(9);

    /** Two days later. */
    public static final Instant LATER = at("12:00").plus(Duration.ofDays(2));

    private final Law law;
    private DeviceState state;
    private Instant now = LATER;
    private Role role = Role.CUSTODIAN;
    private List<PersonId> named = List.of(FIRST);
    private final List<MadeRecording> made = new ArrayList<>();

    private DeviceStory(Law law, DeviceKind kind) {
        this.law = law;
        state = Devices.evolve(new DeviceState.Absent(), new DeviceRegistered(new DeviceId(new UUID(0, 77)), new DeviceNumber("D-1"), kind, UNIT,
                Optional.empty(), Optional.empty(), Optional.empty()), LATER);
    }

    private static PersonId person(long number) {
        return new PersonId(new UUID(0, number));
    }

    /** The story up to its end; every step must be taken. */
    public static DeviceStory under(Law law, String steps) {
        return under(law, DeviceKind.BODY_CAMERA, steps);
    }

    /** The same, of another device. */
    public static DeviceStory under(Law law, DeviceKind kind, String steps) {
        var story = new DeviceStory(law, kind);
        story.tell(steps);
        return story;
    }

    /** More of it. */
    public void tell(String steps) {
        for (var step : steps.split("; ")) {
            if (step.isBlank() || byStation(step.split(" "))) continue;
            if (refusal(step).isPresent()) fail(step + " is refused: " + refusal(step).get());
        }
    }

    /**
     * What is no act of a person: {@code docked +09:00} is a hand-in, {@code missing A0003 A0005-A0007} what its numbers tell, {@code made 09:00 09:30 PT5M}
     * a recording that came in, with its uncertainty; {@code seen 2 P8D} two stored files that a station finds on it, the older stored eight days ago;
     * {@code named} says who is named for the devices of the unit.
     */
    private boolean byStation(String[] words) {
        if (words[0].equals("named")) {
            named = words[1].equals("nobody") ? List.of() : List.of(who(words, 1));
            return true;
        }
        if (words[0].equals("made")) {
            made.add(new MadeRecording(new RecordingId(new UUID(2, made.size())), "V" + made.size() + ".MP4", at(words[1]), at(words[2]),
                    words.length > 3 ? Duration.parse(words[3]) : Duration.ZERO));
        }
        var command = switch (words[0]) {
            case "docked" -> Optional.<DeviceCommand>of(new DeviceCommand.OpenHandIn(new HandInId(new UUID(1, device().handIns().size())),
                    HandInSource.CAMERA, 0, 0, Digest.sha256(new byte[32]), Optional.empty()));
            case "missing" -> Optional.<DeviceCommand>of(new DeviceCommand.CompareFileNumbers(
                    Arrays.stream(words).skip(1).map(DeviceStory::missing).toList()));
            case "seen" -> Optional.<DeviceCommand>of(new DeviceCommand.SeeMemory(now, Long.parseLong(words[1]), words.length < 3 ? Optional.empty()
                    : Optional.of(new StoredFile(new RecordingId(new UUID(4, 0)), "A0001.MP4", now.minus(Duration.parse(words[2]))))));
            case "made" -> Optional.<DeviceCommand>of(new DeviceCommand.CompareUses(made));
            default -> Optional.<DeviceCommand>empty();
        };
        command.ifPresent(wanted -> {
            var before = now;
            if (words[0].equals("docked")) now = at(words[1]);
            taken(Decision.widen(Devices.decide(state, wanted)));
            now = before;
        });
        return command.isPresent();
    }

    private static MissingNumbers missing(String range) {
        var ends = range.split("-");
        var count = Long.parseLong(ends[ends.length - 1].substring(1)) - Long.parseLong(ends[0].substring(1)) + 1;
        return new MissingNumbers(ends[0], ends[ends.length - 1], count, "A.MP4", "B.MP4");
    }

    /** What the step is refused with; empty when it was taken. */
    public Optional<String> refusal(String step) {
        return taken(decide(step));
    }

    /** The same of a command on a finding, by this person. */
    Optional<String> refusal(FindingCommand command, PersonId by) {
        return taken(DeviceLives.decide(state, command, context(Actor.person(by, "某人", Role.OFFICER))));
    }

    /** Raises and clears, as the program does. */
    void take(FindingCommand.NoteAssessment note) {
        taken(DeviceLives.decide(state, note, context(Actor.system("device-clock"))));
    }

    private DeviceContext context(Actor actor) {
        return new DeviceContext(law, actor, now, new TwoOfficers(named));
    }

    private Optional<String> taken(Decision<Event, Refusal> decision) {
        return switch (decision) {
            case Decision.Refused<Event, Refusal>(var refusal) -> Optional.of(refusal.code() + (refusal instanceof DeviceLifeRefusal ofLife
                    ? ofLife.missing().stream().map(missing -> " " + missing.duty()).reduce("", String::concat) : ""));
            case Decision.Accepted<Event, Refusal>(var events) -> {
                for (var event : events) state = Devices.evolve(state, event, now);
                yield Optional.empty();
            }
        };
    }

    /** What follows from the step, without doing it. */
    Decision<Event, Refusal> decide(String step) {
        var words = new ArrayList<>(List.of(step.split(" ")));
        role = switch (words.removeFirst()) {
            case "asOfficer" -> Role.OFFICER;
            case "bought", "remarked" -> Role.OFFICE;
            case "viewed" -> Role.FINANCE;
            default -> Role.CUSTODIAN;
        };
        var command = command(role == Role.OFFICER ? step.substring("asOfficer ".length()).split(" ") : step.split(" "));
        return DeviceLives.decide(state, command, context(Actor.person(FIRST, "张志远", role)));
    }

    private DeviceLifeCommand command(String[] words) {
        return switch (words[0]) {
            case "described" -> new DeviceLifeCommand.DescribeDevice(
                    new DeviceDescription(List.of(DeviceFunction.VIDEO), true, List.of(Capability.NIGHT_VISION), Optional.of("三楼设备柜")));
            case "bought" -> new DeviceLifeCommand.PurchaseDevice(new DevicePurchase(DAY.minusDays(30), Optional.of("2026-7"), Optional.of(words[1]),
                    words.length > 2 ? Optional.of(words[2]) : Optional.empty(), Optional.empty()));
            case "viewed" -> new DeviceLifeCommand.ViewPurchase(true, "符合预算");
            case "accepted" -> new DeviceLifeCommand.AcceptDevice(DAY.minusDays(20), points(words[1]));
            case "moved" -> new DeviceLifeCommand.MoveDevice(new UnitCode(words[1]), "调整");
            case "assigned" -> new DeviceLifeCommand.AssignDevice(who(words, 1), at("08:00"));
            case "out" -> new DeviceLifeCommand.CheckOutDevice(who(words, 3), at(words[1]), purpose(words[2]), Optional.of("检查"), Optional.empty(),
                    Arrays.stream(WearPosition.values()).filter(position -> words[words.length - 1].equals("worn:" + position.word())).findFirst());
            case "look" -> new DeviceLifeCommand.CheckDevice(at("08:40"), looked(words[1]));
            case "handed" -> new DeviceLifeCommand.ReassignDevice(who(words, 2), at(words[1]), "换班");
            case "back" -> new DeviceLifeCommand.ReturnDevice(words[2].equals("self") ? FIRST : SECOND, at(words[1]), condition(words[3]), Optional.empty());
            case "misused" -> new DeviceLifeCommand.NoteOutsideUse(at(words[1]), words[2], Optional.of(FIRST));
            case "fault" -> new DeviceLifeCommand.ReportFault(at(words[1]), at(words[2]), "不能开机", FaultCause.UNKNOWN,
                    words.length > 3 ? Optional.of(new LeaderReport(LEADER, at(words[3]), "电话")) : Optional.empty());
            case "told" -> new DeviceLifeCommand.TellOfFault(new LeaderReport(LEADER, at(words[1]), "电话"));
            case "sent" -> new DeviceLifeCommand.SendForRepair(DAY, "某某公司");
            case "repaired" -> new DeviceLifeCommand.RepairDevice(kind(words[1]), "某某", DAY, !words[2].equals("broken"), "换主板",
                    words.length > 3 ? Optional.of(words[3]) : Optional.empty());
            case "remarked" -> new DeviceLifeCommand.RemarkQuality(DAY, "同批次三台接口松动");
            case "serviced" -> new DeviceLifeCommand.MaintainDevice(words.length > 1 ? LocalDate.parse(words[1]) : DAY, "清洁");
            case "lost" -> new DeviceLifeCommand.ReportLoss(LossKind.LOST, at(words[1]), "车站", "下车后发现", Optional.empty(), Optional.empty());
            case "found" -> new DeviceLifeCommand.FindDevice(at(words[1]), "失物招领");
            case "retired" -> new DeviceLifeCommand.RetireDevice(DAY, "不能修复");
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private static PersonId who(String[] words, int index) {
        if (words.length <= index || words[index].startsWith("worn:")) return FIRST;
        return switch (words[index]) {
            case "other" -> SECOND;
            case "clerk" -> CLERK;
            case "nobody" -> NOBODY;
            default -> throw new IllegalArgumentException(words[index]);
        };
    }

    private static List<TechnicalPoint> points(String words) {
        var all = List.of("highDefinition", "batteryAndMemory", "smooth", "fileIntegrity");
        return (words.equals("all") ? all : List.of(words.split(","))).stream().map(word -> new TechnicalPoint(word, true, "实测")).toList();
    }

    /** {@code all}, or some of battery, storage, noFault, clock; with a minus before it, it was looked at and wanting. */
    private static Looked looked(String words) {
        var items = words.equals("all") ? List.of("battery", "storage", "noFault", "clock") : List.of(words.split(","));
        return new Looked(
                found(items, "battery").map(good -> new PreUseCheck.Battery(good ? 90 : 3, good)),
                found(items, "storage").map(good -> new PreUseCheck.Storage(good ? 60_000_000_000L : 1000, good)),
                found(items, "clock").map(good -> new PreUseCheck.Clock(Optional.of(Duration.ofSeconds(good ? 1 : 900)), good, items.contains("set"))),
                found(items, "noFault"));
    }

    private static Optional<Boolean> found(List<String> items, String item) {
        return items.contains(item) ? Optional.of(true) : items.contains("-" + item) ? Optional.of(false) : Optional.empty();
    }

    private static UsePurpose purpose(String word) {
        return Arrays.stream(UsePurpose.values()).filter(purpose -> purpose.word().equals(word)).findFirst().orElseThrow();
    }

    private static Condition condition(String word) {
        return Arrays.stream(Condition.values()).filter(condition -> condition.word().equals(word)).findFirst().orElseThrow();
    }

    private static RepairKind kind(String word) {
        return Arrays.stream(RepairKind.values()).filter(kind -> kind.word().equals(word)).findFirst().orElseThrow();
    }

    /** A time of the day, or of the day after with {@code +}. */
    public static Instant at(String time) {
        var day = time.startsWith("+") ? DAY.plusDays(1) : DAY;
        return day.atTime(LocalTime.parse(time.replace("+", ""))).atZone(ZONE).toInstant();
    }

    void now(Instant moment) {
        now = moment;
    }

    DeviceState state() {
        return state;
    }

    /** The device as it is known. */
    public Registered device() {
        if (state instanceof Registered device) return device;
        throw new IllegalStateException("not registered");
    }

    private record TwoOfficers(List<PersonId> named) implements DeviceContext.Register {
        @Override
        public Optional<Officer> officer(PersonId person) {
            if (!person.equals(FIRST) && !person.equals(SECOND)) return Optional.empty();
            return Optional.of(new Officer(person, person.equals(FIRST) ? "张志远" : "李秀兰", "SQ-1", LocalDate.of(2025, 1, 1), LocalDate.of(2027, 1, 1), UNIT));
        }

        @Override
        public boolean knows(PersonId person) {
            return !person.equals(NOBODY);
        }

        @Override
        public Set<Role> roles(PersonId person) {
            return person.equals(LEADER) ? Set.of(Role.UNIT_HEAD, Role.LEGAL_SECTION) : Set.of(Role.OFFICER);
        }

        @Override
        public boolean knows(UnitCode unit) {
            return unit.value().startsWith("zf");
        }

        @Override
        public List<PersonId> custodiansOfDevices(UnitCode unit) {
            return named;
        }
    }
}
