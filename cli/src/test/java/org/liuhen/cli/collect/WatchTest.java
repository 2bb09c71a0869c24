package org.liuhen.cli.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cameras that come and go below a watched folder. */
class WatchTest {

    @TempDir
    private Path folder = Path.of("");

    private final List<String> collected = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private int exit;

    private Watch watch() {
        return new Watch(folder, mounted -> {
            collected.add(mounted.device());
            return CompletableFuture.completedFuture(exit);
        }, text -> said.add(text.en()));
    }

    private static void look(Watch watch, int times) throws Exception {
        for (var i = 0; i < times; i++) watch.look();
    }

    private static int run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
        } catch (IOException noSuchProgram) {
            return -1;
        }
    }

    private Path mount(String name, String file) throws Exception {
        var point = Files.createDirectories(folder.resolve(name));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", point.toString()) == 0, "may not mount anything here");
        Files.writeString(point.resolve(file), "x");
        return point;
    }

    @Test
    void an_empty_mount_point_waits_until_something_is_mounted_and_the_same_camera_may_come_again() throws Exception {
        var point = Files.createDirectories(folder.resolve("SQ-0001"));
        var watch = watch();
        look(watch, 3);
        assertEquals(List.of(), collected);
        exit = 1; // it is pulled out before it balances
        mount("SQ-0001", "a.mp4");
        try {
            var camera = FolderCamera.at(point);
            look(watch, 4);
            assertEquals(List.of("SQ-0001"), collected);
            assertTrue(camera.present());
            assertEquals(0, run("umount", point.toString()));
            assertFalse(camera.present(), "an empty mount point is no camera");
            look(watch, 2);
            mount("SQ-0001", "a.mp4");
            exit = 0;
            look(watch, 5);
            assertEquals(List.of("SQ-0001", "SQ-0001"), collected, "put back it is tried at once, and once");
        } finally {
            assertEquals(0, run("umount", point.toString()));
        }
    }

    @Test
    void another_card_under_the_same_path_is_another_camera_though_it_looks_the_same() throws Exception {
        var watch = watch();
        var point = mount("SQ-0001", "a.mp4");
        var time = Files.getLastModifiedTime(point.resolve("a.mp4"));
        try {
            look(watch, 3);
            mount("SQ-0001", "a.mp4"); // over the other, so that the kernel cannot give it the same device number
            Files.setLastModifiedTime(point.resolve("a.mp4"), time);
            look(watch, 3);
            assertEquals(List.of("SQ-0001", "SQ-0001"), collected, "between two looks it became another device");
            assertEquals(0, run("umount", point.toString()));
        } finally {
            assertEquals(0, run("umount", point.toString()));
        }
    }

    @Test
    void cameras_together_are_each_collected_also_under_names_with_spaces_and_in_gbk() throws Exception {
        var script = "cd '" + folder + "' && d=$(printf '\\326\\264\\267\\250 1') && mkdir \"$d\" 'SQ 0002' && : >\"$d/a\" && : >'SQ 0002/b'";
        assumeTrue(run("sh", "-c", script) == 0, "this file system takes no names that are not UTF-8");
        var watch = watch();
        look(watch, 4);
        assertEquals(List.of("SQ 0002", "执法 1"), collected.stream().sorted().toList());
        var names = new ArrayList<String>();
        try (var children = Files.list(folder)) {
            for (var child : (Iterable<Path>) children.sorted()::iterator) names.add(FolderCamera.nameOf(child));
        }
        assertTrue(names.stream().anyMatch(name -> name.endsWith("/%D6%B4%B7%A8%201")), names::toString);
        assertTrue(names.contains(folder.toAbsolutePath().resolve("SQ 0002").toString()), names::toString);
    }

    @Test
    void a_watched_folder_that_is_away_for_a_while_is_said_once_and_waited_for() throws Exception {
        var away = folder.resolveSibling(folder.getFileName() + "-away");
        var watch = watch();
        Files.move(folder, away);
        look(watch, 3);
        assertEquals(1, said.size(), said::toString);
        Files.move(away, folder);
        Files.writeString(Files.createDirectories(folder.resolve("SQ-0001")).resolve("a.mp4"), "x");
        look(watch, 2);
        assertEquals(List.of("SQ-0001"), collected);
    }
}
