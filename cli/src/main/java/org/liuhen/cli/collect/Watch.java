package org.liuhen.cli.collect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Waits for cameras below a folder. Each subfolder that has files is a docked camera, and its name is the device's number. It is
 * collected once its listing stands still, and again only after the listing has changed or the camera was away; what did not
 * balance is tried again now and then.
 */
final class Watch {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final int LOOKS_BEFORE_RETRY = 30;

    /** A camera that has come. */
    record Mounted(Path folder, String device) {}

    /** What is done with it; 0 if it balances. */
    interface Collect {
        int collect(Mounted mounted) throws KeysChanged, InterruptedException;
    }

    private record Done(List<CameraFile> files, boolean balanced, long look) {}

    private final Path folder;
    private final Collect collect;
    private final Map<Path, List<CameraFile>> seen = new HashMap<>();
    private final Map<Path, Done> done = new HashMap<>();
    private long looks;

    Watch(Path folder, Collect collect) {
        this.folder = folder;
        this.collect = collect;
    }

    /** Runs until interrupted. */
    int run() throws IOException, KeysChanged, InterruptedException {
        while (true) {
            look();
            Thread.sleep(LOOK_EVERY);
        }
    }

    /** Looks once at every subfolder. */
    void look() throws IOException, KeysChanged, InterruptedException {
        looks++;
        List<Path> present;
        try (var children = Files.list(folder)) {
            present = children.filter(Files::isDirectory).sorted().toList();
        }
        seen.keySet().retainAll(present);
        done.keySet().retainAll(present);
        for (var camera : present) {
            List<CameraFile> files;
            try {
                files = FolderCamera.at(camera).list();
            } catch (IOException pulledOut) {
                seen.remove(camera); // gone between the two looks; it begins anew
                continue;
            }
            var still = files.equals(seen.put(camera, files));
            // an empty mount point waits; files may still be coming
            if (files.isEmpty() || !still || !due(camera, files)) continue;
            var exit = collect.collect(new Mounted(camera, String.valueOf(camera.getFileName())));
            done.put(camera, new Done(files, exit == 0, looks));
        }
    }

    private boolean due(Path camera, List<CameraFile> files) {
        var before = done.get(camera);
        return before == null || !before.files.equals(files) || (!before.balanced && looks - before.look >= LOOKS_BEFORE_RETRY);
    }
}
