package org.liuhen.cli.station;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.liuhen.cli.collect.CameraFile;
import org.liuhen.formats.devices.FileName;

/** What names and times of a camera's files tell of its clock and of files that are missing. Signs, not proofs: told, nothing more. */
final class FileSigns {

    private static final ZoneId AGENCY_ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDateTime FIRST_BODY_CAMERAS = LocalDateTime.of(2005, 1, 1, 0, 0);
    private static final Duration A_DAY = Duration.ofDays(1);
    /** A clock that runs backwards by this much was set; by less it may have been two files begun at once. */
    private static final Duration SET_BACK = Duration.ofMinutes(2);
    private static final int GAPS_SHOWN = 3;

    private FileSigns() {}

    /** The signs, at this moment of the station's corrected clock. */
    static List<Notice> of(List<CameraFile> files, List<FileName> names, Instant now) {
        var notices = new ArrayList<Notice>();
        wrongYears(files, names, now).ifPresent(notices::add);
        var series = series(names);
        backwards(series).ifPresent(notices::add);
        daylight(names).ifPresent(notices::add);
        missing(series).ifPresent(notices::add);
        return notices;
    }

    private static Optional<Notice> wrongYears(List<CameraFile> files, List<FileName> names, Instant now) {
        var latest = LocalDateTime.ofInstant(now.plus(A_DAY), AGENCY_ZONE);
        var wrong = names.stream().flatMap(name -> name.startedAt().stream())
                .filter(time -> time.isBefore(FIRST_BODY_CAMERAS) || time.isAfter(latest)).toList();
        var without = files.stream().filter(file -> file.problem().isEmpty() && file.modifiedAt().isEmpty()).count();
        if (wrong.isEmpty() && without == 0) return Optional.empty();
        var example = wrong.stream().findFirst().map(time -> "，如 " + time.toLocalDate()).orElse("");
        return Optional.of(Notice.act("clock-years-off",
                "有 " + (wrong.size() + without) + " 个文件的时间不可能（设备时钟没有设置" + example + "）。照常接收；请设置设备时钟，并说明实际时间",
                (wrong.size() + without) + " files have impossible times (the camera's clock was never set" + example.replace("，如", ", as")
                        + "). Taken in all the same; set the clock and state when they were made"));
    }

    /** Later numbers with earlier times: the clock was set back, or forgot at midnight that a day had ended. */
    private static Optional<Notice> backwards(Collection<List<FileName>> series) {
        for (var inOrder : series) {
            for (var i = 1; i < inOrder.size(); i++) {
                var before = inOrder.get(i - 1).startedAt();
                var after = inOrder.get(i).startedAt();
                if (before.isPresent() && after.isPresent() && after.get().plus(SET_BACK).isBefore(before.get())) {
                    return Optional.of(backwards(before.get(), after.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static Notice backwards(LocalDateTime before, LocalDateTime after) {
        var midnight = before.getHour() == 23 && after.getHour() == 0 && before.toLocalDate().equals(after.toLocalDate());
        return Notice.look(midnight ? "clock-lost-midnight" : "clock-backwards",
                "编号往后、时间却往前：" + words(before) + " 之后是 " + words(after) + (midnight ? "（过零点没有换日）" : "") + "。照常接收；请核对设备时钟",
                "numbers go on and times go back: " + words(before) + " is followed by " + words(after)
                        + (midnight ? " (the day did not change at midnight)" : "") + ". Taken in all the same; check the clock");
    }

    private static String words(LocalDateTime time) {
        return time.toString().replace('T', ' ');
    }

    private static Optional<Notice> daylight(List<FileName> names) {
        return names.stream().flatMap(name -> name.startedAt().stream())
                .filter(time -> AGENCY_ZONE.getRules().getValidOffsets(time).size() != 1).findFirst()
                .map(time -> Notice.look("clock-daylight", "文件名的时间 " + words(time) + " 落在夏令时切换处，不是唯一的时刻。照常接收",
                        "the time " + words(time) + " of a name falls where daylight saving changed and is not one moment. Taken in all the same"));
    }

    /** Numbers that were on the camera once and are not now. */
    private static Optional<Notice> missing(Collection<List<FileName>> series) {
        var gaps = new ArrayList<String>();
        var count = 0L;
        for (var inOrder : series) {
            for (var i = 1; i < inOrder.size(); i++) {
                var before = inOrder.get(i - 1).sequence().orElseThrow();
                var number = inOrder.get(i).sequence().orElseThrow();
                if (number <= before + 1) continue;
                count += number - before - 1;
                gaps.add(number == before + 2 ? Long.toString(before + 1) : (before + 1) + "–" + (number - 1));
            }
        }
        if (gaps.isEmpty()) return Optional.empty();
        var shown = gaps.stream().limit(GAPS_SHOWN).collect(Collectors.joining("、")) + (gaps.size() > GAPS_SHOWN ? "…" : "");
        return Optional.of(Notice.look("numbers-missing", "设备文件编号缺 " + count + " 个（" + shown + "）：可能以前已清除，请核对",
                count + " of the camera's file numbers are missing (" + shown + "): perhaps cleared before; have a look"));
    }

    /** Names that are counted together, in the order of their numbers: those of one rule, and of one day where the count begins anew each day. */
    private static Collection<List<FileName>> series(List<FileName> names) {
        var daily = names.stream().map(FileName::rule).distinct().filter(rule -> restarts(names, rule)).collect(Collectors.toSet());
        return names.stream().filter(name -> name.sequence().isPresent()).sorted(Comparator.comparing(name -> name.sequence().orElseThrow()))
                .collect(Collectors.groupingBy(name -> name.rule() + " " + name.startedAt().filter(_ -> daily.contains(name.rule()))
                        .map(at -> at.toLocalDate().toString()).orElse(""), TreeMap::new, Collectors.toList())).values();
    }

    /** Whether the camera counts anew each day: one number stands there with several days. */
    private static boolean restarts(List<FileName> names, String rule) {
        var days = names.stream().filter(name -> name.rule().equals(rule) && name.sequence().isPresent() && name.startedAt().isPresent())
                .collect(Collectors.groupingBy(name -> name.sequence().orElseThrow(),
                        Collectors.mapping(name -> name.startedAt().orElseThrow().toLocalDate(), Collectors.toSet())));
        return days.values().stream().anyMatch(several -> several.size() > 1);
    }
}
