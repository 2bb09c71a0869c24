package org.liuhen.formats.notes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.StrictText;

/**
 * A text and signatures over it. C2SP signed-note.
 *
 * @param text ends with a line feed
 */
public record SignedNote(String text, List<Line> signatures) {

    /** The most bytes a note may have. */
    public static final int BYTES_MAX = 64 * 1024;

    /** The most signatures a note may have. */
    public static final int SIGNATURES_MAX = 64;

    private static final String DASH = "\u2014 ";
    private static final int ID_BYTES = 4;

    /**
     * One signature line.
     *
     * @param keyId first four bytes of the key's hash
     * @param base64 of the signature without the key id
     */
    public record Line(String name, int keyId, String base64) {

        /** The signature without the key id. */
        public byte[] signature() {
            return StrictText.base64(base64, "signature");
        }

        private static Line of(Signer signer, byte[] text) {
            var key = signer.verifierKey();
            return new Line(key.name(), key.id(), StrictText.base64(signer.sign(text)));
        }

        private static Line parse(String line) {
            var space = line.indexOf(' ', DASH.length());
            if (!line.startsWith(DASH) || space < 0) {
                throw new Malformed("note: not a signature line: " + StrictText.shown(line));
            }
            var name = line.substring(DASH.length(), space);
            try {
                VerifierKey.checkName(name);
            } catch (IllegalArgumentException e) {
                throw new Malformed("note: " + e.getMessage(), e);
            }
            var bytes = StrictText.base64(line.substring(space + 1), "note: signature");
            if (bytes.length <= ID_BYTES) throw new Malformed("note: a signature of " + bytes.length + " bytes");
            return new Line(
                    name, ByteBuffer.wrap(bytes).getInt(), StrictText.base64(Arrays.copyOfRange(bytes, ID_BYTES, bytes.length)));
        }

        private String write() {
            var signature = signature();
            var bytes = ByteBuffer.allocate(ID_BYTES + signature.length).putInt(keyId).put(signature).array();
            return DASH + name + " " + StrictText.base64(bytes) + "\n";
        }
    }

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n")) throw new IllegalArgumentException("the text of a note ends with a line feed");
        if (text.chars().anyMatch(c -> c < 0x20 && c != '\n')) {
            throw new IllegalArgumentException("a control character in a note");
        }
        if (signatures.isEmpty() || signatures.size() > SIGNATURES_MAX) {
            throw new IllegalArgumentException("a note has 1 to " + SIGNATURES_MAX + " signatures, not " + signatures.size());
        }
    }

    /** The text, signed by each signer in this order. */
    public static SignedNote sign(String text, List<Signer> signers) {
        var bytes = text.getBytes(UTF_8);
        return new SignedNote(text, signers.stream().map(signer -> Line.of(signer, bytes)).toList());
    }

    /**
     * Reads a note. No signature is checked.
     *
     * @throws Malformed if the bytes are not a note
     */
    public static SignedNote parse(byte[] bytes) {
        var note = StrictText.utf8(bytes, BYTES_MAX, "note");
        var blank = note.lastIndexOf("\n\n");
        if (blank < 0 || !note.endsWith("\n")) throw new Malformed("note: no text, blank line and signatures");
        var lines = new ArrayList<Line>();
        for (var start = blank + 2; start < note.length(); ) {
            var end = note.indexOf('\n', start);
            if (lines.size() == SIGNATURES_MAX) throw new Malformed("note: more than " + SIGNATURES_MAX + " signatures");
            lines.add(Line.parse(note.substring(start, end)));
            start = end + 1;
        }
        try {
            return new SignedNote(note.substring(0, blank + 1), lines);
        } catch (IllegalArgumentException e) {
            throw new Malformed("note: " + e.getMessage(), e);
        }
    }

    /** The bytes. */
    public byte[] write() {
        var note = new StringBuilder(text).append('\n');
        signatures.forEach(line -> note.append(line.write()));
        return note.toString().getBytes(UTF_8);
    }

    /** What the given keys say. Lines of other keys are passed over. */
    public Opened open(List<VerifierKey> trusted) {
        var bytes = text.getBytes(UTF_8);
        var verified = new ArrayList<VerifierKey>();
        var wrong = new ArrayList<VerifierKey>();
        for (var key : List.copyOf(trusted).stream().distinct().toList()) {
            var id = key.id();
            var mine = signatures.stream().filter(line -> line.keyId() == id && line.name().equals(key.name())).toList();
            if (mine.isEmpty()) continue;
            (mine.stream().allMatch(line -> key.verifies(bytes, line.signature())) ? verified : wrong).add(key);
        }
        return new Opened(verified, wrong);
    }

    /**
     * The signatures of known keys, sorted by whether they verify.
     *
     * @param verified keys whose every line verifies
     * @param wrong keys that are named by a line whose signature does not verify: a reason to refuse the whole note
     */
    public record Opened(List<VerifierKey> verified, List<VerifierKey> wrong) {
        public Opened {
            verified = List.copyOf(verified);
            wrong = List.copyOf(wrong);
        }

        /** At least one key signed it, and none wrongly. */
        public boolean trustworthy() {
            return !verified.isEmpty() && wrong.isEmpty();
        }
    }
}
