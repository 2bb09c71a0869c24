package org.liuhen.cli.collect;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.values.Bilingual;
import org.liuhen.formats.json.CanonicalJson;
import org.liuhen.formats.json.Json;

/**
 * Requests to one server with one token. Answers that may pass become {@link IOException}, answers that will not {@link
 * StoreRefused}.
 */
public final class StoreHttp {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);
    // the store hashes and syncs up to a chunk before it answers
    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(3);
    private static final int ANSWER_BYTES_MAX = 16 * 1024 * 1024;
    private static final Set<Integer> PASSING = Set.of(408, 423, 425, 429, 500, 502, 503, 504);

    private final HttpClient client;
    private final URI server;
    private final Optional<String> token;
    private final Optional<Path> ca;
    private final CookieManager cookies;

    private StoreHttp(HttpClient client, URI server, Optional<String> token, Optional<Path> ca, CookieManager cookies) {
        this.client = client;
        this.ca = ca;
        this.server = server;
        this.token = token;
        this.cookies = cookies;
    }

    /**
     * Requests to this server.
     *
     * @param token the station's bearer token; sent over TLS or within this machine only
     * @param ca certificates (PEM) one of which must sign for the server, instead of those the machine knows
     * @throws IllegalArgumentException if the address is not one that a token may be sent to, or the certificates cannot be read
     * @throws IOException if the machine's own address cannot be looked up
     */
    public static StoreHttp to(URI server, String token, Optional<Path> ca) throws IOException {
        return connected(server, Optional.of(token), ca);
    }

    /**
     * Requests to this server as a person, who is signed in at once.
     *
     * @throws IllegalArgumentException if the address is not one that a password may be sent to
     * @throws IOException if the server is away
     * @throws StoreRefused if name or password are wrong
     */
    public static StoreHttp as(URI server, String username, String password, Optional<Path> ca) throws IOException, StoreRefused,
            InterruptedException {
        var http = connected(server, Optional.empty(), ca);
        http.expect(http.request("/api/session").GET().build(), 200, 204); // gives the token against forged requests
        http.expect(http.post("/api/session", CanonicalJson.write(new Json.Fields(Map.of(
                "username", new Json.Text(username), "password", new Json.Text(password))))), 200);
        http.expect(http.request("/api/session").GET().build(), 200); // which is renewed at sign-in
        return http;
    }

    private static StoreHttp connected(URI server, Optional<String> token, Optional<Path> ca) throws IOException {
        var scheme = String.valueOf(server.getScheme());
        var host = server.getHost();
        if (host == null || !(scheme.equals("https") || (scheme.equals("http") && isThisMachine(host)))) {
            throw new IllegalArgumentException(new Bilingual(
                    "服务器地址必须是 https://（本机可用 http://）：" + server,
                    "the server's address must be https:// (http:// on this machine only): " + server).toString());
        }
        var cookies = new CookieManager();
        var builder = HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN).version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER).cookieHandler(cookies);
        if (ca.isPresent()) builder.sslContext(trusting(ca.get()));
        return new StoreHttp(builder.build(), server, token, ca, cookies);
    }

    private static boolean isThisMachine(String host) throws IOException {
        return host.equals("localhost") || (host.matches("\\[.*]|[0-9.]+") && InetAddress.getByName(host).isLoopbackAddress());
    }

    private static SSLContext trusting(Path ca) {
        try (InputStream in = Files.newInputStream(ca)) {
            var certificates = CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (certificates.isEmpty()) throw new CertificateException("no certificate");
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (var certificate : certificates) {
                store.setCertificateEntry("ca" + store.size(), certificate);
            }
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException(new Bilingual(
                    "--ca " + ca + " 不是可读的证书（PEM，" + e.getMessage() + "）：请用服务器数据目录里的 tls/ca.crt",
                    "--ca " + ca + " is no certificate that can be read (PEM, " + e.getMessage()
                            + "): take tls/ca.crt from the server's data folder").toString(), e);
        }
    }

    /** The server's address. */
    public URI server() {
        return server;
    }

    /**
     * A request to a path of the server, with the token. A location that names another host is refused: it would be given the
     * token.
     */
    public HttpRequest.Builder request(String path) throws IOException {
        var target = server.resolve(path);
        if (!String.valueOf(target.getAuthority()).equals(server.getAuthority())
                || !String.valueOf(target.getScheme()).equals(server.getScheme())) {
            throw new IOException("the server points elsewhere: " + target);
        }
        var request = HttpRequest.newBuilder(target).timeout(ANSWER_WITHIN);
        token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .forEach(cookie -> request.setHeader("X-XSRF-TOKEN", cookie.getValue()));
        return request;
    }

    /** A request with a JSON body. */
    public HttpRequest post(String path, byte[] json) throws IOException {
        return request(path).header("Content-Type", "application/json").header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json)).build();
    }

    /** Sends once; every answer is an answer. A server that does not prove who it is, is refused: waiting would not help. */
    HttpResponse<byte[]> send(HttpRequest request) throws IOException, StoreRefused, InterruptedException {
        return sent(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX));
    }

    private <T> HttpResponse<T> sent(HttpRequest request, BodyHandler<T> body) throws IOException, StoreRefused,
            InterruptedException {
        try {
            return client.send(request, body);
        } catch (SSLException e) {
            var unproven = Unproven.why(server, ca, e);
            if (unproven.isPresent()) throw unproven.get();
            throw e;
        }
    }

    /** Sends once and gives the body as a stream, for what may be large. To be closed. */
    public HttpResponse<InputStream> stream(HttpRequest request) throws IOException, StoreRefused, InterruptedException {
        return sent(request, BodyHandlers.ofInputStream());
    }

    /**
     * Sends once.
     *
     * @throws IOException if there was no answer, or one that may pass (busy, restarting)
     * @throws StoreRefused if the answer is none of these statuses
     */
    public HttpResponse<byte[]> expect(HttpRequest request, Integer... statuses) throws IOException, StoreRefused,
            InterruptedException {
        var response = send(request);
        if (Set.of(statuses).contains(response.statusCode())) return response;
        throwFor(response.statusCode(), response.body());
        return response;
    }

    /** Turns an unwelcome answer into what it means. Never returns normally. */
    public static void throwFor(int status, byte @Nullable [] body) throws IOException, StoreRefused {
        var refusal = Problems.refusal(status, body == null ? new byte[0] : body);
        if (PASSING.contains(status)) throw new IOException("HTTP " + refusal.getMessage(), refusal); // said if it does not pass
        throw refusal;
    }
}
