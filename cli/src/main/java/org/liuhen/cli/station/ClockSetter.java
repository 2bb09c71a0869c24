package org.liuhen.cli.station;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.liuhen.cli.collect.CameraClock;
import org.liuhen.core.values.DeviceClock;

/**
 * Measures the clock of a docked camera and sets it, as far as the station's rules say how. Measured first: what the files say is by
 * the clock as it was.
 */
final class ClockSetter {

    private static final ZoneId AGENCY_ZONE = ZoneId.of("Asia/Shanghai");
    private static final long ANSWER_SECONDS = 30;

    private final List<StationFile.ClockRule> rules;

    ClockSetter(List<StationFile.ClockRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** What was found of a clock, and what was done with it. */
    record Checked(Optional<DeviceClock> clock, List<Notice> notices) {
        Checked {
            notices = List.copyOf(notices);
        }
    }

    /** The camera's clock, if a rule can measure it; and every rule that sets it is followed. To be done once while it is docked. */
    Checked check(Path folder, Optional<DeviceClock> own) throws InterruptedException {
        var notices = new ArrayList<Notice>();
        var measured = Optional.<DeviceClock>empty();
        for (var rule : rules) {
            if (rule instanceof StationFile.ClockRule.Telling(var command) && own.isPresent()) {
                try {
                    measured = Optional.of(CameraClock.ask(words(command, folder), own.get()));
                } catch (IOException e) {
                    notices.add(Notice.look("clock-not-measured", "设备时钟没有量到（" + e.getMessage() + "）：照常接收",
                            "the camera's clock was not measured (" + e.getMessage() + "): taken in all the same"));
                }
            }
        }
        if (own.isEmpty()) return new Checked(measured, notices); // this machine's own clock was never compared: it sets nobody's
        for (var rule : rules) {
            if (!(rule instanceof StationFile.ClockRule.Telling)) set(rule, folder, own.get()).ifPresent(notices::add);
        }
        return new Checked(measured, notices);
    }

    private static Optional<Notice> set(StationFile.ClockRule rule, Path folder, DeviceClock own) throws InterruptedException {
        try {
            switch (rule) {
                case StationFile.ClockRule.TimeFile(var file, var format) -> {
                    var target = folder.resolve(file);
                    if (!Files.isRegularFile(target)) return Optional.empty(); // not a camera of that kind
                    var now = own.correct(Instant.now()).atZone(AGENCY_ZONE);
                    Files.writeString(target, format.format(now) + "\r\n", StandardCharsets.US_ASCII);
                }
                case StationFile.ClockRule.Setting(var command) -> run(words(command, folder));
                case StationFile.ClockRule.Telling _ -> {} // sets nothing
            }
            return Optional.of(Notice.info("clock-set", "已给设备对时", "the camera's clock was set"));
        } catch (IOException e) {
            return Optional.of(Notice.look("clock-not-set", "设备时钟没有设成（" + e.getMessage() + "）：请在设备上手工对时",
                    "the camera's clock could not be set (" + e.getMessage() + "): set it on the camera"));
        }
    }

    private static List<String> words(List<String> command, Path folder) {
        return command.stream().map(word -> word.replace("{folder}", folder.toString())).toList();
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(ANSWER_SECONDS, TimeUnit.SECONDS)) throw new IOException(command.getFirst() + ": no end");
            if (process.exitValue() != 0) throw new IOException(command.getFirst() + ": exit " + process.exitValue());
        } finally {
            process.destroyForcibly();
        }
    }
}
