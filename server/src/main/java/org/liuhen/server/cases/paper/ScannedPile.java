package org.liuhen.server.cases.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Signed paper, scanned in any order and any way up: which page of which document each sheet is, and what is missing. Give it files
 * one after the other, then {@link #sorted}. Not safe for use by several threads.
 */
public final class ScannedPile {

    /** The most sheets of one pile. */
    public static final int SHEETS_MAX = 1000;

    /** The largest page, in pixels: A3 at 600 dpi. */
    public static final long PIXELS_MAX = 70_000_000;

    private static final float DPI = 200;
    private static final float POINTS = 72;
    private static final int SMOOTH = 5;
    private static final Map<DecodeHintType, Object> HINTS =
        Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.QR_CODE));

    private final List<Sheet> sheets = new ArrayList<>();

    /**
     * One sheet of the pile.
     *
     * @param place where it lay, from 1, over all files
     * @param file the name given with it
     * @param pageOfFile from 1
     * @param code what it is; empty for a sheet without a code of ours
     * @param turn quarter turns clockwise that bring it upright, 0 to 3
     */
    public record Sheet(int place, String file, int pageOfFile, Optional<PageCode> code, int turn) {}

    /**
     * One version of one document as it lies in the pile.
     *
     * @param sheets in the order of their pages; a page that was scanned twice stands once, its first scan
     * @param missing page numbers
     * @param doubled further scans of a page that is there
     */
    public record Found(String document, int version, int pages, List<Sheet> sheets, List<Integer> missing, List<Sheet> doubled) {

        public Found {
            sheets = List.copyOf(sheets);
            missing = List.copyOf(missing);
            doubled = List.copyOf(doubled);
        }

        public boolean complete() {
            return missing.isEmpty();
        }
    }

    /**
     * @param documents in the order in which their first sheets lay; different versions, and codes that disagree on the number of pages, stay apart
     * @param foreign sheets without a code of ours: blank backs, other papers, codes that cannot be read
     */
    public record Sorted(List<Found> documents, List<Sheet> foreign) {

        public Sorted {
            documents = List.copyOf(documents);
            foreign = List.copyOf(foreign);
        }
    }

    /**
     * Reads a scan.
     *
     * @param name what to call the file in answers
     * @param bytes a PDF, or a picture that Java reads (PNG, JPEG, TIFF)
     * @throws IOException if it is neither, too large, or the pile gets too high; what was added before stays
     */
    public void add(String name, byte[] bytes) throws IOException {
        if (bytes.length > 4 && bytes[0] == '%' && bytes[1] == 'P' && bytes[2] == 'D' && bytes[3] == 'F') {
            addPdf(name, bytes);
            return;
        }
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("“" + name + "”不是 PDF 或者图片，请重新扫描 / neither PDF nor picture, scan it again: " + name);
            }
            var reader = readers.next();
            try {
                reader.setInput(in);
                for (int i = 0; i < reader.getNumImages(true); i++) {
                    limit(name, (long) reader.getWidth(i) * reader.getHeight(i)); // before a pixel is unpacked
                    add(name, i + 1, reader.read(i));
                }
            } finally {
                reader.dispose();
            }
        }
    }

    private void addPdf(String name, byte[] bytes) throws IOException {
        try (var file = Loader.loadPDF(bytes)) {
            var renderer = new PDFRenderer(file);
            renderer.setSubsamplingAllowed(true);
            for (int i = 0; i < file.getNumberOfPages(); i++) {
                var box = file.getPage(i).getCropBox();
                limit(name, (long) (box.getWidth() * box.getHeight() * (DPI / POINTS) * (DPI / POINTS)));
                add(name, i + 1, renderer.renderImageWithDPI(i, DPI, ImageType.GRAY));
            }
        }
    }

    private void limit(String name, long pixels) throws IOException {
        if (sheets.size() >= SHEETS_MAX) {
            throw new IOException("一次最多扫描 " + SHEETS_MAX + " 页，请分批 / at most " + SHEETS_MAX + " sheets at once, make several piles: " + name);
        }
        if (pixels > PIXELS_MAX) {
            throw new IOException("“" + name + "”页面过大，请以 300 dpi 以下重新扫描 / a page is too large, scan it at 300 dpi or less: " + name);
        }
    }

    /** Adds one page as a picture. */
    void add(String name, int pageOfFile, BufferedImage picture) {
        int place = sheets.size() + 1;
        var found = read(picture);
        sheets.add(found
            .map(code -> new Sheet(place, name, pageOfFile, PageCode.parse(code.getText()), turn(code)))
            .orElseGet(() -> new Sheet(place, name, pageOfFile, Optional.empty(), 0)));
    }

    /**
     * The code is printed near a corner: each corner alone, as it is, then enlarged and smoothed for coarse and dusty scans; at last
     * the whole page, for a sheet that lay in the middle of a larger glass.
     */
    private static Optional<Result> read(BufferedImage picture) {
        int side = Math.min(picture.getWidth(), picture.getHeight()) / 3;
        var corners = new ArrayList<BufferedImage>();
        for (int y : new int[] {picture.getHeight() - side, 0}) {
            for (int x : new int[] {picture.getWidth() - side, 0}) if (side > 0) corners.add(picture.getSubimage(x, y, side, side));
        }
        return corners.stream().flatMap(corner -> codes(corner).stream())
            .findFirst()
            .or(() -> corners.stream().flatMap(corner -> codes(smooth(corner)).stream()).findFirst())
            .or(() -> codes(picture).stream().findFirst());
    }

    /** Twice as large, each point the mean of its neighbours. */
    private static BufferedImage smooth(BufferedImage piece) {
        int width = piece.getWidth() * 2;
        int height = piece.getHeight() * 2;
        var large = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        var canvas = large.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        canvas.drawImage(piece, 0, 0, width, height, null);
        canvas.dispose();
        var weights = new float[SMOOTH * SMOOTH];
        Arrays.fill(weights, 1f / weights.length);
        return new ConvolveOp(new Kernel(SMOOTH, SMOOTH, weights)).filter(large, null);
    }

    /** Ours only: a page may show other codes too, a licence, a payment slip. */
    private static List<Result> codes(BufferedImage piece) {
        int width = piece.getWidth();
        int height = piece.getHeight();
        var light = new RGBLuminanceSource(width, height, piece.getRGB(0, 0, width, height, null, 0, width));
        for (var binarizer : List.of(new HybridBinarizer(light), new GlobalHistogramBinarizer(light))) {
            try {
                var ours = Arrays.stream(new QRCodeMultiReader().decodeMultiple(new BinaryBitmap(binarizer), HINTS))
                    .filter(code -> PageCode.parse(code.getText()).isPresent()).toList();
                if (!ours.isEmpty()) return ours;
            } catch (NotFoundException none) {
                // the library's way to say so; the other binarizer may find one
            }
        }
        return List.of();
    }

    /** The code's corners are given as bottom left, top left, top right of the code upright. */
    private static int turn(Result code) {
        var corners = code.getResultPoints();
        float x = corners[2].getX() - corners[1].getX();
        float y = corners[2].getY() - corners[1].getY();
        if (Math.abs(x) >= Math.abs(y)) return x > 0 ? 0 : 2;
        return y > 0 ? 3 : 1;
    }

    private record Key(String document, int version, int pages) {}

    /** What was added so far, sorted. */
    public Sorted sorted() {
        var documents = new LinkedHashMap<Key, TreeMap<Integer, List<Sheet>>>();
        var foreign = new ArrayList<Sheet>();
        for (var sheet : sheets) {
            sheet.code().ifPresentOrElse(
                code -> documents.computeIfAbsent(new Key(code.document(), code.version(), code.pages()), _ -> new TreeMap<>())
                    .computeIfAbsent(code.page(), _ -> new ArrayList<>()).add(sheet),
                () -> foreign.add(sheet));
        }
        return new Sorted(documents.entrySet().stream().map(entry -> found(entry.getKey(), entry.getValue())).toList(), foreign);
    }

    private static Found found(Key key, SortedMap<Integer, List<Sheet>> pages) {
        var first = pages.values().stream().map(List::getFirst).toList();
        var doubled = pages.values().stream().flatMap(scans -> scans.stream().skip(1)).sorted(Comparator.comparingInt(Sheet::place)).toList();
        Set<Integer> missing = new TreeSet<>();
        for (int page = 1; page <= key.pages(); page++) if (!pages.containsKey(page)) missing.add(page);
        return new Found(key.document(), key.version(), key.pages(), first, List.copyOf(missing), doubled);
    }
}
