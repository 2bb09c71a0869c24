package org.liuhen.server.cases.paper;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.liuhen.server.folder.DurableFiles;

/**
 * Keys in a folder that only the owner can read, as PEM: {@code NAME.key} (PKCS#8), {@code NAME.crt} (the certificate, then those
 * above it). What is missing is made, under a root of the folder's own; an agency with certificates from an authority puts them there.
 */
final class KeyFiles {

    static final Provider PROVIDER = new BouncyCastleProvider(); // used by name of the object: the JVM's list stays as it is

    private static final Duration ROOT_LIFE = Duration.ofDays(7300);
    private static final Duration LIFE = Duration.ofDays(3650);
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(24);
    private static final int RSA_BITS = 3072;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;

    KeyFiles(Path folder) {
        this.folder = folder;
    }

    /** How a key signs. */
    enum Kind {
        RSA("SHA256withRSA"), SM2("SM3withSM2");

        private final String signature;

        Kind(String signature) {
            this.signature = signature;
        }

        String signature() {
            return signature;
        }

        KeyPair generate() throws GeneralSecurityException {
            var generator = KeyPairGenerator.getInstance(this == RSA ? "RSA" : "EC", PROVIDER);
            if (this == RSA) generator.initialize(RSA_BITS, RANDOM);
            else generator.initialize(new ECGenParameterSpec("sm2p256v1"), RANDOM);
            return generator.generateKeyPair();
        }
    }

    /**
     * The key of that name, made if it is not there.
     *
     * @param holder the subject of a fresh certificate
     * @param purpose its extended use, if it has one
     * @throws UncheckedIOException if the folder cannot be read or written
     */
    SignedKey ensure(String name, Kind kind, X500Name holder, Optional<KeyPurposeId> purpose, Instant now) {
        try {
            if (Files.notExists(file(name, ".crt"))) {
                DurableFiles.createSecretFolder(folder);
                make(name, kind, holder, purpose, now);
            }
            return new SignedKey(key(name), certificates(file(name, ".crt")));
        } catch (IOException e) {
            throw new UncheckedIOException("keys in " + folder, e);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("keys in " + folder, e);
        }
    }

    /** The root's key is used once and thrown away: with it nobody can make a second certificate in the agency's name. */
    private void make(String name, Kind kind, X500Name holder, Optional<KeyPurposeId> purpose, Instant now)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        var rootKeys = kind.generate();
        var rootName = new X500Name("CN=Liuhen " + name + " root " + serial().toString(16).substring(0, 8));
        var root = signed(builder(rootName, rootName, rootKeys.getPublic(), now, ROOT_LIFE)
            .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
            .addExtension(Extension.subjectKeyIdentifier, false, new JcaX509ExtensionUtils().createSubjectKeyIdentifier(rootKeys.getPublic()))
            .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign)).build(signer(kind, rootKeys.getPrivate())));
        var keys = kind.generate();
        var builder = builder(rootName, holder, keys.getPublic(), now, LIFE)
            .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
            .addExtension(Extension.subjectKeyIdentifier, false, new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()))
            .addExtension(Extension.authorityKeyIdentifier, false, new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(rootKeys.getPublic()))
            .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
        if (purpose.isPresent()) builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose.get()));
        var certificate = signed(builder.build(signer(kind, rootKeys.getPrivate())));
        DurableFiles.writeSecret(file(name, ".key"), pem(new PemObject("PRIVATE KEY", keys.getPrivate().getEncoded())));
        DurableFiles.write(file(name, ".crt"), pem(certificate, root)); // last: with it the pair counts as made
    }

    private Path file(String name, String ending) {
        return folder.resolve(name + ending);
    }

    private static org.bouncycastle.operator.ContentSigner signer(Kind kind, PrivateKey key) throws OperatorCreationException {
        return new JcaContentSignerBuilder(kind.signature()).setProvider(PROVIDER).build(key);
    }

    private static JcaX509v3CertificateBuilder builder(X500Name issuer, X500Name subject, PublicKey key, Instant now, Duration life) {
        return new JcaX509v3CertificateBuilder(issuer, serial(), Date.from(now.minus(CLOCKS_DIFFER)), Date.from(now.plus(life)), subject, key);
    }

    private static X509Certificate signed(X509CertificateHolder holder) throws GeneralSecurityException {
        return new JcaX509CertificateConverter().setProvider(PROVIDER).getCertificate(holder);
    }

    static BigInteger serial() {
        return new BigInteger(127, RANDOM).setBit(126);
    }

    private PrivateKey key(String name) throws IOException {
        try (var pem = new PEMParser(new StringReader(Files.readString(file(name, ".key"))))) {
            if (!(pem.readObject() instanceof PrivateKeyInfo key)) throw new IOException("no PKCS#8 key: " + file(name, ".key"));
            return new JcaPEMKeyConverter().setProvider(PROVIDER).getPrivateKey(key);
        }
    }

    /** All certificates of a PEM file. */
    static List<X509Certificate> certificates(Path file) throws IOException, GeneralSecurityException {
        var chain = new ArrayList<X509Certificate>();
        try (var pem = new PEMParser(new StringReader(Files.readString(file)))) {
            while (pem.readObject() instanceof X509CertificateHolder holder) chain.add(signed(holder));
        }
        if (chain.isEmpty()) throw new IOException("no certificate: " + file);
        return chain;
    }

    private static byte[] pem(Object... things) throws IOException {
        var text = new StringWriter();
        try (var pem = new JcaPEMWriter(text)) {
            for (var thing : things) pem.writeObject(thing);
        }
        return text.toString().getBytes(US_ASCII);
    }
}
