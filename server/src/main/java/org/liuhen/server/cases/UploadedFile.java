package org.liuhen.server.cases;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.liuhen.server.http.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.multipart.MultipartFile;

/** A file that somebody gave, known by its content alone: its name and the type that the browser claims say nothing. */
final class UploadedFile {

    /** The largest scan or attachment, in bytes. */
    static final int SCAN_BYTES_MAX = 50 * 1024 * 1024;
    /** The largest picture of a signature or a seal, in bytes. */
    static final int PICTURE_BYTES_MAX = 2 * 1024 * 1024;

    private static final int PAGES_MAX = 1_000;
    private static final long PIXELS_MAX = 70_000_000;
    private static final long PICTURE_PIXELS_MAX = 16_000_000;

    /** What a file is. */
    enum Type {
        PDF(MediaType.APPLICATION_PDF_VALUE, "%PDF-"),
        PNG(MediaType.IMAGE_PNG_VALUE, "\u0089PNG\r\n\u001a\n"),
        JPEG(MediaType.IMAGE_JPEG_VALUE, "\u00ff\u00d8\u00ff");

        private final String media;
        private final String begins;

        /** @param begins each character a byte */
        Type(String media, String begins) {
            this.media = media;
            this.begins = begins;
        }

        MediaType media() {
            return MediaType.valueOf(media);
        }

        private boolean isOf(byte[] bytes) {
            return new String(bytes, 0, Math.min(bytes.length, begins.length()), ISO_8859_1).equals(begins);
        }

        /** By the first bytes. @throws Problem if it is none of them */
        static Type of(byte[] bytes) {
            for (var type : values()) {
                if (type.isOf(bytes)) return type;
            }
            throw Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "file-type", "不支持这种文件", "This kind of file is not taken")
                    .because("只接受 PDF、PNG 和 JPEG，以文件内容为准。", "PDF, PNG and JPEG are taken, by their content.")
                    .next("请另存为 PDF 或者图片后重新上传。", "Save it as PDF or picture and upload it again.");
        }
    }

    private final byte[] bytes;
    private final Type type;
    private final int pages;

    private UploadedFile(byte[] bytes, Type type, int pages) {
        this.bytes = bytes;
        this.type = type;
        this.pages = pages;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    Type type() {
        return type;
    }

    /** Of a PDF; a picture is one. */
    int pages() {
        return pages;
    }

    /** A scan or an attachment: a PDF or a picture. @throws Problem if it is anything else, too large or damaged */
    static UploadedFile scan(MultipartFile file) throws IOException {
        var bytes = bytes(file, SCAN_BYTES_MAX);
        var type = Type.of(bytes);
        return new UploadedFile(bytes, type, switch (type) {
            case PDF -> pages(bytes);
            case PNG, JPEG -> {
                picture(bytes, PIXELS_MAX);
                yield 1;
            }
        });
    }

    /** The picture of a signature, a fingerprint or a seal. @throws Problem if it is no PNG, too large or damaged */
    static UploadedFile picture(MultipartFile file) throws IOException {
        var bytes = bytes(file, PICTURE_BYTES_MAX);
        if (Type.of(bytes) != Type.PNG) {
            throw Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "file-type", "图片须为 PNG", "A picture is a PNG")
                    .next("请重新签名，或者另存为 PNG。", "Sign again, or save it as PNG.");
        }
        picture(bytes, PICTURE_PIXELS_MAX);
        return new UploadedFile(bytes, Type.PNG, 1);
    }

    private static byte[] bytes(MultipartFile file, int bytesMax) throws IOException {
        if (file.isEmpty()) throw Problem.badRequest("file-empty", "文件是空的", "The file is empty");
        if (file.getSize() <= bytesMax) return file.getBytes();
        throw Problem.of(HttpStatus.CONTENT_TOO_LARGE, "too-large", "文件过大", "The file is too large")
                .because("最多 " + (bytesMax >> 20) + " MiB。", "At most " + (bytesMax >> 20) + " MiB.")
                .next("请以 300 dpi 以下重新扫描，或者分成几份。", "Scan it at 300 dpi or less, or divide it.");
    }

    private static int pages(byte[] bytes) {
        try (var pdf = Loader.loadPDF(bytes)) {
            var pages = pdf.getNumberOfPages();
            if (pages >= 1 && pages <= PAGES_MAX) return pages;
            throw damaged();
        } catch (IOException e) {
            throw damaged();
        }
    }

    /** Looks at the size before a pixel is unpacked. */
    private static void picture(byte[] bytes, long pixelsMax) {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) throw damaged();
            var reader = readers.next();
            try {
                reader.setInput(in);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > pixelsMax) throw damaged();
                BufferedImage whole = reader.read(0); // a picture that ends too early is found here and not in the archive
                if (whole.getWidth() < 1) throw damaged();
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            throw e instanceof Problem problem ? problem : damaged();
        }
    }

    private static Problem damaged() {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "file-damaged", "文件损坏、加密或者页面过大", "The file is damaged, encrypted or has too large pages")
                .next("请重新扫描或者另存后上传。", "Scan or save it again and upload that.");
    }
}
