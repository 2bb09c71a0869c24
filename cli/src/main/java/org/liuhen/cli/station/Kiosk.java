package org.liuhen.cli.station;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The page on the station's own screen (采集站屏幕). Served on loopback only, by the station itself: it is there when the server is
 * not. It shows and changes nothing.
 */
final class Kiosk implements AutoCloseable {

    private static final Map<String, String> FILES = Map.of("/", "kiosk.html", "/kiosk.css", "kiosk.css", "/kiosk.js", "kiosk.js");
    private static final Map<String, String> TYPES = Map.of("html", "text/html", "css", "text/css", "js", "text/javascript");
    /** A page of somebody else's that the browser was led to by a name that points here is not served. */
    private static final Pattern HERE = Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1])(:[0-9]{1,5})?");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private Kiosk(HttpServer server) {
        this.server = server;
    }

    /**
     * Serves the page.
     *
     * @param port 0 for any that is free
     * @param state what the page shows, as JSON
     */
    static Kiosk serve(int port, Supplier<String> state) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        var kiosk = new Kiosk(server);
        server.setExecutor(kiosk.threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                answer(exchange, state);
            }
        });
        server.start();
        return kiosk;
    }

    /** Where it is. */
    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private static void answer(HttpExchange exchange, Supplier<String> state) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var host = exchange.getRequestHeaders().getFirst("Host");
        if (host == null || !HERE.matcher(host).matches()) {
            send(exchange, 421, "text/plain", "not here\n".getBytes(UTF_8));
        } else if (!exchange.getRequestMethod().equals("GET")) {
            send(exchange, 405, "text/plain", "GET\n".getBytes(UTF_8));
        } else if (path.equals("/state")) {
            send(exchange, 200, "application/json", state.get().getBytes(UTF_8));
        } else if (FILES.containsKey(path)) {
            var file = Objects.requireNonNull(FILES.get(path));
            send(exchange, 200, Objects.requireNonNull(TYPES.get(file.substring(file.indexOf('.') + 1))), resource(file));
        } else {
            send(exchange, 404, "text/plain", "no such page\n".getBytes(UTF_8));
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(Kiosk.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        }
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type + "; charset=utf-8");
        headers.set("Cache-Control", "no-store");
        headers.set("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-ancestors 'none'");
        headers.set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
