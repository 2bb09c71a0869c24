package org.liuhen.cli.collect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.liuhen.core.values.Bilingual;

/**
 * Waits for cameras below a folder. Each subfolder that has files is a docked camera, and its name is the device's number. It is
 * collected once its listing stands still, and again only after the listing has changed or the camera was away, whether its mount
 * point went with it, stood empty, or became another folder; what did not balance is tried again now and then. A camera that is being
 * collected is left alone.
 */
public final class Watch {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final int LOOKS_BEFORE_RETRY = 30;

    /** A camera that has come; its folder's name. */
    public record Mounted(Path folder, String device) {}

    /** What is done with cameras. */
    public interface Collect {
        /** Begins, and perhaps ends at once; the answer is 0 if it balanced. */
        Future<Integer> collect(Mounted mounted) throws KeysChanged, InterruptedException;

        /** The folders below which there may be cameras, at each look; those with files are docked. */
        default void seen(List<Path> folders, List<Path> docked) {}
    }

    /** A camera at a look: which folder its path leads to, and what is in it. */
    private record Seen(String folder, List<CameraFile> files) {}

    private record Done(Seen seen, boolean balanced, long look) {}

    private final Path folder;
    private final Collect collect;
    private final Consumer<Bilingual> say;
    private final Map<Path, Seen> seen = new HashMap<>();
    private final Map<Path, Done> done = new HashMap<>();
    private final Map<Path, Future<Integer>> running = new HashMap<>();
    private final Map<Path, String> troubles = new HashMap<>();
    private long looks;

    /** A watch that tells what it cannot look into, once. */
    public Watch(Path folder, Collect collect, Consumer<Bilingual> say) {
        this.folder = folder;
        this.collect = collect;
        this.say = say;
    }

    /** Runs until interrupted. */
    public int run() throws KeysChanged, InterruptedException {
        while (true) {
            look();
            Thread.sleep(LOOK_EVERY);
        }
    }

    /** Looks once at every subfolder. */
    public void look() throws KeysChanged, InterruptedException {
        looks++;
        var present = present();
        seen.keySet().retainAll(present);
        done.keySet().retainAll(present);
        troubles.keySet().removeIf(path -> !path.equals(folder) && !present.contains(path));
        var docked = new ArrayList<Path>();
        for (var camera : present) {
            if (isRunning(camera)) {
                docked.add(camera);
                continue;
            }
            var now = seen(camera);
            if (now.isEmpty() || now.get().files.isEmpty()) { // pulled out, or a mount point that waits: it begins anew
                seen.remove(camera);
                done.remove(camera);
                continue;
            }
            docked.add(camera);
            var still = now.get().equals(seen.put(camera, now.get()));
            if (!still || !due(camera, now.get())) continue; // files may still be coming
            running.put(camera, collect.collect(new Mounted(camera, FolderCamera.rawName(camera).display())));
            isRunning(camera);
        }
        collect.seen(present, docked);
    }

    /** Whether it is being collected. What has just ended is noted with the listing that it began with. */
    private boolean isRunning(Path camera) throws InterruptedException {
        var future = running.get(camera);
        if (future == null) return false;
        if (!future.isDone()) return true;
        running.remove(camera);
        var began = seen.get(camera);
        if (began != null) done.put(camera, new Done(began, balanced(future), looks));
        return false;
    }

    private static boolean balanced(Future<Integer> future) throws InterruptedException {
        try {
            return future.get() == 0;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) throw error;
            throw new IllegalStateException(e.getCause());
        }
    }

    private List<Path> present() {
        try (var children = Files.list(folder)) {
            var present = children.filter(Files::isDirectory).sorted().toList();
            troubles.remove(folder);
            return present;
        } catch (IOException | UncheckedIOException e) { // a hub that restarts: it comes back
            trouble(folder, e);
            return List.of();
        }
    }

    private Optional<Seen> seen(Path camera) {
        try {
            var files = FolderCamera.at(camera);
            var seen = new Seen(files.folderKey(), files.list());
            troubles.remove(camera);
            return Optional.of(seen);
        } catch (IOException e) {
            if (Files.isDirectory(camera)) trouble(camera, e); // else it was gone between the two looks
            return Optional.empty();
        }
    }

    private void trouble(Path path, Exception why) {
        if (why.toString().equals(troubles.put(path, why.toString()))) return;
        say.accept(new Bilingual(
                path + " 读不出（" + why.getMessage() + "）：检查接线和权限；继续等待",
                path + " cannot be looked into (" + why.getMessage() + "): check the cable and the permissions; still waiting"));
    }

    private boolean due(Path camera, Seen now) {
        var before = done.get(camera);
        return before == null || !before.seen.equals(now) || (!before.balanced && looks - before.look >= LOOKS_BEFORE_RETRY);
    }
}
