package org.liuhen.server.cases.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScannedPileTest {

    private static final float DPI = 150;
    private static final UUID FIRST = UUID.fromString("aaaaaaaa-0000-4000-8000-000000000001");
    private static final UUID SECOND = UUID.fromString("bbbbbbbb-0000-4000-8000-000000000002");

    /** A sheet as the scanner saw it: turned by quarters, a little askew, with noise of the glass. */
    private record Scan(int page, BufferedImage picture, int quarters) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_shuffled_pile_sorts_itself(long seed) throws Exception {
        var dice = new Random(seed);
        var first = print(SamplePapers.inquiryRecord(20).as(FIRST, 2).render());
        var second = print(SamplePapers.seizureList(30).as(SECOND, 1).render());
        int lost = 1 + dice.nextInt(second.size());
        var scans = new ArrayList<Scan>();
        for (int i = 0; i < first.size(); i++) scans.add(scan(i + 1, first.get(i), dice));
        for (int i = 0; i < second.size(); i++) if (i + 1 != lost) scans.add(scan(i + 1, second.get(i), dice));
        scans.add(scan(1, first.getFirst(), dice)); // twice
        scans.add(scan(0, new BufferedImage(1240, 1754, BufferedImage.TYPE_BYTE_GRAY), dice)); // black
        Collections.shuffle(scans, dice);

        var pile = new ScannedPile();
        for (int i = 0; i < scans.size(); i++) pile.add("scan.png", i + 1, scans.get(i).picture());
        var sorted = pile.sorted();

        assertEquals(1, sorted.foreign().size(), sorted.toString());
        assertEquals(2, sorted.documents().size(), sorted.toString());
        for (var found : sorted.documents()) {
            boolean isFirst = found.document().startsWith("aaaaaaaa");
            assertEquals(isFirst ? 2 : 1, found.version());
            assertEquals(isFirst ? List.of() : List.of(lost), found.missing(), "seed " + seed);
            assertEquals(isFirst, found.complete());
            assertEquals(isFirst ? 1 : 0, found.doubled().size());
            var pages = found.sheets().stream().map(sheet -> sheet.code().orElseThrow().page()).toList();
            assertEquals(IntStream.rangeClosed(1, found.pages()).boxed().filter(page -> isFirst || page != lost).toList(), pages);
            for (var sheet : found.sheets()) {
                var scan = scans.get(sheet.place() - 1);
                assertEquals(scan.page(), sheet.code().orElseThrow().page());
                assertEquals((4 - scan.quarters()) % 4, sheet.turn(), "turned by " + scan.quarters());
            }
        }
    }

    @Test
    void versions_of_one_document_stay_apart() throws Exception {
        var pile = new ScannedPile();
        pile.add("v1.pdf", SamplePapers.openingApproval().as(FIRST, 1).render().bytes());
        pile.add("v2.pdf", SamplePapers.openingApproval().as(FIRST, 2).render().bytes());
        assertEquals(List.of(1, 2), pile.sorted().documents().stream().map(ScannedPile.Found::version).toList());
    }

    @Test
    void a_pdf_and_a_picture_are_read_from_bytes() throws Exception {
        var pdf = SamplePapers.openingApproval().as(FIRST, 1).render();
        var jpeg = new ByteArrayOutputStream();
        ImageIO.write(print(pdf).getFirst(), "jpeg", jpeg);
        var pile = new ScannedPile();
        pile.add("a.pdf", pdf.bytes());
        pile.add("b.jpg", jpeg.toByteArray());
        var found = pile.sorted().documents().getFirst();
        assertTrue(found.complete());
        assertEquals("b.jpg", found.doubled().getFirst().file());
    }

    @Test
    void a_file_that_is_no_scan_is_refused_and_the_pile_stays() throws Exception {
        var pile = new ScannedPile();
        pile.add("a.pdf", SamplePapers.openingApproval().as(FIRST, 1).render().bytes());
        assertThrows(IOException.class, () -> pile.add("x.txt", "你好".getBytes(StandardCharsets.UTF_8)));
        assertThrows(IOException.class, () -> pile.add("x.pdf", "%PDF-1.7 broken".getBytes(StandardCharsets.UTF_8)));
        assertThrows(IOException.class, () -> pile.add("huge.png", hugePng()));
        assertEquals(1, pile.sorted().documents().size());
    }

    @Test
    void an_empty_pile_has_nothing() {
        assertEquals(new ScannedPile.Sorted(List.of(), List.of()), new ScannedPile().sorted());
        assertFalse(new ScannedPile.Found("aaaaaaaabbbb4ccc", 1, 1, List.of(), List.of(1), List.of()).complete());
    }

    /** A head that promises 40,000 × 40,000 pixels; nothing must be unpacked to refuse it. */
    private static byte[] hugePng() throws IOException {
        var small = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY), "png", small);
        var bytes = java.nio.ByteBuffer.wrap(small.toByteArray());
        bytes.putInt(16, 40_000).putInt(20, 40_000);
        var crc = new java.util.zip.CRC32();
        crc.update(bytes.array(), 12, 17);
        return bytes.putInt(29, (int) crc.getValue()).array();
    }

    private static List<BufferedImage> print(Pdf pdf) throws IOException {
        try (var file = Loader.loadPDF(pdf.bytes())) {
            var renderer = new PDFRenderer(file);
            var pages = new ArrayList<BufferedImage>();
            for (int i = 0; i < pdf.pages(); i++) pages.add(renderer.renderImageWithDPI(i, DPI, ImageType.GRAY));
            return pages;
        }
    }

    private static Scan scan(int page, BufferedImage sheet, Random dice) {
        int quarters = dice.nextInt(4);
        boolean lies = quarters % 2 == 1;
        var picture = new BufferedImage(lies ? sheet.getHeight() : sheet.getWidth(), lies ? sheet.getWidth() : sheet.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        var canvas = picture.createGraphics();
        canvas.setColor(new Color(240, 240, 235));
        canvas.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.translate(picture.getWidth() / 2.0, picture.getHeight() / 2.0);
        canvas.rotate(quarters * Math.PI / 2 + Math.toRadians(dice.nextDouble(-2.5, 2.5)));
        canvas.translate(-sheet.getWidth() / 2.0, -sheet.getHeight() / 2.0);
        canvas.drawImage(sheet, 0, 0, null);
        canvas.dispose();
        for (int i = 0; i < 4_000; i++) {
            int x = dice.nextInt(picture.getWidth());
            int y = dice.nextInt(picture.getHeight());
            picture.setRGB(x, y, dice.nextBoolean() ? 0x202020 : 0xFFFFFF);
        }
        return new Scan(page, picture, quarters);
    }
}
