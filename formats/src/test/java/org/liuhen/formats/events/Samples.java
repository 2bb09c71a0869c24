package org.liuhen.formats.events;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.core.agencies.AgencyEvent;
import org.liuhen.core.agencies.ClosedLog;
import org.liuhen.core.agencies.CustodyKind;
import org.liuhen.core.agencies.KeyReason;
import org.liuhen.core.agencies.UnitKind;
import org.liuhen.core.cases.documents.NumberEvent;
import org.liuhen.core.devices.DeviceEvent;
import org.liuhen.core.devices.DeviceKind;
import org.liuhen.core.devices.HandInSource;
import org.liuhen.core.law.Key;
import org.liuhen.core.recordings.CopyKind;
import org.liuhen.core.recordings.ExportForm;
import org.liuhen.core.recordings.Gap;
import org.liuhen.core.recordings.MediaFault;
import org.liuhen.core.recordings.MediaKind;
import org.liuhen.core.recordings.MediaStream;
import org.liuhen.core.recordings.Position;
import org.liuhen.core.recordings.RecordingEvent;
import org.liuhen.core.recordings.StreamKind;
import org.liuhen.core.recordings.Via;
import org.liuhen.core.recordings.continuity.Check;
import org.liuhen.core.recordings.continuity.Ground;
import org.liuhen.core.recordings.continuity.Hindrance;
import org.liuhen.core.recordings.continuity.Observation;
import org.liuhen.core.recordings.continuity.Outcome;
import org.liuhen.core.recordings.continuity.Pictures;
import org.liuhen.core.recordings.continuity.Sighting;
import org.liuhen.core.recordings.continuity.Sign;
import org.liuhen.core.recordings.continuity.Thresholds;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.DeviceClock;
import org.liuhen.core.values.DeviceId;
import org.liuhen.core.values.DeviceNumber;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.DocumentId;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.HandInId;
import org.liuhen.core.values.PayloadDestroyed;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.RawName;
import org.liuhen.core.values.RecordingId;
import org.liuhen.core.values.Role;
import org.liuhen.core.values.StationId;
import org.liuhen.core.values.UnitCode;
import org.liuhen.core.values.ViewingId;
import org.liuhen.core.values.Workload;

/** One event of each type with every field, and one with as few as there may be. */
final class Samples {

    private static final Instant AT = Instant.parse("2026-03-02T07:04:00.125Z");
    private static final Digest SHA256 = new Digest(Digest.Algorithm.SHA256, "0123456789abcdef".repeat(4));
    private static final PersonId PERSON = new PersonId(id(1));
    private static final PersonId OTHER = new PersonId(id(0));
    private static final DeviceId DEVICE = new DeviceId(id(2));
    private static final HandInId HAND_IN = new HandInId(id(3));
    private static final RecordingId RECORDING = new RecordingId(id(4));
    private static final DocumentId DOCUMENT = new DocumentId(id(9));
    private static final UnitCode UNIT = new UnitCode("zf1");
    private static final DeviceClock CLOCK = new DeviceClock(AT, Duration.ofMillis(-61_250), Duration.ofMillis(500));
    private static final RawName NAME = RawName.of(new byte[] {(byte) 0xCF, (byte) 0xD6, (byte) 0xB3, (byte) 0xA1, '.', 'm', 'p',
            '4'});

    private Samples() {}

    private static UUID id(int n) {
        return UUID.fromString("00000000-0000-4000-8000-00000000000" + n);
    }

    static Payload payload(Event event) {
        return new Payload(
                Actor.person(PERSON, "张三", Role.OFFICER),
                Optional.of(new Cause(id(5), 7)),
                id(6),
                event,
                Instant.parse("2026-03-02T07:03:59.998Z"),
                Duration.ofMillis(20));
    }

    static List<Event> full() {
        return List.of(
                new AgencyEvent.AgencyRegistered(
                        new AgencyCode("SQ"), "双桥区市场监督管理局", Optional.of("承德市市场监督管理局"), "liuhen-5f3a09c2/SQ"),
                new AgencyEvent.UnitRegistered(UNIT, "执法一股", UnitKind.SECTION),
                new AgencyEvent.PersonRegistered(PERSON, "sq.zhang", "张三", Optional.of("03080001"), Optional.of(UNIT)),
                new AgencyEvent.RoleGranted(
                        PERSON, Role.PERSON_IN_CHARGE, LocalDate.of(2026, 1, 1), Optional.of(LocalDate.of(2026, 12, 31))),
                new AgencyEvent.StationRegistered(new StationId(id(7)), "SQ-ST-01", "一楼采集站", UNIT),
                new AgencyEvent.StationKeyRegistered(new StationId(id(7)), "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"),
                new AgencyEvent.LedgerKeyAdopted(
                        List.of("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"), KeyReason.FIRST_START, AT),
                new AgencyEvent.CertificateRegistered(PERSON, "03080001", LocalDate.of(2024, 1, 1), LocalDate.of(2028, 12, 31)),
                new AgencyEvent.DeputyNamed(
                        PERSON, Role.PERSON_IN_CHARGE, OTHER, LocalDate.of(2026, 7, 1), Optional.of(LocalDate.of(2026, 7, 31))),
                new AgencyEvent.RoleEnded(PERSON, Role.UNIT_HEAD, LocalDate.of(2026, 6, 30)),
                new AgencyEvent.EntrustmentRegistered(
                        UNIT, "栗乡综合服务中心", "委托书〔2026〕1号", LocalDate.of(2026, 1, 1), LocalDate.of(2027, 12, 31)),
                new AgencyEvent.WorkloadClassed(UNIT, Workload.HEAVY, LocalDate.of(2026, 1, 1)),
                new AgencyEvent.PhraseGuideIssued(2, LocalDate.of(2026, 3, 1), PERSON, List.of(
                        new AgencyEvent.Phrase("showCertificate", List.of(), "我们是执法人员，这是执法证，请过目。"),
                        new AgencyEvent.Phrase("askAbout", List.of("inquiry", "licenceInquiry"), "请如实回答。"))),
                new AgencyEvent.ProfileAdopted(
                        SHA256, LocalDate.of(2026, 1, 1), Optional.of(LocalDate.of(2024, 5, 1)), PERSON,
                        List.of(new AgencyEvent.Confirmation(new Key("storage.classificationKeys"), OTHER, LocalDate.of(2025, 12, 30)))),
                new AgencyEvent.CustodianNamed(
                        UNIT, PERSON, CustodyKind.RECORDS, Optional.of(OTHER), LocalDate.of(2026, 1, 1),
                        Optional.of(LocalDate.of(2026, 12, 31))),
                new AgencyEvent.OriginOpened(
                        "liuhen-5f3a09c2/SQ/2",
                        List.of(new ClosedLog("liuhen-5f3a09c2/SQ", 5120, "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", SHA256, 5090)),
                        "数据库损坏", "张三"),
                new DeviceEvent.DeviceRegistered(
                        DEVICE, new DeviceNumber("SQ-0001"), DeviceKind.BODY_CAMERA, UNIT, Optional.of(PERSON),
                                Optional.of("S/N 7"),
                        Optional.of("DSJ-1")),
                new DeviceEvent.HandInOpened(HAND_IN, HandInSource.STATION_FOLDER, 12, 4_900_000_000L, SHA256,
                        Optional.of(CLOCK)),
                new DeviceEvent.HandInBalanced(
                        HAND_IN, 12, 11, 1, List.of(new DeviceEvent.FailedFile("DCIM/坏.mp4", "unreadable"))),
                new RecordingEvent.RecordingHandedIn(
                        RECORDING, DEVICE, Optional.of(HAND_IN), "现场.mp4", NAME, "DCIM/现场.mp4", 4_900_000_000L, SHA256,
                        new Digest(Digest.Algorithm.SM3_TREE, "fedcba9876543210".repeat(4)), Optional.of(AT), Optional.of(CLOCK),
                        Via.STATION),
                probed(),
                new RecordingEvent.RecordingNotProbed(MediaFault.NOT_MEDIA, "Invalid data \"\\\u0007\n", "ffprobe 8.0.1"),
                examined(),
                new RecordingEvent.DerivedCopyMade(
                        CopyKind.THUMBNAILS, SHA256, 20_480, "image/jpeg", "ffmpeg 8.0.1", Optional.of(20),
                        Optional.of(Duration.ofMillis(1500))),
                new RecordingEvent.DerivedCopyFailed(CopyKind.WEB, MediaFault.TIME, "600 s"),
                new RecordingEvent.RecordingClassified(Map.of("party", "某某商店", "cause", "无照经营")),
                new RecordingEvent.RecordingViewed(new ViewingId(id(8)), Optional.of("法制审核")),
                new RecordingEvent.RecordingExported(ExportForm.BUNDLE, Optional.of("行政复议")),
                new RecordingEvent.CameraFileCleared(HAND_IN, RECORDING, "DCIM/现场.mp4", SHA256, "张三"),
                new RecordingEvent.StationReceiptReconciled(new StationId(id(7)), AT, 12, SHA256, Optional.of(SHA256), "c74f20a3"),
                new NumberEvent.NumberTaken(12, DOCUMENT),
                new NumberEvent.NumberVoided(12, "当事人名称有误", PERSON),
                new NumberEvent.BlanksIssued(13, 62, UNIT, PERSON),
                new NumberEvent.BlankUsed(13, DOCUMENT),
                new NumberEvent.BlankVoided(14, "写错"),
                new PayloadDestroyed(1, "误采集", List.of("李四", "王五")));
    }

    private static Event probed() {
        return new RecordingEvent.RecordingProbed(
                MediaKind.VIDEO,
                "mov,mp4,m4a,3gp,3g2,mj2",
                List.of(
                        new MediaStream(
                                0, StreamKind.VIDEO, "h264", Optional.of("High"), Optional.of(1920), Optional.of(1080),
                                Optional.of(29_970L), Optional.empty(), Optional.empty(), Optional.of(599L)),
                        new MediaStream(
                                1, StreamKind.AUDIO, "aac", Optional.empty(), Optional.empty(), Optional.empty(),
                                        Optional.empty(),
                                Optional.of(48_000), Optional.of(2), Optional.empty())),
                Optional.of(Duration.ofMillis(20_020)),
                Optional.of(AT),
                Optional.of(AT.plusSeconds(61)),
                Optional.of(AT.plusSeconds(81)),
                Optional.of(Duration.ofMillis(500)),
                Optional.of(new Position("40.9517", "-117.9634")),
                List.of(new Gap(Duration.ofMillis(3960), Duration.ofMillis(4040))),
                1,
                100,
                270,
                "ffprobe 8.0.1");
    }

    private static Event examined() {
        return new RecordingEvent.ContinuityExamined(
                List.of(
                        new Observation(Check.GAPS, new Outcome.Observed(1,
                                List.of(Sighting.at(Sign.GAP, Duration.ofMillis(3960), Duration.ofMillis(4040))))),
                        new Observation(Check.DUPLICATES, new Outcome.Observed(100, List.of())),
                        new Observation(Check.EDIT_LIST, new Outcome.NotObserved()),
                        new Observation(Check.REENCODING, new Outcome.Observed(1,
                                List.of(Sighting.of(Sign.ENCODER, "encoder: Lavf60.16.100")))),
                        new Observation(Check.FROZEN, new Outcome.NotPerformed(Hindrance.TIME, "wall time PT5M")),
                        new Observation(Check.SILENT, new Outcome.NotApplicable(Ground.NO_SOUND)),
                        new Observation(Check.CLOCK_JUMP, new Outcome.Observed(1,
                                List.of(new Sighting(Sign.JUMP, Optional.of(Duration.ofSeconds(12)), Optional.of(Duration.ofSeconds(60)),
                                        Optional.of("-")))))),
                new Thresholds(Duration.ofMillis(500), Duration.ofSeconds(2), Duration.ofSeconds(5), -60, Duration.ofSeconds(2),
                        Duration.ofSeconds(10), -60, Duration.ofSeconds(3)),
                Optional.of(Pictures.KEY),
                Optional.of(Duration.ofSeconds(2)),
                "ffmpeg 8.0.1");
    }

    static List<Event> sparse() {
        return List.of(
                new AgencyEvent.AgencyRegistered(new AgencyCode("AJ"), "安监局", Optional.empty(), "x/AJ"),
                new AgencyEvent.PersonRegistered(PERSON, "a", "甲", Optional.empty(), Optional.empty()),
                new AgencyEvent.RoleGranted(PERSON, Role.OFFICER, LocalDate.of(2026, 1, 1), Optional.empty()),
                new AgencyEvent.DeputyNamed(PERSON, Role.OFFICE, OTHER, LocalDate.of(2026, 1, 1), Optional.empty()),
                new AgencyEvent.ProfileAdopted(SHA256, LocalDate.of(2026, 1, 1), Optional.empty(), PERSON, List.of()),
                new AgencyEvent.CustodianNamed(
                        UNIT, PERSON, CustodyKind.DEVICES, Optional.empty(), LocalDate.of(2026, 1, 1), Optional.empty()),
                new DeviceEvent.DeviceRegistered(
                        DEVICE, new DeviceNumber("1"), DeviceKind.OTHER, UNIT, Optional.empty(), Optional.empty(),
                                Optional.empty()),
                new DeviceEvent.HandInOpened(HAND_IN, HandInSource.BROWSER, 0, 0, SHA256, Optional.empty()),
                new RecordingEvent.RecordingHandedIn(
                        RECORDING, DEVICE, Optional.empty(), "a", RawName.of(new byte[] {'a'}), "a", 0, SHA256,
                        new Digest(Digest.Algorithm.SM3_TREE, "00".repeat(32)), Optional.empty(), Optional.empty(), Via.BROWSER),
                new RecordingEvent.RecordingProbed(
                        MediaKind.OTHER, "x", List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                        Optional.empty(), Optional.empty(), List.of(), 0, 0, 0, "t"),
                new RecordingEvent.ContinuityExamined(List.of(), Thresholds.CURRENT, Optional.empty(), Optional.empty(), "t"),
                new RecordingEvent.DerivedCopyMade(CopyKind.POSTER, SHA256, 1, "image/jpeg", "t", Optional.empty(),
                        Optional.empty()),
                new RecordingEvent.RecordingClassified(Map.of()),
                new RecordingEvent.RecordingViewed(new ViewingId(id(8)), Optional.empty()),
                new RecordingEvent.RecordingExported(ExportForm.DOWNLOAD, Optional.empty()));
    }
}
