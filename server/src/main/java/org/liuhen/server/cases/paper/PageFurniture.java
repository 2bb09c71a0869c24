package org.liuhen.server.cases.paper;

import java.awt.Color;
import java.io.IOException;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.util.Matrix;

/** What stands on every page outside the text: page n of m, number, page code, and 草稿 across a draft. */
final class PageFurniture {

    private static final float MM = 72 / 25.4f;
    private static final float CODE_SIZE = 15 * MM;
    private static final float CODE_RIGHT = 14 * MM;
    private static final float CODE_BOTTOM = 8 * MM;
    private static final float LEFT = 27 * MM;
    private static final float LINE = 12 * MM;
    private static final float SIZE = 9;
    private static final float SMALL = 6;
    private static final float WATERMARK_SIZE = 150;
    private static final String WATERMARK = "草稿";
    private static final Color FAINT = new Color(225, 225, 225);
    private static final int NUMBER_SHOWN_MAX = 40;

    private final PaperFonts fonts;
    private final PaperFonts.Embedded embedded;
    private final TreeSet<Integer> printed = new TreeSet<>();

    PageFurniture(PaperFonts fonts, PaperFonts.Embedded embedded) {
        this.fonts = fonts;
        this.embedded = embedded;
    }

    void draw(PDDocument file, PaperContext context) throws IOException {
        int pages = file.getNumberOfPages();
        for (int i = 0; i < pages; i++) {
            var page = file.getPage(i);
            if (context.draft()) watermark(file, page);
            try (var content = new PDPageContentStream(file, page, AppendMode.APPEND, true, true)) {
                footer(content, page, context, PageCode.of(context.document(), context.version(), i + 1, pages));
            }
        }
    }

    /** Characters drawn here. */
    SortedSet<Integer> printed() {
        return printed;
    }

    /** Under the text, so that a draft can be read. */
    private void watermark(PDDocument file, PDPage page) throws IOException {
        var box = page.getMediaBox();
        try (var content = new PDPageContentStream(file, page, AppendMode.PREPEND, true, true)) {
            content.setNonStrokingColor(FAINT);
            content.beginText();
            content.setFont(embedded.bold(), WATERMARK_SIZE);
            content.setTextMatrix(Matrix.getRotateInstance(Math.PI / 4, box.getWidth() / 2 - WATERMARK_SIZE / 2, box.getHeight() / 2 - WATERMARK_SIZE));
            show(content, WATERMARK);
            content.endText();
        }
    }

    private void footer(PDPageContentStream content, PDPage page, PaperContext context, PageCode code) throws IOException {
        var width = page.getMediaBox().getWidth();
        content.setNonStrokingColor(Color.BLACK);
        var count = "第" + code.page() + "页 共" + code.pages() + "页";
        line(content, count, SIZE, (width - width(embedded.regular(), count, SIZE)) / 2, LINE);
        line(content, drawable(context.number().orElse("")), SIZE, LEFT, LINE);
        float left = width - CODE_RIGHT - CODE_SIZE;
        modules(content, code.modules(), left);
        var name = code.document() + " v" + code.version();
        line(content, name, SMALL, left + (CODE_SIZE - width(embedded.regular(), name, SMALL)) / 2, CODE_BOTTOM - SMALL - 1);
    }

    private static void modules(PDPageContentStream content, boolean[][] modules, float left) throws IOException {
        float side = CODE_SIZE / modules.length;
        for (int row = 0; row < modules.length; row++) {
            for (int column = 0; column < modules.length; column++) {
                if (modules[row][column]) content.addRect(left + column * side, CODE_BOTTOM + (modules.length - 1 - row) * side, side, side);
            }
        }
        content.fill();
    }

    private void line(PDPageContentStream content, String text, float size, float x, float y) throws IOException {
        if (text.isEmpty()) return;
        content.beginText();
        content.setFont(embedded.regular(), size);
        content.newLineAtOffset(x, y);
        show(content, text);
        content.endText();
    }

    private void show(PDPageContentStream content, String text) throws IOException {
        text.codePoints().forEach(printed::add);
        content.showText(text);
    }

    /** The footer has one face; the number stands in full, with fallback, at the head of the first page. */
    private String drawable(String text) {
        var shown = new StringBuilder();
        text.codePoints().limit(NUMBER_SHOWN_MAX)
            .forEach(point -> shown.appendCodePoint(fonts.faces().getFirst().glyph(point) == 0 ? '□' : point));
        return shown.toString();
    }

    private static float width(PDFont font, String text, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }
}
