package org.liuhen.server.identity;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TreeSet;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The certificates of an installation that has none of its own: {@code tls/ca.crt}, to be installed on the agency's computers once, and {@code tls/server.crt} signed
 * by it. Keys are readable by the owner only. The server's certificate is made anew when it is about to end or the names change; the authority stays.
 */
public final class ServerCertificates {

    private static final Duration AUTHORITY_LIFE = Duration.ofDays(3650);
    private static final Duration SERVER_LIFE = Duration.ofDays(397);
    private static final Duration RENEWED_BEFORE = Duration.ofDays(30);
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(24);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;

    /** The certificates in that folder, normally {@code DIR/tls}. */
    public ServerCertificates(Path folder) {
        this.folder = folder;
    }

    /** What the server needs; both are PEM files, the certificate with its authority behind it. */
    public record Usable(Path certificate, Path key, Path authority) {}

    /**
     * Returns certificates for these host names and addresses, making what is missing.
     *
     * @throws UncheckedIOException if the folder cannot be written
     */
    public Usable ensure(List<String> hosts, Instant now) {
        var usable = new Usable(folder.resolve("server.crt"), folder.resolve("server.key"), folder.resolve("ca.crt"));
        try {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            var authorityKey = folder.resolve("ca.key");
            if (Files.notExists(usable.authority())) makeAuthority(usable.authority(), authorityKey, now);
            if (!serves(usable, hosts, now)) makeServer(usable, authorityKey, hosts, now);
            return usable;
        } catch (IOException e) {
            throw new UncheckedIOException("certificates in " + folder, e);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("certificates in " + folder, e);
        }
    }

    private static void makeAuthority(Path certificate, Path keyFile, Instant now) throws IOException, GeneralSecurityException, OperatorCreationException {
        var keys = keyPair();
        var name = new X500Name("CN=Liuhen CA " + serial().toString(16).substring(0, 8));
        var builder = builder(name, name, keys.getPublic(), now, AUTHORITY_LIFE)
            .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
            .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        write(keyFile, pem(keys.getPrivate()), "rw-------");
        write(certificate, pem(signed(builder, keys.getPrivate())), "rw-r--r--");
    }

    private static void makeServer(Usable usable, Path authorityKey, List<String> hosts, Instant now)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        var authority = certificate(usable.authority());
        var keys = keyPair();
        var builder = builder(new X500Name(authority.getSubjectX500Principal().getName()), new X500Name("CN=" + hosts.getFirst()), keys.getPublic(), now, SERVER_LIFE)
            .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
            .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
            .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
            .addExtension(Extension.authorityKeyIdentifier, false, new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(authority))
            .addExtension(Extension.subjectAlternativeName, false, alternativeNames(hosts));
        var signed = signed(builder, privateKey(authorityKey));
        write(usable.key(), pem(keys.getPrivate()), "rw-------");
        write(usable.certificate(), pem(signed) + pem(authority), "rw-r--r--");
    }

    private static GeneralNames alternativeNames(List<String> hosts) {
        return new GeneralNames(hosts.stream()
            .map(host -> new GeneralName(isAddress(host) ? GeneralName.iPAddress : GeneralName.dNSName, host))
            .toArray(GeneralName[]::new));
    }

    private static boolean isAddress(String host) {
        return host.indexOf(':') >= 0 || host.matches("[0-9.]+");
    }

    /** Whether the present certificate is for these hosts and lives long enough. */
    private static boolean serves(Usable usable, List<String> hosts, Instant now) throws IOException, GeneralSecurityException {
        if (Files.notExists(usable.certificate()) || Files.notExists(usable.key())) return false;
        var present = certificate(usable.certificate());
        var names = new TreeSet<String>();
        var alternatives = present.getSubjectAlternativeNames();
        if (alternatives == null) return false;
        for (var alternative : alternatives) names.add(spelled(String.valueOf(alternative.get(1))));
        var wanted = new ArrayList<String>();
        for (var host : hosts) wanted.add(spelled(host));
        return names.containsAll(wanted) && now.plus(RENEWED_BEFORE).isBefore(present.getNotAfter().toInstant());
    }

    /** IPv6 addresses have several spellings; a literal address is never looked up. */
    private static String spelled(String host) throws IOException {
        return isAddress(host) ? InetAddress.getByName(host).getHostAddress() : host;
    }

    private static JcaX509v3CertificateBuilder builder(X500Name issuer, X500Name subject, PublicKey key, Instant now, Duration life) {
        return new JcaX509v3CertificateBuilder(issuer, serial(), Date.from(now.minus(CLOCKS_DIFFER)), Date.from(now.plus(life)), subject, key);
    }

    private static X509Certificate signed(org.bouncycastle.cert.X509v3CertificateBuilder builder, PrivateKey key)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter().getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
    }

    private static BigInteger serial() {
        return new BigInteger(127, RANDOM).setBit(126);
    }

    private static KeyPair keyPair() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
        return generator.generateKeyPair();
    }

    private static X509Certificate certificate(Path file) throws IOException, GeneralSecurityException {
        try (var in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private static PrivateKey privateKey(Path file) throws IOException, GeneralSecurityException {
        var base64 = Files.readString(file).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        var encoded = java.util.Base64.getDecoder().decode(base64);
        return java.security.KeyFactory.getInstance("EC").generatePrivate(new java.security.spec.PKCS8EncodedKeySpec(encoded));
    }

    private static String pem(Object thing) throws IOException {
        var text = new StringWriter();
        try (var pem = new JcaPEMWriter(text)) {
            if (thing instanceof PrivateKey key) pem.writeObject(new org.bouncycastle.util.io.pem.PemObject("PRIVATE KEY", key.getEncoded()));
            else pem.writeObject(thing);
        }
        return text.toString();
    }

    /** Never a half-written file, and never one that others could read for a moment. */
    private static void write(Path file, String text, String rights) throws IOException {
        var fresh = Files.createTempFile(java.util.Objects.requireNonNull(file.getParent()), ".new-", ".pem",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, text);
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString(rights));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
