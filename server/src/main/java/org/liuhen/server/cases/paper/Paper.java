package org.liuhen.server.cases.paper;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.liuhen.core.cases.documents.FieldValue;
import org.liuhen.core.cases.documents.Template;

/**
 * Renders documents to PDF. The same input gives the same bytes, whenever and wherever: nothing of the clock or of chance is in the
 * file. One paper is laid out at a time; safe for use by many threads.
 */
public final class Paper {

    /** The most pages of one paper. */
    public static final int PAGES_MAX = 400;

    private static final Pattern PLACES = Pattern.compile("seal|sign-.*");
    private static final float PDF_VERSION = 1.7f;

    private final PaperFonts fonts = PaperFonts.shipped();

    /** The first of a process loads the fonts, which takes about a second. */
    public Paper() {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING)); // it tells every step of every paper
    }

    /**
     * Renders a document; what is not filled in leaves its place empty.
     *
     * @throws PaperTooLong if it has more text than {@value HtmlText#CHARACTERS_MAX} characters or more pages than {@value #PAGES_MAX}
     */
    public Pdf render(Template template, Map<String, FieldValue> values, PaperContext context) throws PaperTooLong {
        return render(new FilledForm(template, values, context.names()).sheet(), context);
    }

    Pdf render(Sheet sheet, PaperContext context) throws PaperTooLong {
        var text = new HtmlText(fonts);
        var html = new SheetHtml(text).write(sheet, context);
        try {
            synchronized (fonts.lock) {
                return render(html, sheet.title(), text, context);
            }
        } catch (IOException e) {
            throw new IllegalStateException("a paper is made in memory", e);
        }
    }

    PaperFonts fonts() {
        return fonts;
    }

    private Pdf render(String html, String title, HtmlText text, PaperContext context) throws IOException, PaperTooLong {
        try (var file = new PDDocument()) {
            var layout = new PdfRendererBuilder()
                .usePdfUaAccessibility(true) // tagged for screen readers; and the fonts of this machine are not looked for
                .usePDDocument(file)
                .usePdfVersion(PDF_VERSION)
                .withHtmlContent(html, null)
                .useExternalResourceAccessControl((_, _) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl((_, _) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
            var embedded = fonts.embed(file, layout);
            try (var renderer = layout.buildPdfRenderer()) {
                renderer.createPDFKeepOpen();
                if (file.getNumberOfPages() > PAGES_MAX) {
                    throw new PaperTooLong("文书超过 " + PAGES_MAX + " 页，请分成几份", "the document has more than " + PAGES_MAX + " pages: divide it");
                }
                var furniture = new PageFurniture(fonts, embedded);
                furniture.draw(file, context);
                var places = new ArrayList<Place>();
                for (var found : renderer.findPagePositionsByID(PLACES)) {
                    places.add(new Place(found.getId(), found.getPageNo() + 1, found.getX(), found.getY(), found.getWidth(), found.getHeight()));
                }
                places.sort(Comparator.comparingInt(Place::page).thenComparingDouble(place -> -place.y()).thenComparingDouble(Place::x));
                var printed = new TreeSet<Integer>(text.printed());
                printed.addAll(furniture.printed());
                return new Pdf(settled(saved(file), title, printed, context), file.getNumberOfPages(), places, text.unprintable());
            }
        }
    }

    /** The second pass: the text of the glyphs as it was typed, and no trace of when the file was made. */
    private byte[] settled(byte[] bytes, String title, SortedSet<Integer> printed, PaperContext context) throws IOException {
        try (var file = Loader.loadPDF(bytes)) {
            new GlyphTexts(fonts, printed).write(file);
            var information = new PDDocumentInformation();
            information.setTitle(title);
            information.setProducer("Liuhen");
            file.setDocumentInformation(information);
            file.getDocumentCatalog().setLanguage("zh-CN");
            file.getDocument().getTrailer().removeItem(COSName.ID);
            file.setDocumentId(context.document().getMostSignificantBits() ^ context.version());
            return saved(file);
        }
    }

    private static byte[] saved(PDDocument file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        file.save(bytes, CompressParameters.NO_COMPRESSION);
        return bytes.toByteArray();
    }

}
