package org.liuhen.server.cases.paper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/**
 * Seals a document: the seal's picture, an SM2 signature of the file as it was, and over all that a signature that PDF readers check,
 * with a time stamp. The file only grows, so earlier seals stay valid.
 */
public final class Sealing {

    /** What stands at the end of the names of the SM2 signatures; before it the number of bytes that they sign. */
    static final String SM2_ENDING = ".sm2.p7s";

    static final COSName CADES_DETACHED = COSName.getPDFName("ETSI.CAdES.detached");

    /** Room for signature, certificates and time stamp; an authority's token has up to {@link HttpTimeStamps#ANSWER_BYTES_MAX}. */
    private static final int SIGNATURE_BYTES = 32 * 1024;

    private final Paper paper;
    private final TimeStamps timeStamps;
    private final InstantSource clock;

    /** Seals drawn with the paper's fonts. */
    public Sealing(Paper paper, TimeStamps timeStamps, InstantSource clock) {
        this.paper = paper;
        this.timeStamps = timeStamps;
        this.clock = clock;
    }

    /**
     * Returns the sealed file, which begins with the bytes given.
     *
     * @param pdf a final document; read in memory
     * @param key the agency's
     * @param place where the seal's middle is to be; {@link Pdf#sealPlace()}
     * @param line the words under the star, for example 行政处罚专用章
     * @param reason stands in the signature
     * @throws IOException if the file cannot be read or no time stamp came; nothing was made, the call may be repeated
     */
    public byte[] seal(byte[] pdf, SealKey key, Place place, Optional<String> line, String reason) throws IOException {
        var sealed = new ByteArrayOutputStream(pdf.length + 4 * SIGNATURE_BYTES);
        var now = GregorianCalendar.from(clock.instant().atZone(TimeZone.getTimeZone("Asia/Shanghai").toZoneId()));
        try (var file = Loader.loadPDF(pdf); var options = new SignatureOptions()) {
            if (place.page() > file.getNumberOfPages()) throw new IllegalArgumentException("page " + place.page() + " of " + file.getNumberOfPages());
            attach(file, pdf.length + SM2_ENDING, Signatures.detached(pdf, key.sm2(), KeyFiles.Kind.SM2).getEncoded("DER"));
            var signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(CADES_DETACHED);
            signature.setName(key.agencyName());
            signature.setReason(reason);
            signature.setSignDate(now);
            options.setPreferredSignatureSize(SIGNATURE_BYTES);
            options.setPage(place.page() - 1);
            options.setVisualSignature(new ByteArrayInputStream(picture(file, key, place, line)));
            file.addSignature(signature, content -> Signatures.stamped(Signatures.detached(content.readAllBytes(), key.rsa(), KeyFiles.Kind.RSA), timeStamps), options);
            file.saveIncremental(sealed);
        }
        return sealed.toByteArray();
    }

    private static void attach(PDDocument file, String name, byte[] bytes) throws IOException {
        var content = new PDEmbeddedFile(file, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE);
        content.setSubtype("application/pkcs7-signature");
        content.setSize(bytes.length);
        var entry = new PDComplexFileSpecification();
        entry.setFile(name);
        entry.setFileUnicode(name);
        entry.setFileDescription("SM2 signature (detached CMS) of the first bytes of this file, as many as its name says");
        entry.setEmbeddedFile(content);
        var all = new TreeMap<>(attached(file));
        all.put(name, entry);
        var tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(all);
        var catalog = file.getDocumentCatalog();
        var names = catalog.getNames() == null ? new PDDocumentNameDictionary(catalog) : catalog.getNames();
        names.setEmbeddedFiles(tree);
        catalog.setNames(names);
        names.getCOSObject().setNeedToBeUpdated(true);
        catalog.getCOSObject().setNeedToBeUpdated(true);
    }

    /** Files inside the file, by name. Only trees as we write them: one level. */
    static Map<String, PDComplexFileSpecification> attached(PDDocument file) throws IOException {
        var names = file.getDocumentCatalog().getNames();
        var tree = names == null ? null : names.getEmbeddedFiles();
        var found = tree == null ? null : tree.getNames();
        return found == null ? Map.of() : found;
    }

    /** A file with nothing but the seal on a page, from which PDFBox takes the picture. */
    private byte[] picture(PDDocument file, SealKey key, Place place, Optional<String> line) throws IOException {
        try (var template = new PDDocument()) {
            template.addPage(new PDPage(file.getPage(place.page() - 1).getMediaBox()));
            var form = new PDAcroForm(template);
            template.getDocumentCatalog().setAcroForm(form);
            form.setSignaturesExist(true);
            form.setAppendOnly(true);
            form.getCOSObject().setDirect(true);
            var field = new PDSignatureField(form);
            form.getFields().add(field);
            var widget = field.getWidgets().getFirst();
            float size = SealPicture.DIAMETER;
            widget.setRectangle(new PDRectangle(place.x() + (place.width() - size) / 2, place.y() + (place.height() - size) / 2, size, size));
            var picture = new PDFormXObject(new PDStream(template));
            picture.setResources(new PDResources());
            picture.setBBox(new PDRectangle(size, size));
            picture.setFormType(1);
            var stream = new PDAppearanceStream(picture.getCOSObject());
            var appearance = new PDAppearanceDictionary();
            appearance.getCOSObject().setDirect(true);
            appearance.setNormalAppearance(stream);
            widget.setAppearance(appearance);
            try (var content = new PDPageContentStream(template, stream)) {
                SealPicture.draw(paper.fonts(), content, size, key.agencyName(), line);
            }
            var bytes = new ByteArrayOutputStream();
            template.save(bytes);
            return bytes.toByteArray();
        }
    }
}
