package org.liuhen.server.cases.paper;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/** Checks the seals of a file, without network. */
public final class SealCheck {

    private static final int RANGE_NUMBERS = 4;

    private SealCheck() {}

    /**
     * What one seal proves.
     *
     * @param holder the certificate's subject; it says what its issuer says: compare {@code certificateSha256} with the agency's own
     * @param certificateSha256 hex digits, empty where there is no certificate that signed
     * @param intact the signed bytes are as they were signed, by that certificate
     * @param stampedAt when, if the time stamp holds and leads to a root we trust
     * @param signedBytes how far into the file this seal reaches
     * @param whole whether that is the whole file: true for the last seal of an untouched file
     * @param sm2 whether the SM2 signature of the same seal is there and holds
     */
    public record Seal(String holder, String certificateSha256, boolean intact, Optional<Instant> stampedAt, long signedBytes, boolean whole,
            boolean sm2) {}

    /**
     * The file's seals in their order; empty when there is none.
     *
     * @param timeStampRoots authorities whose time stamps are believed
     * @throws IOException if it is no PDF
     */
    public static List<Seal> check(byte[] pdf, Collection<X509Certificate> timeStampRoots) throws IOException {
        try (var file = Loader.loadPDF(pdf)) {
            var seals = new ArrayList<Seal>();
            long before = 0;
            for (var signature : file.getSignatureDictionaries()) {
                var seal = check(file, signature, pdf, before, timeStampRoots);
                seals.add(seal);
                before = seal.signedBytes();
            }
            return seals;
        }
    }

    private static Seal check(PDDocument file, PDSignature signature, byte[] pdf, long before, Collection<X509Certificate> roots) throws IOException {
        var range = signature.getByteRange();
        if (!coversAllButItself(range, pdf)) return new Seal("", "", false, Optional.empty(), 0, false, false);
        int end = range[2] + range[3];
        var signed = signed(signature.getSignedContent(pdf), between(pdf, range));
        var sm2 = sm2(file, pdf, before, end);
        return new Seal(signed.map(found -> found.certificate.getSubjectX500Principal().getName()).orElse(""),
            signed.map(found -> fingerprint(found.certificate)).orElse(""), signed.isPresent(), signed.flatMap(found -> stampedAt(found.signer, roots)),
            end, end == pdf.length, sm2);
    }

    /** From the first byte to an end, with a gap for nothing but the signature's own hex digits. */
    private static boolean coversAllButItself(int[] range, byte[] pdf) {
        if (range == null || range.length != RANGE_NUMBERS || range[0] != 0 || range[1] <= 0 || range[2] <= range[1] || range[3] < 0) return false;
        if ((long) range[2] + range[3] > pdf.length || pdf[range[1]] != '<' || pdf[range[2] - 1] != '>') return false;
        for (int i = range[1] + 1; i < range[2] - 1; i++) if (Character.digit(pdf[i], 16) < 0) return false;
        return true;
    }

    private static byte[] between(byte[] pdf, int[] range) {
        return HexFormat.of().parseHex(new String(pdf, range[1] + 1, range[2] - range[1] - 2, java.nio.charset.StandardCharsets.US_ASCII));
    }

    private record Signed(SignerInformation signer, X509Certificate certificate) {}

    /** Who signed the content; empty when the signature does not hold. */
    private static Optional<Signed> signed(byte[] content, byte[] padded) {
        try (var der = new ASN1InputStream(padded)) { // zeros follow the one object
            var cms = new CMSSignedData(new CMSProcessableByteArray(content), ContentInfo.getInstance(der.readObject()));
            var signers = cms.getSignerInfos().getSigners();
            if (signers.size() != 1) return Optional.empty();
            var signer = signers.iterator().next();
            for (X509CertificateHolder holder : cms.getCertificates().getMatches(null)) {
                if (!signer.getSID().match(holder)) continue;
                if (!signer.verify(new JcaSimpleSignerInfoVerifierBuilder().setProvider(KeyFiles.PROVIDER).build(holder))) return Optional.empty();
                return Optional.of(new Signed(signer, new JcaX509CertificateConverter().setProvider(KeyFiles.PROVIDER).getCertificate(holder)));
            }
            return Optional.empty();
        } catch (CMSException | OperatorCreationException | GeneralSecurityException | IOException | IllegalArgumentException | ClassCastException e) {
            return Optional.empty(); // "it does not hold" is the answer, for whatever reason
        }
    }

    private static Optional<Instant> stampedAt(SignerInformation signer, Collection<X509Certificate> roots) {
        var attributes = signer.getUnsignedAttributes();
        var attribute = attributes == null ? null : attributes.get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
        if (attribute == null) return Optional.empty();
        try {
            var token = new TimeStampToken(ContentInfo.getInstance(attribute.getAttrValues().getObjectAt(0)));
            if (!Arrays.equals(token.getTimeStampInfo().getMessageImprintDigest(), Signatures.sha256(signer.getSignature()))) return Optional.empty();
            TokenCheck.trusted(token, roots);
            return Optional.of(token.getTimeStampInfo().getGenTime().toInstant());
        } catch (TSPException | IOException | IllegalArgumentException e) {
            return Optional.empty(); // as above
        }
    }

    /** The one that signs more than the seal before reaches to, and less than this. */
    private static boolean sm2(PDDocument file, byte[] pdf, long before, int end) throws IOException {
        for (var attached : Sealing.attached(file).entrySet()) {
            if (!attached.getKey().matches("[1-9][0-9]{0,9}\\" + Sealing.SM2_ENDING)) continue;
            long length = Long.parseLong(attached.getKey().substring(0, attached.getKey().length() - Sealing.SM2_ENDING.length()));
            if (length < before || length >= end) continue;
            var bytes = attached.getValue().getEmbeddedFile().toByteArray();
            return signed(Arrays.copyOf(pdf, (int) length), bytes).isPresent();
        }
        return false;
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(Signatures.sha256(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }
}
