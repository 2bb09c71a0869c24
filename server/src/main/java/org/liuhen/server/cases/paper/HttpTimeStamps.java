package org.liuhen.server.cases.paper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/** An authority that is asked over HTTP (RFC 3161, section 3.4). Follows no redirect; one try a call. */
public final class HttpTimeStamps implements TimeStamps, AutoCloseable {

    /** The longest that one stamp may take, from the first byte sent to the last received. */
    public static final Duration WAIT_MAX = Duration.ofSeconds(10);

    /** The longest answer. */
    public static final int ANSWER_BYTES_MAX = 24 * 1024;

    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final URI authority;
    private final List<X509Certificate> roots;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT_MAX).followRedirects(HttpClient.Redirect.NEVER).build();

    /**
     * @param authority an http or https address from the configuration
     * @param roots whom we trust; at least one
     * @throws IllegalArgumentException if either is no good
     */
    public HttpTimeStamps(URI authority, List<X509Certificate> roots) {
        if (!SCHEMES.contains(String.valueOf(authority.getScheme()))) throw new IllegalArgumentException("not http or https: " + authority);
        if (roots.isEmpty()) throw new IllegalArgumentException("no root certificate for the time stamps of " + authority);
        this.authority = authority;
        this.roots = List.copyOf(roots);
    }

    @Override
    public byte[] stamp(byte[] sha256) throws IOException {
        var asks = new TimeStampRequestGenerator();
        asks.setCertReq(true);
        try {
            var request = asks.generate(TSPAlgorithms.SHA256, sha256, KeyFiles.serial());
            return TokenCheck.token(request, new TimeStampResponse(ask(request.getEncoded())), roots);
        } catch (TSPException e) {
            throw new IOException("no time stamp in the answer of " + authority, e);
        }
    }

    private byte[] ask(byte[] request) throws IOException {
        var post = HttpRequest.newBuilder(authority).timeout(WAIT_MAX).header("Content-Type", "application/timestamp-query")
            .header("Accept", "application/timestamp-reply").POST(BodyPublishers.ofByteArray(request)).build();
        var sent = http.sendAsync(post, BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX));
        try {
            var answer = sent.get(WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS); // the request's own limit ends with the answer's head
            if (answer.statusCode() != 200) throw new IOException("the time stamp authority " + authority + " answered " + answer.statusCode());
            return answer.body();
        } catch (TimeoutException e) {
            throw new IOException("no time stamp from " + authority + " within " + WAIT_MAX.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new IOException("no time stamp from " + authority + ": " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + authority, e);
        } finally {
            sent.cancel(true);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
