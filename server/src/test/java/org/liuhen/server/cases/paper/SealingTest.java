package org.liuhen.server.cases.paper;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.pdfbox.Loader;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liuhen.core.values.AgencyCode;

class SealingTest {

    private static final Instant NOW = Instant.parse("2026-03-02T07:04:00Z");
    private static final AgencyCode SQ = new AgencyCode("SQ");

    @TempDir
    private Path folder;

    private LocalTimeStamps timeStamps;
    private Sealing sealing;
    private SealKey key;
    private Pdf pdf;
    private byte[] sealed;

    @BeforeEach
    void seal() throws Exception {
        timeStamps = new LocalTimeStamps(folder.resolve("timestamps"), InstantSource.fixed(NOW));
        sealing = new Sealing(SamplePapers.PAPER, timeStamps, InstantSource.fixed(NOW));
        key = SealKey.ensure(folder.resolve("seals"), SQ, SamplePapers.AGENCY, NOW);
        pdf = SamplePapers.penaltyDecision().render();
        sealed = sealing.seal(pdf.bytes(), key, pdf.sealPlace().orElseThrow(), Optional.of("行政处罚专用章"), "行政处罚决定");
    }

    @Test
    void a_sealed_file_begins_with_the_file_and_holds() throws Exception {
        assertArrayEquals(pdf.bytes(), Arrays.copyOf(sealed, pdf.bytes().length));
        var seal = SealCheck.check(sealed, List.of(timeStamps.root())).getFirst();
        assertTrue(seal.intact() && seal.whole() && seal.sm2(), seal.toString());
        assertEquals(Optional.of(NOW), seal.stampedAt());
        assertTrue(seal.holder().contains(SamplePapers.AGENCY), seal.holder());
    }

    @Test
    void a_foreign_reader_finds_it_valid() throws Exception {
        var words = Tool.words(folder, "pdfsig", file("sealed.pdf", sealed));
        assertTrue(words.contains("Signature is Valid.") && words.contains("Total document signed") && words.contains("ETSI.CAdES.detached"), words);
    }

    @Test
    void openssl_finds_the_time_stamp_valid_for_the_signature_and_for_no_other() throws Exception {
        var signer = signer(rsa(sealed, 0));
        var token = signer.getUnsignedAttributes().get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken).getAttrValues().getObjectAt(0)
            .toASN1Primitive().getEncoded("DER");
        var signature = signer.getSignature();
        var command = new String[] {"openssl", "ts", "-verify", "-token_in", "-in", file("token.der", token), "-data", file("signature.bin", signature),
            "-CAfile", pem("root.pem", timeStamps.root())};
        assertTrue(Tool.words(folder, command).contains("Verification: OK"));
        signature[17] ^= 1;
        file("signature.bin", signature);
        assertFalse(Tool.run(folder, command).exit() == 0);
    }

    @Test
    void openssl_finds_the_signature_valid() throws Exception {
        try (var file = Loader.loadPDF(sealed)) {
            var signature = file.getSignatureDictionaries().getFirst();
            Tool.words(folder, "openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", file("rsa.p7s", rsa(sealed, 0).getEncoded("DER")), "-content",
                file("content.bin", signature.getSignedContent(sealed)), "-CAfile", pem("root.pem", key.rsa().root()), "-purpose", "any", "-no_check_time",
                "-out", folder.resolve("out").toString());
        }
    }

    /** openssl 3.0 has no way to tell {@code cms} the signer's id of GB/T 32918, so the signature is taken apart as docs/formats.md says. */
    @Test
    void openssl_finds_the_sm2_signature_valid() throws Exception {
        var signed = new CMSSignedData(attached(sealed, pdf.bytes().length + Sealing.SM2_ENDING));
        var signer = signer(signed);
        var digest = Tool.words(folder, "openssl", "dgst", "-sm3", "-r", file("first.pdf", Arrays.copyOf(sealed, pdf.bytes().length))).substring(0, 64);
        assertEquals(digest, HexFormat.of().formatHex(
            ASN1OctetString.getInstance(signer.getSignedAttributes().get(CMSAttributes.messageDigest).getAttributeValues()[0]).getOctets()));
        var key = pem("sm2.pem", this.key.sm2().certificate());
        Files.writeString(folder.resolve("sm2.pub"), Tool.words(folder, "openssl", "x509", "-in", key, "-noout", "-pubkey"));
        var command = new String[] {"openssl", "pkeyutl", "-verify", "-rawin", "-digest", "sm3", "-pkeyopt", "distid:1234567812345678", "-pubin", "-inkey", "sm2.pub",
            "-sigfile", file("sm2.sig", signer.getSignature()), "-in", file("attributes.der", signer.getEncodedSignedAttributes())};
        assertTrue(Tool.words(folder, command).contains("Signature Verified Successfully"));
        var changed = signer.getEncodedSignedAttributes();
        changed[changed.length - 1] ^= 1;
        file("attributes.der", changed);
        assertFalse(Tool.run(folder, command).exit() == 0);
    }

    @Test
    void a_flipped_bit_anywhere_is_noticed() throws Exception {
        try (var file = Loader.loadPDF(sealed)) {
            var range = file.getSignatureDictionaries().getFirst().getByteRange();
            var dice = new SplittableRandom(1);
            for (int i = 0; i < 40; i++) {
                var changed = sealed.clone();
                int at = i % 2 == 0 ? dice.nextInt(100, range[1]) : dice.nextInt(range[2], sealed.length - 2000); // behind that lies the way into the file
                changed[at] ^= (byte) (1 << dice.nextInt(8));
                assertFalse(holds(changed), "byte " + at);
            }
        }
        var changed = sealed.clone();
        changed[3000] ^= 1;
        assertFalse(Tool.run(folder, "pdfsig", file("changed.pdf", changed)).words().contains("Signature is Valid"));
    }

    /** A file that cannot be opened any more does not hold either. */
    private boolean holds(byte[] file) {
        try {
            var seals = SealCheck.check(file, List.of(timeStamps.root()));
            return !seals.isEmpty() && seals.stream().allMatch(seal -> seal.intact() && seal.whole());
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    @Test
    void a_second_seal_leaves_the_first_valid() throws Exception {
        var other = SealKey.ensure(folder.resolve("seals"), new AgencyCode("CL"), "双桥区综合行政执法局", NOW);
        var twice = sealing.seal(sealed, other, new Place("seal", 1, 300, 60, 120, 120), Optional.empty(), "共同作出");
        assertArrayEquals(sealed, Arrays.copyOf(twice, sealed.length));
        var seals = SealCheck.check(twice, List.of(timeStamps.root()));
        assertEquals(2, seals.size());
        assertTrue(seals.stream().allMatch(seal -> seal.intact() && seal.sm2() && seal.stampedAt().isPresent()), seals.toString());
        assertEquals(List.of(false, true), seals.stream().map(SealCheck.Seal::whole).toList());
        assertEquals(sealed.length, seals.getFirst().signedBytes());
        var words = Tool.words(folder, "pdfsig", file("twice.pdf", twice));
        assertEquals(2, words.split("Signature is Valid\\.", -1).length - 1, words);
    }

    @Test
    void bytes_behind_the_last_seal_show() throws Exception {
        var longer = Arrays.copyOf(sealed, sealed.length + 20);
        Arrays.fill(longer, sealed.length, longer.length, (byte) '\n');
        var seal = SealCheck.check(longer, List.of(timeStamps.root())).getFirst();
        assertTrue(seal.intact());
        assertFalse(seal.whole());
    }

    @Test
    void a_time_stamp_of_a_stranger_counts_for_nothing() throws Exception {
        var stranger = new LocalTimeStamps(folder.resolve("stranger"), InstantSource.fixed(NOW));
        assertEquals(Optional.empty(), SealCheck.check(sealed, List.of(stranger.root())).getFirst().stampedAt());
    }

    @Test
    void without_a_time_stamp_nothing_is_sealed() {
        var silent = new Sealing(SamplePapers.PAPER, _ -> {
            throw new IOException("the authority does not answer");
        }, InstantSource.fixed(NOW));
        assertThrows(IOException.class, () -> silent.seal(pdf.bytes(), key, pdf.sealPlace().orElseThrow(), Optional.empty(), "行政处罚决定"));
    }

    @Test
    void keys_are_made_once_and_for_the_owner_alone() throws Exception {
        var again = SealKey.ensure(folder.resolve("seals"), SQ, SamplePapers.AGENCY, NOW.plusSeconds(60));
        assertEquals(key.rsa().certificate(), again.rsa().certificate());
        assertEquals(key.sm2().certificate(), again.sm2().certificate());
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("seals/SQ"))));
        for (var name : List.of("seals/SQ/seal.key", "seals/SQ/seal-sm2.key", "timestamps/timestamp.key")) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))), name);
        }
    }

    private static CMSSignedData rsa(byte[] pdf, int n) throws Exception {
        try (var file = Loader.loadPDF(pdf); var der = new ASN1InputStream(file.getSignatureDictionaries().get(n).getContents(pdf))) {
            return new CMSSignedData(ContentInfo.getInstance(der.readObject()));
        }
    }

    private static SignerInformation signer(CMSSignedData signed) {
        return signed.getSignerInfos().iterator().next();
    }

    private static byte[] attached(byte[] pdf, String name) throws IOException {
        try (var file = Loader.loadPDF(pdf)) {
            return java.util.Objects.requireNonNull(Sealing.attached(file).get(name), name).getEmbeddedFile().toByteArray();
        }
    }

    private String file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes).toString();
    }

    private String pem(String name, X509Certificate certificate) throws Exception {
        var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
        return Files.writeString(folder.resolve(name), "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n").toString();
    }
}
