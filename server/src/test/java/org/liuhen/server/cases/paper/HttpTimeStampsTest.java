package org.liuhen.server.cases.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.tsp.TimeStampToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client against an authority over real HTTP, good and bad. */
class HttpTimeStampsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T07:04:00Z");
    private static final byte[] DIGEST = Signatures.sha256(new byte[] {1, 2, 3});

    @TempDir
    private Path folder;

    private HttpServer server;
    private LocalTimeStamps authority;

    /** What the authority does with a request. */
    private interface Answer {
        byte[] to(byte[] request) throws IOException;
    }

    @BeforeEach
    void start() throws IOException {
        authority = new LocalTimeStamps(folder.resolve("authority"), InstantSource.fixed(NOW));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private byte[] stamp(int status, Answer answer) throws IOException {
        server.createContext("/", exchange -> {
            try (exchange) {
                assertEquals("application/timestamp-query", exchange.getRequestHeaders().getFirst("Content-Type"));
                var body = answer.to(exchange.getRequestBody().readAllBytes());
                exchange.getResponseHeaders().set("Location", "/elsewhere");
                exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
                if (body.length > 0) exchange.getResponseBody().write(body);
            }
        });
        try (var client = new HttpTimeStamps(address(), List.of(authority.root()))) {
            return client.stamp(DIGEST);
        }
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @Test
    void a_good_answer_is_a_token_of_that_digest() throws Exception {
        var token = new TimeStampToken(ContentInfo.getInstance(stamp(200, authority::answer)));
        assertEquals(NOW, token.getTimeStampInfo().getGenTime().toInstant());
    }

    @Test
    void an_answer_to_another_question_is_refused() {
        var refusal = assertThrows(IOException.class, () -> stamp(200, _ -> {
            var asks = new TimeStampRequestGenerator();
            asks.setCertReq(true);
            return authority.answer(asks.generate(TSPAlgorithms.SHA256, DIGEST, java.math.BigInteger.ONE).getEncoded());
        }));
        assertTrue(String.valueOf(refusal.getMessage()).contains("not what was asked for"), refusal.getMessage());
    }

    @Test
    void a_token_of_an_authority_that_nobody_trusts_is_refused() {
        var stranger = new LocalTimeStamps(folder.resolve("stranger"), InstantSource.fixed(NOW));
        assertThrows(IOException.class, () -> stamp(200, stranger::answer));
    }

    @Test
    void an_error_a_redirect_rubbish_and_a_flood_are_refused() {
        assertTrue(assertThrows(IOException.class, () -> stamp(500, _ -> new byte[0])).toString().contains("500"));
        server.removeContext("/");
        assertTrue(assertThrows(IOException.class, () -> stamp(302, _ -> new byte[0])).toString().contains("302"));
        server.removeContext("/");
        assertThrows(IOException.class, () -> stamp(200, _ -> "<html>".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        server.removeContext("/");
        assertThrows(IOException.class, () -> stamp(200, _ -> new byte[HttpTimeStamps.ANSWER_BYTES_MAX + 1]));
    }

    @Test
    void a_request_that_is_no_good_is_refused_by_the_authority() {
        assertThrows(IOException.class, () -> authority.answer(new byte[] {1, 2, 3}));
    }

    @Test
    void a_file_is_no_authority_and_trust_has_a_root() {
        assertThrows(IllegalArgumentException.class, () -> new HttpTimeStamps(URI.create("file:///etc/passwd"), List.of(authority.root())));
        assertThrows(IllegalArgumentException.class, () -> new HttpTimeStamps(address(), List.of()));
    }
}
