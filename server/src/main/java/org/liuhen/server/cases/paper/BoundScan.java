package org.liuhen.server.cases.paper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** The sheets of one document, taken out of a pile and bound into one PDF: in order, each upright, their pixels as they were scanned. */
public final class BoundScan {

    private static final int QUARTER = 90;
    private static final int FULL_TURN = 360;

    private BoundScan() {}

    /**
     * Binds sheets.
     *
     * @param sheets in the order they shall have
     * @param files the scans by the names that the pile was given
     * @throws IOException if a scan cannot be read; nothing was made
     */
    public static byte[] of(List<ScannedPile.Sheet> sheets, Map<String, byte[]> files) throws IOException {
        var open = new HashMap<String, PDDocument>();
        try (var bound = new PDDocument()) {
            bound.setDocumentId(1L); // the same sheets give the same bytes
            for (var sheet : sheets) {
                var bytes = files.get(sheet.file());
                if (bytes == null) throw new IOException("no such scan: " + sheet.file());
                var page = isPdf(bytes) ? page(bound, opened(open, sheet.file(), bytes), sheet) : picture(bound, bytes);
                page.setRotation(Math.floorMod(page.getRotation() + sheet.turn() * QUARTER, FULL_TURN));
            }
            var out = new ByteArrayOutputStream();
            bound.save(out, CompressParameters.DEFAULT_COMPRESSION);
            return out.toByteArray();
        } finally {
            for (var file : open.values()) file.close();
        }
    }

    private static boolean isPdf(byte[] bytes) {
        return bytes.length > 4 && bytes[0] == '%' && bytes[1] == 'P' && bytes[2] == 'D' && bytes[3] == 'F';
    }

    private static PDDocument opened(Map<String, PDDocument> open, String name, byte[] bytes) throws IOException {
        var file = open.get(name);
        if (file == null) {
            file = Loader.loadPDF(bytes);
            open.put(name, file);
        }
        return file;
    }

    private static PDPage page(PDDocument bound, PDDocument from, ScannedPile.Sheet sheet) throws IOException {
        var page = from.getPage(sheet.pageOfFile() - 1);
        var imported = bound.importPage(page);
        imported.setResources(page.getResources()); // may be inherited from the scan's page tree, which does not come along
        imported.setMediaBox(page.getMediaBox());
        imported.setCropBox(page.getCropBox());
        imported.setRotation(page.getRotation());
        return imported;
    }

    /** A page as large as A4 that shows the picture whole. */
    private static PDPage picture(PDDocument bound, byte[] bytes) throws IOException {
        var size = ImageIO.read(new ByteArrayInputStream(bytes));
        if (size == null) throw new IOException("no picture");
        var lies = size.getWidth() > size.getHeight();
        var a4 = lies ? new PDRectangle(/* width= */ PDRectangle.A4.getHeight(), /* height= */ PDRectangle.A4.getWidth()) : PDRectangle.A4;
        var page = new PDPage(a4);
        bound.addPage(page);
        var picture = PDImageXObject.createFromByteArray(bound, bytes, "sheet");
        var scale = Math.min(a4.getWidth() / size.getWidth(), a4.getHeight() / size.getHeight());
        try (var content = new PDPageContentStream(bound, page)) {
            var width = size.getWidth() * scale;
            var height = size.getHeight() * scale;
            content.drawImage(picture, (a4.getWidth() - width) / 2, (a4.getHeight() - height) / 2, width, height);
        }
        return page;
    }
}
