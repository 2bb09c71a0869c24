package org.liuhen.server.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody of the demo, signed in over HTTP as a browser is: cookies, and the token that goes with every change. */
final class DemoPerson {

    private static final Duration PATIENCE = Duration.ofMinutes(3); // the first paper of all, on a machine that does other things too
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http;
    private final String server;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final JsonNode session;

    private DemoPerson(HttpClient http, String server, String username, String password) throws IOException, InterruptedException {
        this.http = http;
        this.server = server;
        call(request("/api/session").GET());
        session = answer(post("/api/session", UUID.randomUUID(), Map.of("username", username, "password", password)));
    }

    /**
     * Signs in.
     *
     * @throws IOException if the server does not answer or refuses
     */
    static DemoPerson signedIn(HttpClient http, String server, String username, String password) throws IOException, InterruptedException {
        return new DemoPerson(http, server, username, password);
    }

    String id() {
        return session.path("person").path("id").stringValue();
    }

    String name() {
        return session.path("person").path("name").stringValue();
    }

    /** Whether there is something at this address. */
    boolean finds(String path) throws IOException, InterruptedException {
        return call(request(path).GET()).statusCode() == 200;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return answer(call(request(path).GET()));
    }

    /** Sends a change once, however often it is called with the key. @throws IOException with the server's words if it is refused */
    JsonNode send(String path, UUID key, Map<String, ?> body) throws IOException, InterruptedException {
        return answer(post(path, key, body));
    }

    /** Uploads a file as forms do. */
    JsonNode upload(String path, String name, byte[] file) throws IOException, InterruptedException {
        var boundary = "demo-" + UUID.randomUUID();
        var body = new ByteArrayOutputStream();
        body.write(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.write(file);
        body.write(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return answer(call(request(path).header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))));
    }

    private HttpResponse<String> post(String path, UUID key, Map<String, ?> body) throws IOException, InterruptedException {
        return call(request(path).header("Content-Type", "application/json").header("Idempotency-Key", key.toString())
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(server + path)).timeout(PATIENCE);
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue()).collect(Collectors.joining("; ")));
        }
        var token = cookies.get("XSRF-TOKEN");
        if (token != null) request.header("X-XSRF-TOKEN", token);
        return request;
    }

    private HttpResponse<String> call(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = http.send(request.build(), BodyHandlers.ofString());
        for (var cookie : response.headers().allValues("Set-Cookie")) {
            var pair = cookie.split(";", 2)[0];
            var at = pair.indexOf('=');
            cookies.put(pair.substring(0, at), pair.substring(at + 1));
        }
        return response;
    }

    private static JsonNode answer(HttpResponse<String> response) throws IOException {
        if (response.statusCode() < 300) return JSON.readTree(response.body().isEmpty() ? "{}" : response.body());
        throw new IOException(response.request().method() + " " + response.uri().getPath() + ": " + response.statusCode() + " " + response.body());
    }
}
