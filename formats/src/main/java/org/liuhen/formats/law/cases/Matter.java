package org.liuhen.formats.law.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.liuhen.core.cases.CaseState;
import org.liuhen.core.devices.DeviceState;
import org.liuhen.core.devices.equipment.EquipmentState;
import org.liuhen.core.devices.needs.NeedState;
import org.liuhen.core.devices.places.PlaceState;
import org.liuhen.core.law.Law;
import org.liuhen.core.recordings.RecordingState;
import org.liuhen.core.recordings.activities.ActivityState;
import org.liuhen.core.recordings.handover.HandOverState;
import org.liuhen.core.values.Bilingual;

/** What a worked case tells of, by the word that stands as its subject. docs/formats.md, sections 16.4 and 16.6 to 16.11 and 16.15. */
enum Matter {
    /** 案件; a case about something in it names that as its subject. */
    CASE("本案"),
    /** 现场执法活动. */
    ACTIVITY("本活动"),
    /** 一条音像记录的保管. */
    RECORDING("本音像记录"),
    /** 设备. */
    DEVICE("本设备"),
    /** 一名专员一个月的移交. */
    HAND_OVER("本次移交"),
    /** 一个机构的设备配备. */
    UNIT("本机构"),
    /** 有固定设备的场所. */
    PLACE("本场所"),
    /** 一个机构的特殊执法需要. */
    NEED("特殊需要");

    private final String subject;

    Matter(String subject) {
        this.subject = subject;
    }

    /** What a case with that subject tells of: a case, unless the subject is another one's word. */
    static Matter of(String subject) {
        return Stream.of(values()).filter(matter -> matter.subject.equals(subject)).findFirst().orElse(CASE);
    }

    /** Whether the subject is all of it, and not something in a case. */
    static boolean isWhole(String subject) {
        return Stream.of(values()).anyMatch(matter -> matter.subject.equals(subject));
    }

    /** The subject of a case that is about all of it. */
    String subject() {
        return subject;
    }

    /** What its facts are made of. */
    List<FactWord> words() {
        return switch (this) {
            case CASE -> FactWord.all();
            case ACTIVITY -> ActivityWords.all();
            case RECORDING -> RecordingWords.all();
            case DEVICE -> DeviceWords.all();
            case HAND_OVER -> HandOverWords.all();
            case UNIT -> UnitWords.all();
            case PLACE -> PlaceWords.all();
            case NEED -> NeedWords.all();
        };
    }

    /** The word of a file. */
    Optional<FactWord> word(String text) {
        return words().stream().filter(fact -> fact.word().equals(text)).findFirst();
    }

    /** The words that a field of text may hold; empty where it is free. */
    Optional<List<String>> closed(Class<?> of, String field) {
        return switch (this) {
            case ACTIVITY -> ActivityWords.closed(of, field);
            case RECORDING -> RecordingWords.closed(field);
            case DEVICE -> DeviceWords.closed(field);
            case CASE, HAND_OVER, UNIT, PLACE, NEED -> Optional.empty();
        };
    }

    /** Before the first fact. */
    Play begin(Law law) {
        return switch (this) {
            case CASE -> new CasePlay(new CaseState.Absent(), law);
            case ACTIVITY -> new ActivityPlay(new ActivityState.Absent(), List.of(), law);
            case RECORDING -> new RecordingPlay(new RecordingState.Absent(), Optional.empty(), RecordingPlay.Use.UNKNOWN, law);
            case DEVICE -> new DevicePlay(new DeviceState.Absent(), List.of(), Map.of(), List.of(), Optional.of(Cast.CUSTODIAN.id()), law);
            case HAND_OVER -> new HandOverPlay(new HandOverState.Absent(), law);
            case UNIT -> new UnitPlay(new EquipmentState.Absent(), law);
            case PLACE -> new PlacePlay(new PlaceState.Absent(), law);
            case NEED -> new NeedPlay(new NeedState.Absent(), law);
        };
    }

    /** Said where the facts do not begin it. */
    Bilingual notBegun() {
        return switch (this) {
            case CASE -> new Bilingual("没有立案", "no case was opened");
            case ACTIVITY -> new Bilingual("没有登记活动", "no activity was opened");
            case RECORDING -> new Bilingual("没有入库", "no recording was stored");
            case DEVICE -> new Bilingual("没有登记设备", "no device was registered");
            case HAND_OVER -> new Bilingual("没有开始当月移交", "no month was begun");
            case UNIT -> new Bilingual("没有登记人员和设备", "nothing is said of the unit");
            case PLACE -> new Bilingual("没有登记场所", "no place was registered");
            case NEED -> new Bilingual("没有登记特殊需要", "no special need was stated");
        };
    }
}
