package org.liuhen.server.recordings.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.recordings.RecordingEvent;
import org.liuhen.core.recordings.RecordingEvent.RecordingNotProbed;
import org.liuhen.core.recordings.RecordingEvent.RecordingProbed;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The real tools, unpacked once for all tests of the module. */
public final class Workbench {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Path FOLDER = Path.of("target", "media-tools").toAbsolutePath();

    public static final Ffmpeg TOOLS;
    public static final ConfinedProcess CONFINED;

    static {
        try {
            TOOLS = Ffmpeg.find(Optional.empty(), FOLDER.resolve("cache"));
            CONFINED = new ConfinedProcess(FOLDER.resolve("work"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Workbench() {}

    public static RecordingProbed probed(Path file) throws Exception {
        return assertInstanceOf(RecordingProbed.class, probe(file, asHandedIn("x")));
    }

    public static RecordingProbed probed(Path file, AsHandedIn handedIn) throws Exception {
        return assertInstanceOf(RecordingProbed.class, probe(file, handedIn));
    }

    public static RecordingNotProbed notProbed(Path file) throws Exception {
        return assertInstanceOf(RecordingNotProbed.class, probe(file, asHandedIn("x")));
    }

    public static RecordingEvent probe(Path file, AsHandedIn handedIn) throws Exception {
        return new Probe(TOOLS, CONFINED).probe(file, handedIn);
    }

    public static AsHandedIn asHandedIn(String name) {
        return new AsHandedIn(name, Optional.empty(), Optional.empty(), ZONE);
    }

    public static AsHandedIn asHandedIn(String name, Instant modifiedAt) {
        return new AsHandedIn(name, Optional.of(modifiedAt), Optional.empty(), ZONE);
    }

    /** Runs the bundled ffmpeg to make a sample. */
    public static Path ffmpeg(Path to, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(TOOLS.ffmpeg().toString(), "-v", "error", "-nostdin", "-y"));
        command.addAll(List.of(arguments));
        command.add("file:" + to);
        var limits = new Limits(Duration.ofMinutes(1), Duration.ofMinutes(2), 4L << 30, 1 << 20, 1 << 30);
        var outcome = CONFINED.run(new ConfinedProcess.Task(command, TOOLS.environment(), Optional.empty(), limits),
            InputStream::readAllBytes);
        if (!(outcome instanceof Outcome.Ended<byte[]>(var exit, _, _)) || exit != 0) throw new IOException(outcome.toString());
        return to;
    }

    /** A real file beside the repository, or the test is skipped and says so. */
    public static Path real(String name) {
        var folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("docs/formats.md"))) folder = folder.getParent();
        var candidates = folder == null ? List.<Path>of()
            : List.of(folder.resolve("../shared/media"), folder.resolve("../../shared/media"));
        var found = candidates.stream().map(candidate -> candidate.resolve(name)).filter(Files::isReadable).findFirst();
        assumeTrue(found.isPresent(), "no real recordings: the folder shared/media is not beside the repository");
        return found.orElseThrow();
    }
}
