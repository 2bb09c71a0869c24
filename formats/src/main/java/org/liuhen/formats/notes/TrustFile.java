package org.liuhen.formats.notes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.liuhen.core.values.Bilingual;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.StrictText;

/** Verifier keys, one a line. Empty lines and lines that begin with {@code #} are left out. */
public final class TrustFile {

    /** The most bytes a trust file may have. */
    public static final int BYTES_MAX = 1024 * 1024;

    private TrustFile() {}

    /**
     * The keys of a file that a person keeps: a byte order mark that an editor put before it is not part of the first line.
     *
     * @throws IOException if it cannot be read
     * @throws Malformed if it is too long, not UTF-8, or a line is not a key; the message has its number
     */
    public static List<VerifierKey> read(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var text = StrictText.utf8(in.readNBytes(BYTES_MAX + 1), BYTES_MAX, "trust file");
            return parse(text.startsWith("\uFEFF") ? text.substring(1) : text);
        }
    }

    /**
     * The keys of the file, each once.
     *
     * @throws Malformed if a line is not a key; the message has its number
     */
    public static List<VerifierKey> parse(byte[] bytes) {
        return parse(StrictText.utf8(bytes, BYTES_MAX, "trust file"));
    }

    /**
     * The keys of the text, each once.
     *
     * @throws Malformed if a line is not a key; the message has its number
     */
    public static List<VerifierKey> parse(String text) {
        var keys = new ArrayList<VerifierKey>();
        var number = 0;
        for (var line : text.lines().toList()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) continue;
            try {
                keys.add(VerifierKey.parse(line.strip()));
            } catch (Malformed e) {
                throw new Malformed(new Bilingual(
                        "信任文件第 " + number + " 行不是验证密钥：" + e.getMessage() + "。每行一个 vkey。",
                        "line " + number + " of the trust file is not a verifier key: " + e.getMessage() + ". One vkey a line."));
            }
        }
        return keys.stream().distinct().toList();
    }
}
