package org.liuhen.server.cases.paper;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/** Whether a time stamp is what was asked for, from whom we trust. */
final class TokenCheck {

    private TokenCheck() {}

    /** The token of an answer to that request. */
    static byte[] token(TimeStampRequest request, TimeStampResponse response, Collection<X509Certificate> roots) throws IOException {
        try {
            if (response.getStatus() != PKIStatus.GRANTED && response.getStatus() != PKIStatus.GRANTED_WITH_MODS) {
                throw new IOException("the time stamp authority refused: status " + response.getStatus() + ", " + response.getStatusString());
            }
            response.validate(request); // nonce, digest, policy
            trusted(response.getTimeStampToken(), roots);
            return response.getTimeStampToken().getEncoded();
        } catch (TSPException e) {
            throw new IOException("the time stamp is not what was asked for: " + e.getMessage(), e);
        }
    }

    /** Checks the token's own signature, its certificate's purpose, and the way from that to a root, as of the stamped moment. */
    static void trusted(TimeStampToken token, Collection<X509Certificate> roots) throws IOException {
        try {
            var converter = new JcaX509CertificateConverter().setProvider(KeyFiles.PROVIDER);
            var known = new ArrayList<X509Certificate>();
            X509CertificateHolder signer = null;
            for (X509CertificateHolder holder : token.getCertificates().getMatches(null)) {
                if (token.getSID().match(holder)) signer = holder;
                known.add(converter.getCertificate(holder));
            }
            if (signer == null) throw new IOException("the time stamp has no certificate of its signer");
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().setProvider(KeyFiles.PROVIDER).build(signer)); // certificate's purpose included
            path(converter.getCertificate(signer), known, roots, token.getTimeStampInfo().getGenTime());
        } catch (TSPException | OperatorCreationException | GeneralSecurityException e) {
            throw new IOException("the time stamp's signature or certificate does not hold: " + e.getMessage(), e);
        }
    }

    /** Leads from a certificate to one of the roots; lists of revoked certificates are not asked: there is no network in a court's computer. */
    static void path(X509Certificate certificate, Collection<X509Certificate> known, Collection<X509Certificate> roots, Date at) throws GeneralSecurityException {
        var target = new X509CertSelector();
        target.setCertificate(certificate);
        var parameters = new PKIXBuilderParameters(roots.stream().map(root -> new TrustAnchor(root, null)).collect(Collectors.toSet()), target);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(known)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(at);
        CertPathBuilder.getInstance("PKIX", KeyFiles.PROVIDER).build(parameters);
    }
}
