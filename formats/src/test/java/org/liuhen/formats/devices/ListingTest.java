package org.liuhen.formats.devices;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.liuhen.core.values.RawName;
import org.liuhen.formats.Hostile;
import org.liuhen.formats.Malformed;

class ListingTest {

    private static Listing.File file(String path, byte[] raw, long size) {
        return new Listing.File(Optional.of(Instant.EPOCH), path, RawName.of(raw), Optional.empty(), size);
    }

    private static final Listing LISTING = new Listing(List.of(
            file("现场", new byte[] {(byte) 0xCF, (byte) 0xD6}, 7),
            new Listing.File(Optional.empty(), "b", RawName.of(new byte[] {'b'}), Optional.of(Listing.Problem.UNREADABLE), 0),
            file("a", new byte[] {'a'}, 5)));

    @Test
    void a_listing_is_a_line_a_file_sorted_by_raw_path() {
        assertEquals(
                """
                {"modifiedAt":"1970-01-01T00:00:00.000Z","path":"a","pathBytes":"YQ==","sizeBytes":5}
                {"path":"b","pathBytes":"Yg==","problem":"unreadable","sizeBytes":0}
                {"modifiedAt":"1970-01-01T00:00:00.000Z","path":"现场","pathBytes":"z9Y=","sizeBytes":7}
                """,
                new String(LISTING.write(), UTF_8));
        assertEquals(LISTING, Listing.read(LISTING.write()));
        assertEquals(12, LISTING.bytes());
        assertEquals(new Listing(List.of()), Listing.read(new byte[0]));
    }

    @Test
    void another_order_twins_and_half_lines_are_refused() {
        var lines = new String(LISTING.write(), UTF_8).lines().toList();
        assertThrows(Malformed.class, () -> Listing.read((lines.get(1) + "\n" + lines.get(0) + "\n").getBytes(UTF_8)));
        assertThrows(Malformed.class, () -> Listing.read((lines.get(1) + "\n" + lines.get(1) + "\n").getBytes(UTF_8)));
        assertThrows(Malformed.class, () -> Listing.read(lines.get(1).getBytes(UTF_8)));
        assertThrows(Malformed.class, () -> Listing.read("\n".getBytes(UTF_8)));
        assertThrows(Malformed.class, () -> Listing.read(new byte[Listing.BYTES_MAX + 1]));
    }

    @Test
    void a_listing_has_a_hundred_thousand_files_and_no_more() {
        var files = new ArrayList<Listing.File>();
        for (var i = 0; i < Listing.FILES_MAX; i++) files.add(file("f", Integer.toString(i).getBytes(UTF_8), 1));
        var listing = new Listing(files);
        assertEquals(listing, Listing.read(listing.write()));
        files.add(file("f", "x".getBytes(UTF_8), 1));
        assertThrows(IllegalArgumentException.class, () -> new Listing(files));
    }

    @Test
    void every_flipped_bit_is_refused_or_another_listing() {
        Hostile.attack(LISTING.write(), Listing::read);
    }
}
