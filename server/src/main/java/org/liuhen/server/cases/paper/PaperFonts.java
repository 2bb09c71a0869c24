package org.liuhen.server.cases.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The fonts that are shipped: a Song face in two weights, and a second face for characters that it lacks. Parsed once (about a
 * second and 40 MB); FontBox reads them through one file position, so one thread at a time may draw: hold {@link #lock}.
 */
final class PaperFonts {

    static final String FAMILY = "Paper";
    static final String RARE = "Rare";

    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    final Object lock = new Object();
    private final Face regular = new Face("400Regular/NotoSerifSC_400Regular.ttf", FAMILY, REGULAR);
    private final Face bold = new Face("700Bold/NotoSerifSC_700Bold.ttf", FAMILY, BOLD);
    private final Face rare = new Face("400Regular/NotoSerifJP_400Regular.ttf", RARE, REGULAR);
    private final List<Face> faces = List.of(regular, bold, rare);

    private PaperFonts() {}

    private static final class Shipped {
        private static final PaperFonts FONTS = new PaperFonts();
    }

    /** Those of this version, for all that is printed. */
    static PaperFonts shipped() {
        return Shipped.FONTS;
    }

    /** One font file. */
    static final class Face {
        private final String family;
        private final int weight;
        private final TrueTypeFont font;
        private final CmapLookup characters;

        Face(String file, String family, int weight) {
            this.family = family;
            this.weight = weight;
            try (var in = PaperFonts.class.getResourceAsStream(file)) {
                if (in == null) throw new IOException("not in the program: " + file);
                font = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
                font.setEnableGsub(false); // a ligature, "fi" as one glyph, would be read back as nothing
                characters = font.getUnicodeCmapLookup();
            } catch (IOException e) {
                throw new UncheckedIOException("font " + file, e);
            }
        }

        TrueTypeFont font() {
            return font;
        }

        /** The glyph's number, 0 when the face has none. */
        int glyph(int codePoint) {
            return characters.getGlyphId(codePoint);
        }

        String postScriptName() throws IOException {
            return font.getName();
        }
    }

    /** The fonts of one file under construction. */
    record Embedded(PDFont regular, PDFont bold, PDFont rare) {}

    Face bold() {
        return bold;
    }

    /** Heavy first. */
    List<Face> facesForSeal() {
        return List.of(bold, rare);
    }

    List<Face> faces() {
        return faces;
    }

    /** Whether some face has a glyph of its own for that character. */
    boolean draws(int codePoint) {
        synchronized (lock) {
            return faces.stream().anyMatch(face -> face.glyph(codePoint) != 0);
        }
    }

    /** Hands the fonts to the layout; each is cut to what is used when the file is saved. */
    Embedded embed(PDDocument file, PdfRendererBuilder layout) throws IOException {
        return new Embedded(embed(file, layout, regular), embed(file, layout, bold), embed(file, layout, rare));
    }

    private static PDFont embed(PDDocument file, PdfRendererBuilder layout, Face face) throws IOException {
        var font = PDType0Font.load(file, face.font, true);
        layout.useFont(new PDFontSupplier(font), face.family, face.weight, FontStyle.NORMAL, true);
        return font;
    }
}
