package org.liuhen.server.cases.paper;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/**
 * An authority of our own, in this process, for demonstrations and for agencies that have none. It proves nothing against the operator of
 * this machine; the ledger's witnesses do. Its key and certificate lie in the data folder.
 */
public final class LocalTimeStamps implements TimeStamps {

    /** An OID of our own under 2.25 (UUIDs): the time of this server's clock, no more. */
    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("2.25.189377194021373016270142935121917231104");
    private static final int ACCURACY_SECONDS = 1;

    private final SignedKey key;
    private final InstantSource clock;

    /**
     * The authority whose keys are in that folder, normally {@code DIR/timestamps}; made at the first call.
     *
     * @throws java.io.UncheckedIOException if the folder cannot be read or written
     */
    public LocalTimeStamps(Path folder, InstantSource clock) {
        this.clock = clock;
        this.key = new KeyFiles(folder).ensure("timestamp", KeyFiles.Kind.RSA, new X500Name("C=CN,CN=Liuhen local time stamps"),
            Optional.of(KeyPurposeId.id_kp_timeStamping), clock.instant());
    }

    /** Whom a verifier has to trust. */
    public X509Certificate root() {
        return key.root();
    }

    @Override
    public byte[] stamp(byte[] sha256) throws IOException {
        try {
            var asks = new TimeStampRequestGenerator();
            asks.setCertReq(true);
            var request = asks.generate(TSPAlgorithms.SHA256, sha256, KeyFiles.serial());
            return TokenCheck.token(request, new TimeStampResponse(answer(request.getEncoded())), List.of(root()));
        } catch (TSPException e) {
            throw new IOException("local time stamp", e);
        }
    }

    /** Answers a request (TimeStampReq, DER) with a TimeStampResp: what an authority does over HTTP. A request that is no good is answered too. */
    public byte[] answer(byte[] request) throws IOException {
        try {
            var digests = new JcaDigestCalculatorProviderBuilder().setProvider(KeyFiles.PROVIDER).build();
            var tokens = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder().setProvider(KeyFiles.PROVIDER).build(KeyFiles.Kind.RSA.signature(), key.key(), key.certificate()),
                digests.get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)), POLICY);
            tokens.addCertificates(new JcaCertStore(key.chain()));
            tokens.setAccuracySeconds(ACCURACY_SECONDS);
            var answers = new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED);
            return answers.generate(new TimeStampRequest(request), KeyFiles.serial(), Date.from(clock.instant())).getEncoded();
        } catch (TSPException | OperatorCreationException | GeneralSecurityException e) {
            throw new IOException("local time stamp", e);
        }
    }
}
