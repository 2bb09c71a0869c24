package org.liuhen.server.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** Writes into a JPEG when and where it was taken, as cameras do: an APP1 segment with a TIFF structure of three directories. */
final class ExifSegment {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss");
    private static final int ASCII = 2;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int ENTRY = 12;
    private static final int FIRST_DIRECTORY = 8;

    /** One tag; {@code value} beyond four bytes is written behind the directory. */
    private record Tag(int number, int type, int count, ByteBuffer value) {
        int size() {
            return value.limit();
        }
    }

    private ExifSegment() {}

    /**
     * @param jpeg begins with SOI
     * @param takenAt local time by the camera's clock; EXIF knows no zone
     * @param latitude north, in millionths of a degree
     * @param longitude east, in millionths of a degree
     */
    static byte[] into(byte[] jpeg, LocalDateTime takenAt, String model, long latitude, long longitude) throws IOException {
        var exifAt = FIRST_DIRECTORY + length(firstDirectory(model, 0, 0));
        var gpsAt = exifAt + length(exifDirectory(takenAt));
        var tiff = new ByteArrayOutputStream();
        tiff.write(new byte[] {'M', 'M', 0, 42, 0, 0, 0, FIRST_DIRECTORY});
        tiff.write(directory(firstDirectory(model, exifAt, gpsAt), FIRST_DIRECTORY));
        tiff.write(directory(exifDirectory(takenAt), exifAt));
        tiff.write(directory(gpsDirectory(latitude, longitude), gpsAt));

        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(ByteBuffer.allocate(4).putShort((short) 0xffe1).putShort((short) (2 + 6 + tiff.size())).array());
        out.write(new byte[] {'E', 'x', 'i', 'f', 0, 0});
        tiff.writeTo(out);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    private static List<Tag> firstDirectory(String model, int exifAt, int gpsAt) {
        return List.of(text(0x0110, model), number(0x8769, exifAt), number(0x8825, gpsAt));
    }

    private static List<Tag> exifDirectory(LocalDateTime takenAt) {
        return List.of(text(0x9003, TIME.format(takenAt)), text(0x9004, TIME.format(takenAt)));
    }

    private static List<Tag> gpsDirectory(long latitude, long longitude) {
        return List.of(text(1, "N"), degrees(2, latitude), text(3, "E"), degrees(4, longitude));
    }

    private static Tag text(int number, String text) {
        var bytes = (text + "\0").getBytes(US_ASCII);
        return new Tag(number, ASCII, bytes.length, ByteBuffer.wrap(bytes));
    }

    private static Tag number(int number, int value) {
        return new Tag(number, LONG, 1, ByteBuffer.allocate(4).putInt(value).flip());
    }

    private static Tag degrees(int number, long millionths) {
        var value = ByteBuffer.allocate(24).putInt((int) millionths).putInt(1_000_000).putInt(0).putInt(1).putInt(0).putInt(1);
        return new Tag(number, RATIONAL, 3, value.flip());
    }

    private static int length(List<Tag> tags) {
        return 2 + tags.size() * ENTRY + 4 + tags.stream().mapToInt(tag -> tag.size() > 4 ? tag.size() : 0).sum();
    }

    private static byte[] directory(List<Tag> tags, int at) {
        var bytes = ByteBuffer.allocate(length(tags)).putShort((short) tags.size());
        var behind = 2 + tags.size() * ENTRY + 4;
        for (var tag : tags) {
            bytes.putShort((short) tag.number()).putShort((short) tag.type()).putInt(tag.count());
            if (tag.size() <= 4) {
                bytes.put(tag.value().duplicate()).put(new byte[4 - tag.size()]);
            } else {
                bytes.putInt(at + behind).put(behind, tag.value(), 0, tag.size());
                behind += tag.size();
            }
        }
        return bytes.array();
    }
}
