package org.liuhen.server.recordings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liuhen.server.folder.DataFolder;
import org.liuhen.server.folder.DurableFiles;
import org.liuhen.server.recordings.media.ConfinedProcess;
import org.liuhen.server.recordings.media.Continuity;
import org.liuhen.server.recordings.media.DerivedCopies;
import org.liuhen.server.recordings.media.Ffmpeg;
import org.liuhen.server.recordings.media.Probe;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The media tools, unpacked and tried when the first recording needs them. */
@Component
class MediaTools {

    private final DataFolder folder;
    private final Optional<Path> setting;
    private @Nullable Ready ready;

    MediaTools(DataFolder folder, @Value("${liuhen.media.ffmpeg:}") String setting) {
        this.folder = folder;
        this.setting = setting.isBlank() ? Optional.empty() : Optional.of(Path.of(setting));
    }

    /** Tools that run here. */
    record Ready(Probe probe, DerivedCopies copies, Continuity continuity, Path work) {}

    /**
     * The tools.
     *
     * @throws Ffmpeg.Unusable if there are none; the message says what to do
     */
    synchronized Ready ready() throws IOException, InterruptedException {
        var found = ready;
        if (found != null) return found;
        var work = folder.work().resolve("media");
        DurableFiles.createFolders(work);
        var tools = Ffmpeg.find(setting, folder.work().resolve("tools"));
        var confined = new ConfinedProcess(work);
        found = new Ready(new Probe(tools, confined), new DerivedCopies(tools, confined), new Continuity(tools, confined), work);
        ready = found;
        return found;
    }
}
