package org.liuhen.server.cases.paper;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.liuhen.core.values.AgencyCode;

/** What an agency's seal signs with: an RSA key for readers everywhere, an SM2 key beside it. Holds private keys; never in the database. */
public final class SealKey {

    private static final int COMMON_NAME_MAX = 64;

    private final String agencyName;
    private final SignedKey rsa;
    private final SignedKey sm2;

    private SealKey(String agencyName, SignedKey rsa, SignedKey sm2) {
        this.agencyName = agencyName;
        this.rsa = rsa;
        this.sm2 = sm2;
    }

    /**
     * The agency's keys under that folder, made at the first call, in {@code FOLDER/CODE/seal.key}, {@code seal.crt},
     * {@code seal-sm2.key}, {@code seal-sm2.crt}, rights for the owner alone. May be repeated after a crash.
     *
     * @param folder normally {@code DIR/seals}
     * @param agencyName stands in the certificates and around the seal
     * @throws java.io.UncheckedIOException if the folder cannot be read or written
     */
    public static SealKey ensure(Path folder, AgencyCode agency, String agencyName, Instant now) {
        var files = new KeyFiles(folder.resolve(agency.value()));
        var holder = holder(agency, agencyName);
        return new SealKey(agencyName, files.ensure("seal", KeyFiles.Kind.RSA, holder, Optional.empty(), now),
            files.ensure("seal-sm2", KeyFiles.Kind.SM2, holder, Optional.empty(), now));
    }

    private static X500Name holder(AgencyCode agency, String agencyName) {
        var name = agencyName.substring(0, agencyName.offsetByCodePoints(0, Math.min(COMMON_NAME_MAX, agencyName.codePointCount(0, agencyName.length()))));
        return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.C, "CN").addRDN(BCStyle.O, name).addRDN(BCStyle.OU, agency.value())
            .addRDN(BCStyle.CN, name).build();
    }

    /** The name around the seal. */
    public String agencyName() {
        return agencyName;
    }

    SignedKey rsa() {
        return rsa;
    }

    SignedKey sm2() {
        return sm2;
    }
}
