package org.liuhen.server.recordings.media;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuhen.core.recordings.CopyKind;
import org.liuhen.core.recordings.MediaFault;
import org.liuhen.core.recordings.MediaKind;
import org.liuhen.core.recordings.RecordingEvent.RecordingNotProbed;
import org.liuhen.core.recordings.RecordingEvent.RecordingProbed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

@Timeout(60)
class HostileFilesTest {

    @TempDir
    Path folder;

    private Path video() throws Exception {
        return Workbench.ffmpeg(folder.resolve("whole.mp4"), "-f", "lavfi", "-i", "testsrc=s=320x180:r=25:d=3", "-f", "lavfi",
            "-i", "sine=d=3",
            "-c:v", "libopenh264", "-c:a", "aac");
    }

    @Test
    void nothing_is_empty() throws Exception {
        assertFault(MediaFault.EMPTY, Files.createFile(folder.resolve("empty.mp4")));
    }

    @Test
    void a_video_without_its_index_is_damaged() throws Exception {
        var bytes = Files.readAllBytes(video());
        assertFault(MediaFault.DAMAGED, file("cut.mp4", Arrays.copyOf(bytes, bytes.length / 2)));
        assertFault(MediaFault.DAMAGED, file("head.mp4", Arrays.copyOf(bytes, 40)));
    }

    @Test
    void a_text_is_no_video_whatever_it_is_called() throws Exception {
        assertFault(MediaFault.NOT_MEDIA, file("report.mp4", "承德市双桥区市场监督管理局\n现场检查笔录\n".repeat(200).getBytes(UTF_8)));
        assertFault(MediaFault.NOT_MEDIA, file("page.mp4", "<html><script>alert(1)</script></html>".getBytes(UTF_8)));
        assertFault(MediaFault.NOT_MEDIA, file("words.srt", "1\n00:00:00,000 --> 00:00:02,000\nhello\n".getBytes(UTF_8)));
    }

    @Test
    void playlists_are_not_followed_to_files_or_addresses() throws Exception {
        var asked = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            var address = "http://127.0.0.1:" + server.getAddress().getPort() + "/x.ts";
            for (var target : List.of("/etc/passwd", "file:///etc/passwd", address, video().toString(),
                "concat:/etc/passwd|/etc/hosts")) {
                for (var playlist : List.of(
                    "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n" + target + "\n#EXT-X-ENDLIST\n",
                    "ffconcat version 1.0\nfile '" + target + "'\n",
                    "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\"><Period><BaseURL>" + target
                        + "</BaseURL></Period></MPD>",
                    "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 5004 RTP/AVP 96\n",
                    "[playlist]\nFile1=" + target + "\n")) {
                    assertFault(MediaFault.NOT_MEDIA, file("list.mp4", playlist.getBytes(UTF_8)));
                }
            }
        } finally {
            server.stop(0);
        }
        assertEquals(0, asked.get());
    }

    @Test
    void a_picture_that_claims_to_be_huge_is_refused_before_memory_is_taken() throws Exception {
        assertFault(MediaFault.MEMORY, file("bomb.png", png(50_000, 50_000)));
        assertFault(MediaFault.MEMORY, file("large.png", png(12_000, 12_000)));
        assertEquals(MediaKind.PHOTO, Workbench.probed(file("small.png", png(64, 64))).kind(),
            "the same bytes in an honest size");
    }

    @Test
    void a_video_that_claims_huge_pictures_ends_in_a_value() throws Exception {
        var bytes = Files.readAllBytes(video());
        for (var at = 0; at + 4 < bytes.length; at++) {
            if (!new String(bytes, at, 4, ISO_8859_1).equals("avc1")) continue;
            ByteBuffer.wrap(bytes).putShort(at + 28, (short) 0xffff).putShort(at + 30, (short) 0xffff);
        }
        assertEnds(file("wide.mp4", bytes));
    }

    @Test
    void links_folders_and_devices_are_not_opened() throws Exception {
        assertFault(MediaFault.NOT_MEDIA, Files.createSymbolicLink(folder.resolve("link.mp4"), video()));
        assertFault(MediaFault.NOT_MEDIA, folder);
        assertFault(MediaFault.NOT_MEDIA, Path.of("/dev/zero"));
    }

    @Test
    void a_name_is_only_a_name() throws Exception {
        var bytes = Files.readAllBytes(video());
        for (var name : List.of("-i", "-version", "a\nb.mp4", "file:x", "concat:a|b", "%d.jpg", "$(id).mp4", "pipe:0",
            "中文 名.mp4")) {
            var file = file(name, bytes);
            var probed = Workbench.probed(file, Workbench.asHandedIn(name));
            assertEquals(MediaKind.VIDEO, probed.kind(), name);
            var to = folder.resolve("-poster\n.jpg");
            assertInstanceOf(DerivedCopies.Made.Copy.class, copies().make(CopyKind.POSTER, file, probed, to, _ -> {}), name);
            assertArrayEquals(bytes, Files.readAllBytes(file));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void chance_ends_in_a_value(long seed) throws Exception {
        var dice = new SplittableRandom(seed);
        var noise = new byte[50_000];
        dice.nextBytes(noise);
        assertEnds(file("noise", noise));

        var broken = Files.readAllBytes(video());
        for (var i = 0; i < 200; i++) broken[dice.nextInt(broken.length)] = (byte) dice.nextInt();
        assertEnds(file("broken.mp4", broken));
    }

    /** Probed or not, and if so every copy is made or not: nothing is thrown, and no half copy is left. */
    private void assertEnds(Path file) throws Exception {
        if (!(Workbench.probe(file, Workbench.asHandedIn("x")) instanceof RecordingProbed probed)) return;
        for (var copy : DerivedCopies.wanted(probed)) {
            var to = folder.resolve("copy");
            var made = copies().make(copy, file, probed, to, _ -> {});
            assertEquals(made instanceof DerivedCopies.Made.Copy, Files.exists(to), made.toString());
        }
    }

    private static DerivedCopies copies() {
        return new DerivedCopies(Workbench.TOOLS, Workbench.CONFINED);
    }

    private static void assertFault(MediaFault fault, Path file) throws Exception {
        RecordingNotProbed event = Workbench.notProbed(file);
        assertEquals(fault, event.reason(), event.detail());
        assertFalse(event.detail().isBlank());
        assertFalse(event.detail().contains("root:"), "a line of /etc/passwd: " + event.detail());
    }

    private Path file(String name, byte[] bytes) throws Exception {
        return Files.write(folder.resolve(name), bytes);
    }

    /** One bit a point, all zero: fifty thousand lines of them are some kilobytes. */
    private static byte[] png(int width, int height) {
        var row = new byte[1 + (width + 7) / 8];
        var deflater = new Deflater(9);
        var packed = new ByteArrayOutputStream();
        var buffer = new byte[1 << 16];
        for (var y = 0; y < height; y++) {
            deflater.setInput(row);
            while (!deflater.needsInput()) packed.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.finish();
        while (!deflater.finished()) packed.write(buffer, 0, deflater.deflate(buffer));
        deflater.end();
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(out, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {1, 0, 0, 0, 0}).array());
        chunk(out, "IDAT", packed.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) {
        var bytes = ByteBuffer.allocate(4 + content.length).put(type.getBytes(UTF_8)).put(content).array();
        var crc = new CRC32();
        crc.update(bytes);
        out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        out.writeBytes(bytes);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
