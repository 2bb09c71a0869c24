package org.liuhen.server.recordings.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class FfmpegTest {

    @TempDir
    Path folder;

    @Test
    void the_bundled_tools_run_and_are_unpacked_once() throws Exception {
        var began = System.nanoTime();
        var first = Ffmpeg.find(Optional.empty(), folder.resolve("cache"));
        System.out.println("unpacked and tried in " + ((System.nanoTime() - began) / 1_000_000) + " ms");
        assertEquals("ffmpeg 8.0.1", first.tool());
        var unpackedAt = Files.getLastModifiedTime(first.ffmpeg());
        assertEquals(first, Ffmpeg.find(Optional.empty(), folder.resolve("cache")));
        assertEquals(unpackedAt, Files.getLastModifiedTime(first.ffmpeg()));
    }

    @Test
    void a_cache_that_was_damaged_is_made_anew() throws Exception {
        var first = Ffmpeg.find(Optional.empty(), folder);
        Files.write(first.ffprobe(), new byte[10]);
        Files.delete(first.ffmpeg().resolveSibling("libpulse.so.0"));
        assertEquals(first, Ffmpeg.find(Optional.empty(), folder));
        assertTrue(Files.size(first.ffprobe()) > 10);
        try (var left = Files.list(folder)) {
            assertEquals(1, left.count());
        }
    }

    @Test
    void the_tools_need_no_sound_server_and_no_display() throws Exception {
        var tools = Workbench.TOOLS;
        var builder = new ProcessBuilder(tools.ffprobe().toString(), "-version").redirectErrorStream(true);
        builder.environment().putAll(tools.environment());
        builder.environment().put("LD_TRACE_LOADED_OBJECTS", "1");
        var process = builder.start();
        var needed = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        var cache = tools.ffmpeg().resolveSibling("").toString();
        for (var library : List.of("libpulse.so.0", "libasound.so.2", "libxcb.so.1", "libxcb-shm.so.0")) {
            assertTrue(needed.contains(library + " => " + cache), needed);
        }
        assertTrue(needed.lines().noneMatch(line -> line.contains("not found") || line.contains("no version information")),
            needed);
        var elsewhere = needed.lines().filter(line -> !line.contains(cache)).map(line -> line.strip().split("[ .]")[0]).sorted()
            .toList();
        assertTrue(elsewhere.stream()
            .allMatch(List.of("libc", "libm", "libstdc++", "libgcc_s", "linux-vdso", "/lib64/ld-linux-x86-64", "libpthread",
                "libdl")::contains),
            "only what every Linux with Java has: " + elsewhere);
    }

    @Test
    void a_setting_is_tried_and_says_what_to_do() throws Exception {
        var missing = assertThrows(Ffmpeg.Unusable.class, () -> Ffmpeg.find(Optional.of(folder.resolve("ffmpeg")), folder));
        assertTrue(missing.sentence().zh().contains("请安装"), missing.sentence().toString());
        assertTrue(missing.sentence().en().contains("Install"), missing.sentence().toString());

        fake("ffmpeg version 5.1.9-0+deb12u1 Copyright");
        assertTrue(assertThrows(Ffmpeg.Unusable.class, () -> Ffmpeg.find(Optional.of(folder.resolve("ffmpeg")), folder))
            .sentence().en().contains("too old"));
        fake("ffmpeg version n7.1 Copyright");
        assertEquals("ffmpeg 7.1", Ffmpeg.find(Optional.of(folder.resolve("ffmpeg")), folder).tool());
        fake("something else");
        assertThrows(Ffmpeg.Unusable.class, () -> Ffmpeg.find(Optional.of(folder.resolve("ffmpeg")), folder));
    }

    private void fake(String says) throws IOException {
        for (var program : List.of("ffmpeg", "ffprobe")) {
            var file = Files.writeString(folder.resolve(program), "#!/bin/sh\necho '" + says + "'\n");
            assumeTrue(file.toFile().setExecutable(true), "this file system has no executable files");
        }
    }
}
