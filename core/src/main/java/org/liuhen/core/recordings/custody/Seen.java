package org.liuhen.core.recordings.custody;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.law.Rules;
import org.liuhen.core.recordings.RecordingState.HandedIn;
import org.liuhen.core.recordings.continuity.Check;
import org.liuhen.core.recordings.continuity.Observation;
import org.liuhen.core.recordings.continuity.Outcome;
import org.liuhen.core.recordings.continuity.Sign;
import org.liuhen.core.recordings.continuity.Thresholds;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.rules.FindingKey;
import org.liuhen.core.rules.Severity;
import org.liuhen.core.values.Bilingual;

/** What was observed in a recording's file, as findings say it: what and how often, from which threshold on, and never what that means. */
final class Seen {

    private Seen() {}

    /** The law of the day on which it ended; where nothing tells that, of the day on which it was stored. */
    static Rules rules(HandedIn recording, Law law) {
        return law.on(LocalDate.ofInstant(recording.completedAt().orElse(recording.custody().storedAt()), law.zone()));
    }

    /** One finding of all that was observed of these checks. Another set of checks, after the file was looked through anew, is another finding. */
    static Assessment check(HandedIn recording, Law law, Key duty, Predicate<Observation> counts) {
        var examined = recording.continuity();
        var observed = examined.stream().flatMap(found -> found.observations().stream())
                .filter(one -> one.outcome() instanceof Outcome.Observed && counts.test(one)).sorted(Comparator.comparing(Observation::check)).toList();
        if (observed.isEmpty()) return Assessment.quiet();
        return rules(recording, law).flagCited(duty).filter(cited -> cited.value())
                .map(cited -> Assessment.of(finding(recording, duty, cited.authority(), observed, examined.orElseThrow().thresholds())))
                .orElseGet(Assessment::quiet);
    }

    private static Finding finding(HandedIn recording, Key duty, Authority authority, List<Observation> observed, Thresholds thresholds) {
        var words = observed.stream().map(one -> one.check().word()).collect(Collectors.joining(" "));
        return new Finding(new FindingKey(duty.value(), recording.facts().recording().toString(), words), Severity.ALERT, authority,
                new Bilingual(
                        "检查文件观察到：" + observed.stream().map(one -> zh(one, thresholds)).collect(Collectors.joining("；")) + "。这是观察，不是判断。",
                        "Observed in the file: " + observed.stream().map(one -> en(one, thresholds)).collect(Collectors.joining("; "))
                                + ". This is an observation and no judgement."),
                new Bilingual("请播放核对并说明原因；设备本身这样记录的，也请写明。",
                        "Play it and explain; where the device records like this, say so."),
                Optional.empty());
    }

    /** A name of an encoder is what some cameras write too; the name of an editing program they do not. */
    static boolean editorNamed(Observation one) {
        return one.outcome() instanceof Outcome.Observed(var _, var sightings) && sightings.stream().anyMatch(seen -> seen.sign() == Sign.EDITOR);
    }

    private static long count(Observation one) {
        return one.outcome() instanceof Outcome.Observed(var count, var _) ? count : 0;
    }

    private static String zh(Observation one, Thresholds than) {
        return switch (one.check()) {
            case GAPS -> "时间戳中断";
            case DUPLICATES -> "时间戳重复";
            case EDIT_LIST -> "编辑列表略去或移动 " + seconds(than.edit()) + " 秒以上";
            case REENCODING -> "剪辑程序的名称";
            case TAIL -> "结尾缺失或者短 " + seconds(than.tail()) + " 秒以上";
            case FROZEN -> "画面静止 " + seconds(than.frozen()) + " 秒以上";
            case BLACK -> "黑屏 " + seconds(than.black()) + " 秒以上";
            case SILENT -> "无声 " + seconds(than.silent()) + " 秒以上";
            case CLOCK_JUMP -> "时钟跳变 " + seconds(than.jump()) + " 秒以上";
        } + " " + count(one) + " 处";
    }

    private static String en(Observation one, Thresholds than) {
        return switch (one.check()) {
            case GAPS -> "gaps in the times";
            case DUPLICATES -> "times that stand twice";
            case EDIT_LIST -> "an edit list that leaves out or moves more than " + seconds(than.edit()) + " s";
            case REENCODING -> "the name of an editing program";
            case TAIL -> "an end that is missing or short by more than " + seconds(than.tail()) + " s";
            case FROZEN -> "a picture that stands still for more than " + seconds(than.frozen()) + " s";
            case BLACK -> "a black picture for more than " + seconds(than.black()) + " s";
            case SILENT -> "no sound for more than " + seconds(than.silent()) + " s";
            case CLOCK_JUMP -> "jumps of the clock by more than " + seconds(than.jump()) + " s";
        } + " (" + count(one) + ")";
    }

    private static String seconds(Duration duration) {
        return duration.toMillisPart() == 0 ? String.valueOf(duration.toSeconds()) : String.valueOf(duration.toMillis() / 1000.0);
    }

    static boolean is(Observation one, Check first, Check second) {
        return one.check() == first || one.check() == second;
    }
}
