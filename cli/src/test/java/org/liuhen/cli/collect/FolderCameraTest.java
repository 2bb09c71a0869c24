package org.liuhen.cli.collect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liuhen.formats.devices.Listing.Problem;

/** What an old camera can have in its folders. */
class FolderCameraTest {

    @TempDir
    private Path card = Path.of("");

    private int shell(String script) throws IOException, InterruptedException {
        var process = new ProcessBuilder("sh", "-c", script).directory(card.toFile()).inheritIO().start();
        return process.waitFor(10, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    @Test
    void names_in_gbk_are_kept_byte_by_byte_and_can_be_opened() throws Exception {
        var gbk = "现场.mp4".getBytes(Charset.forName("GBK"));
        var octal = new StringBuilder();
        for (var b : gbk) octal.append(String.format("\\%03o", b & 0xff));
        assumeTrue(shell("printf gbk > \"$(printf '" + octal + "')\"") == 0,
                "this file system takes no names that are not UTF-8");
        var camera = FolderCamera.at(card);
        var file = camera.list().getFirst();
        assertArrayEquals(gbk, file.path().bytes());
        assertEquals("现场.mp4", file.path().display());
        var bytes = ByteBuffer.allocate(10);
        try (var channel = camera.open(file.path())) {
            assertEquals(3, channel.read(bytes));
        }
        camera.delete(file.path());
        assertEquals(0, camera.list().size());
    }

    @Test
    void hidden_nested_empty_strange_and_special_files_are_all_listed() throws Exception {
        Files.createDirectories(card.resolve("a/b/c"));
        Files.createDirectories(card.resolve("empty folder"));
        Files.write(card.resolve("a/b/c/空.mp4"), new byte[0]);
        Files.write(card.resolve(".nomedia"), new byte[1]);
        Files.write(card.resolve("100% #1?.mp4"), "x".getBytes(UTF_8));
        Files.createSymbolicLink(card.resolve("link"), card.resolve("a"));
        Files.createSymbolicLink(card.resolve("nowhere"), card.resolve("gone"));
        assumeTrue(shell("mkfifo pipe") == 0, "this file system has no pipes");
        var listed = FolderCamera.at(card).list();
        assertEquals("[.nomedia, 100% #1?.mp4, a/b/c/空.mp4, link special, nowhere special, pipe special]",
                listed.stream().map(file -> file.path().display() + file.problem().map(problem -> " " + problem.word())
                        .orElse("")).toList().toString());
        assertEquals(Optional.of(Problem.SPECIAL), listed.getLast().problem());
        for (var file : listed) assertEquals(file.stamp(), FolderCamera.at(card).stamp(file.path()));
    }

    @Test
    void a_single_file_is_a_source_of_one() throws Exception {
        Files.writeString(card.resolve("one.mp4"), "1");
        Files.writeString(card.resolve("two.mp4"), "2");
        var camera = FolderCamera.at(card.resolve("one.mp4"));
        assertEquals("[one.mp4]", camera.list().stream().map(file -> file.path().display()).toList().toString());
    }

    @Test
    void names_that_say_nothing_in_any_encoding_are_shown_as_they_are() {
        assertEquals("%FF%FE%0A.mp4", RawPath.of(new byte[] {(byte) 0xff, (byte) 0xfe, 10, '.', 'm', 'p', '4'}).display());
    }
}
