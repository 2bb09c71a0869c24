package org.liuhen.server.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liuhen.server.Application;
import org.liuhen.server.folder.OperatorFault;

/** The server as a process of its own, as an operator runs it. */
class ServeTest {

    @TempDir
    private Path folder;

    private Process serve(String... more) throws IOException {
        var words = new java.util.ArrayList<>(java.util.List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--add-modules=jdk.incubator.vector", "-Xmx256m",
            "-cp", System.getProperty("java.class.path"), Application.class.getName(), "serve", "--data", folder.resolve("data").toString(), "--port", "0"));
        words.addAll(Arrays.asList(more));
        var child = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT);
        child.environment().put("LC_ALL", "C.UTF-8");
        return child.start();
    }

    private static String url(BufferedReader said) throws IOException {
        var line = Objects.requireNonNull(said.readLine(), "it ended before it was ready");
        assertTrue(line.startsWith("ready: "), line);
        return line.substring("ready: ".length());
    }

    private void stop(Process process) throws InterruptedException {
        process.destroy(); // SIGTERM
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), "a stop that was asked for is not a failure");
        assertFalse(Files.exists(folder.resolve("data/serve.json")));
        assertFalse(Files.exists(folder.resolve("data/postgres/data/postmaster.pid")));
    }

    @Test
    void it_is_stopped_by_a_signal_with_status_0_and_leaves_nothing_running() throws Exception {
        var process = serve();
        try (var said = process.inputReader()) {
            var url = url(said);
            assertTrue(url.startsWith("http://127.0.0.1:"), url);
            try (var http = HttpClient.newHttpClient()) {
                assertEquals(200, http.send(get(url), HttpResponse.BodyHandlers.discarding()).statusCode());
                var outside = NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && address.getAddress().length == 4).findFirst();
                if (outside.isPresent()) {
                    var beyond = get(url.replace("127.0.0.1", outside.get().getHostAddress()));
                    assertThrows(ConnectException.class, () -> http.send(beyond, HttpResponse.BodyHandlers.discarding()));
                }
            }
            stop(process);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void with_tls_it_answers_beyond_this_machine_to_whoever_trusts_its_authority() throws Exception {
        var process = serve("--tls");
        try (var said = process.inputReader(); var stranger = HttpClient.newHttpClient()) {
            var url = url(said);
            assertTrue(url.startsWith("https://127.0.0.1:"), url);
            assertTrue(Files.readString(folder.resolve("data/serve.json")).contains(url));
            assertThrows(SSLHandshakeException.class, () -> stranger.send(get(url), HttpResponse.BodyHandlers.discarding()));
            try (var http = HttpClient.newBuilder().sslContext(trusting(folder.resolve("data/tls/ca.crt"))).build()) {
                for (var host : java.util.List.of("127.0.0.1", "localhost", InetAddress.getLocalHost().getHostAddress())) {
                    assertEquals(200, http.send(get(url.replace("127.0.0.1", host)), HttpResponse.BodyHandlers.discarding()).statusCode(), host);
                }
            }
            stop(process);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void beyond_this_machine_it_does_not_serve_without_tls() {
        System.setProperty("server.address", "0.0.0.0");
        try {
            var fault = assertThrows(OperatorFault.class, () -> Server.start(Server.Settings.in(Application.class, folder.resolve("data"))));
            assertTrue(Objects.requireNonNull(fault.getMessage()).contains("--tls"));
        } finally {
            System.clearProperty("server.address");
        }
    }

    private static HttpRequest get(String url) {
        return HttpRequest.newBuilder(URI.create(url + "/api/time")).build();
    }

    private static SSLContext trusting(Path authority) throws Exception {
        var keys = KeyStore.getInstance(KeyStore.getDefaultType());
        keys.load(null, null);
        try (var in = Files.newInputStream(authority)) {
            keys.setCertificateEntry("ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
