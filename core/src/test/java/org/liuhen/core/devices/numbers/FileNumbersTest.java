package org.liuhen.core.devices.numbers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is claimed of the numbers in file names. Hand-ins are parted by {@code /}, files by spaces; {@code =x} tells the content. */
final class FileNumbersTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            all there                     | DSC_0146.JPG DSC_0147.JPG DSC_0148.JPG                                |
            two missing                   | DSC_0146.JPG DSC_0149.JPG DSC_0150.JPG                                | DSC_0147–DSC_0148
            over two hand-ins             | FILE0001.MP4 FILE0002.MP4 / FILE0004.MP4                              | FILE0003
            comes late                    | FILE0001.MP4 FILE0002.MP4 FILE0004.MP4 / FILE0003.MP4                 |
            the same again                | FILE0001.MP4 FILE0002.MP4 FILE0004.MP4 / FILE0001.MP4=FILE0001.MP4 FILE0004.MP4=FILE0004.MP4 | FILE0003
            goes round                    | DSC_9998.JPG DSC_9999.JPG DSC_0001.JPG DSC_0002.JPG                   |
            goes round between hand-ins   | DSC_9997.JPG DSC_9998.JPG / DSC_0001.JPG DSC_0002.JPG                 | DSC_9999
            goes round, then one late     | DSC_9997.JPG DSC_9999.JPG / DSC_0001.JPG / DSC_9998.JPG               |
            missing on both sides         | DSC_9997.JPG DSC_0003.JPG DSC_0004.JPG                                | DSC_9998–DSC_0002
            counts in higher digits       | P1009998.JPG P1009999.JPG P1010001.JPG                                |
            set back                      | A0030.MP4 A0031.MP4 A0032.MP4 / A0001.MP4 A0002.MP4                   |
            set back and used again       | A0001.MP4 A0002.MP4 A0003.MP4 / A0001.MP4=x A0003.MP4=y               | A0002
            set back from far             | A0500.MP4 A0501.MP4 A0502.MP4 / A0001.MP4 A0002.MP4                   |
            several folders, one counter  | 100X/IMG_0099.JPG 100X/IMG_0100.JPG 101X/IMG_0102.JPG                 | IMG_0101
            several folders, own counters | a/M0001.MP4 a/M0002.MP4 b/M0001.MP4=x b/M0003.MP4                     |
            own counters, one missing     | a/M0001.MP4 a/M0002.MP4 a/M0004.MP4 b/M0001.MP4=x b/M0002.MP4=y b/M0003.MP4 | M0003
            two families, one counter     | IMG_0001.JPG MVI_0002.MOV IMG_0003.JPG                                |
            one counter, one missing      | IMG_0001.JPG MVI_0002.MOV IMG_0004.JPG                                | MVI_0003
            two families, two counters    | IMG_0001.JPG IMG_0002.JPG IMG_0004.JPG MOV_0001.MP4 MOV_0002.MP4 MOV_0003.MP4 | IMG_0003
            a picture and its raw         | D0001.JPG D0001.NEF D0002.JPG D0002.NEF D0003.JPG D0003.NEF           |
            chapters                      | GX010147.MP4 GX020147.MP4 GX030147.MP4 GX010148.MP4                   |
            a chapter missing             | GX010147.MP4 GX030147.MP4 GX010148.MP4                                | GX020147
            a recording missing           | GX010147.MP4 GX020147.MP4 GX010149.MP4                                | GX010148
            older chapters                | GOPR0147.MP4 GP010147.MP4 GP020147.MP4 GOPR0149.MP4                   | GOPR0148
            an older beginning missing    | GP010147.MP4 GOPR0148.MP4 GOPR0149.MP4                                | GOPR0147
            times only                    | 20260302150411.MP4 20260302160411.MP4 20260302170411.MP4              |
            device, officer and time      | 000123_001_20260302150411.MP4 000123_009_20260302160411.MP4 000123_017_20260303090000.MP4 |
            time and counter              | 20260302_150411_0007.MP4 20260302_160411_0008.MP4 20260303_090000_0010.MP4 | *_0009
            day and counter               | 20260302_0007.MP4 20260302_0009.MP4 20260302_0010.MP4                 | 20260302_0008
            another day begins anew       | 20260302_001.MP4 20260302_002.MP4 20260302_003.MP4 20260303_005.MP4   |
            too few                       | 会议室302.mp4 会议室305.mp4                                            |
            no digits                     | a.mp4 b.mp4 c.mp4 .mp4 / d                                            |
            copies                        | IMG_0001.JPG IMG_0002.JPG IMG_0003.JPG IMG_0001(1).JPG IMG_0009(1).JPG |
            """)
    void numbers_between_two_files_that_never_arrived(String about, String files, String expected) {
        var missing = FileNumbers.of(files(files)).stream().flatMap(series -> series.missing().stream())
                .map(one -> one.count() == 1 ? one.first() : one.first() + "–" + one.last()).collect(Collectors.joining(", "));
        assertEquals(expected == null ? "" : expected, missing, about);
    }

    @Test
    void a_series_tells_its_ends_and_the_files_around_a_hole() {
        assertEquals(
                List.of(new Series("DSC_####", "DSC_9998", "DSC_0003", 3,
                        List.of(new MissingNumbers("DSC_0001", "DSC_0002", 2, "DCIM/DSC_9999.JPG", "DCIM/DSC_0003.JPG")))),
                FileNumbers.of(files("DCIM/DSC_9998.JPG DCIM/DSC_9999.JPG DCIM/DSC_0003.JPG")));
        assertEquals("IMG_####, MVI_####", FileNumbers.of(files("IMG_0001.JPG MVI_0002.MOV IMG_0003.JPG")).getFirst().pattern());
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            A0002.MP4    | A0001.MP4 A0002.MP4 A0003.MP4                         | A0001.MP4 < > A0003.MP4
            A0001.MP4    | A0001.MP4 A0002.MP4 A0003.MP4                         | < > A0002.MP4
            A0003.MP4    | A0001.MP4 A0003.MP4 A0007.MP4                         | A0001.MP4 (A0002) < > (A0004–A0006) A0007.MP4
            A0007.MP4    | A0001.MP4 A0003.MP4 A0007.MP4                         | A0003.MP4 (A0004–A0006) < >
            A9999.MP4    | A9998.MP4 A9999.MP4 / A0001.MP4                       | A9998.MP4 < > A0001.MP4
            A0001.MP4    | A0030.MP4 A0031.MP4 A0032.MP4 / A0001.MP4 A0002.MP4   | < > A0002.MP4
            GX020147.MP4 | GX010147.MP4 GX020147.MP4 GX010149.MP4                | < > (GX010148) GX010149.MP4
            note.txt     | A0001.MP4 A0002.MP4 note.txt                          |
            A0002.MP4    | A0001.MP4 A0002.MP4                                   |
            """)
    void what_stands_beside_a_file(String one, String files, String expected) {
        var all = files(files);
        var file = all.stream().filter(each -> each.path().equals(one)).findFirst().orElseThrow();
        var told = FileNumbers.beside(all, file).map(beside -> String.join(" ", Stream.of(beside.previous().map(ArrivedFile::path),
                        beside.missingBefore().map(FileNumbersTest::range), Optional.of("< >"), beside.missingAfter().map(FileNumbersTest::range),
                        beside.next().map(ArrivedFile::path)).flatMap(Optional::stream).toList()));
        assertEquals(Optional.ofNullable(expected), told);
    }

    private static String range(MissingNumbers missing) {
        return "(" + (missing.count() == 1 ? missing.first() : missing.first() + "–" + missing.last()) + ")";
    }

    @Test
    void ten_thousand_files_on_a_card_take_no_time() {
        var files = new ArrayList<ArrivedFile>();
        for (var i = 1; i < 10_000; i++) {
            if (i % 1000 != 500) files.add(new ArrivedFile("1", "DCIM/DSC_%04d.JPG".formatted(i), "c" + i));
        }
        var began = System.nanoTime();
        assertEquals(10, FileNumbers.of(files).getFirst().missing().size());
        assertEquals(0, (System.nanoTime() - began) / 2_000_000_000L, "less than two seconds");
    }

    private static List<ArrivedFile> files(String spelled) {
        var files = new ArrayList<ArrivedFile>();
        var handIns = spelled.split(" / ");
        for (var i = 0; i < handIns.length; i++) {
            for (var one : handIns[i].split(" ")) {
                var parts = one.split("=");
                files.add(new ArrivedFile(String.valueOf(i), parts[0], parts.length > 1 ? parts[1] : parts[0]));
            }
        }
        return files;
    }
}
