package org.liuhen.formats.notes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our SM2 signatures against those of OpenSSL, in both directions. */
class OpenSslTest {

    @TempDir
    private Path dir = Path.of("replaced by JUnit");

    private final byte[] text = "liuhen-5f3a09c2/SQ\n1\nAAAA\n".getBytes(UTF_8);

    @BeforeEach
    void openssl_has_sm2() throws Exception {
        var found = Files.isExecutable(Path.of("/usr/bin/openssl")) && run("ecparam", "-name", "SM2", "-noout").status() == 0;
        assumeTrue(found, "/usr/bin/openssl with the SM2 curve is not on this machine: the comparison with OpenSSL was not performed");
        Files.write(dir.resolve("text"), text);
    }

    @Test
    void openssl_verifies_what_we_sign() throws Exception {
        var signer = Signer.generate("a", VerifierKey.Algorithm.SM2, new SecureRandom());
        Files.writeString(dir.resolve("key.pem"), pem(Base64.getDecoder().decode(signer.verifierKey().base64())));
        Files.write(dir.resolve("signature"), der(signer.sign(text)));
        var verified = run(
                "pkeyutl", "-verify", "-pubin", "-inkey", "key.pem", "-in", "text", "-sigfile", "signature", "-rawin", "-digest",
                        "sm3",
                "-pkeyopt", "distid:1234567812345678");
        assertEquals(0, verified.status(), verified.output());
    }

    @Test
    void we_verify_what_openssl_signs() throws Exception {
        assertEquals(0, run("genpkey", "-algorithm", "SM2", "-out", "secret.pem").status());
        assertEquals(0, run("pkey", "-in", "secret.pem", "-pubout", "-outform", "DER", "-out", "public.der").status());
        var signed = run(
                "pkeyutl", "-sign", "-inkey", "secret.pem", "-in", "text", "-out", "signature", "-rawin", "-digest", "sm3",
                        "-pkeyopt",
                "distid:1234567812345678");
        assertEquals(0, signed.status(), signed.output());
        var spki = Files.readAllBytes(dir.resolve("public.der"));
        var point = Arrays.copyOfRange(spki, spki.length - 65, spki.length);
        var key = new VerifierKey("openssl", VerifierKey.Algorithm.SM2, Base64.getEncoder().encodeToString(point));
        var n = Sm2Curve.DOMAIN.getN();
        var rs = StandardDSAEncoding.INSTANCE.decode(n, Files.readAllBytes(dir.resolve("signature")));
        assertTrue(key.verifies(text, PlainDSAEncoding.INSTANCE.encode(n, rs[0], rs[1])));
    }

    /** SubjectPublicKeyInfo of id-ecPublicKey over sm2p256v1 (1.2.156.10197.1.301). */
    private static String pem(byte[] point) {
        var head = Base64.getDecoder().decode("MFkwEwYHKoZIzj0CAQYIKoEcz1UBgi0DQgA=");
        var spki = Arrays.copyOf(head, head.length + point.length);
        System.arraycopy(point, 0, spki, head.length, point.length);
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(spki)
                + "\n-----END PUBLIC KEY-----\n";
    }

    private static byte[] der(byte[] plain) throws IOException {
        var n = Sm2Curve.DOMAIN.getN();
        var rs = PlainDSAEncoding.INSTANCE.decode(n, plain);
        return StandardDSAEncoding.INSTANCE.encode(n, rs[0], rs[1]);
    }

    private record Ran(int status, String output) {}

    private Ran run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("/usr/bin/openssl"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).directory(dir.toFile()).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        return new Ran(process.exitValue(), output);
    }
}
