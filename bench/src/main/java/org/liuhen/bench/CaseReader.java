package org.liuhen.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** Somebody of the demo who is signed in and reads cases, as the pages do. Not safe for threads. */
final class CaseReader {

    private final String url;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

    private CaseReader(String url) {
        this.url = url;
    }

    /** @throws IOException if the server does not let the person in */
    static CaseReader signIn(String url, String username, String password) throws IOException, InterruptedException {
        var reader = new CaseReader(url);
        reader.http.send(HttpRequest.newBuilder(URI.create(url + "/api/session")).build(), BodyHandlers.discarding());
        var forgery = reader.cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue).findFirst().orElse("");
        var words = RunningServer.json("{}").asObject().put("username", username).put("password", password);
        var answer = reader.http.send(HttpRequest.newBuilder(URI.create(url + "/api/session")).header("X-XSRF-TOKEN", forgery)
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(words.toString())).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) throw new IOException("not signed in: " + answer.statusCode() + " " + answer.body());
        return reader;
    }

    /**
     * What the server answers.
     *
     * @param path below the server's address, with its parameters
     * @throws IOException if it is anything but 200
     */
    JsonNode get(String path) throws IOException, InterruptedException {
        return RunningServer.json(text(path));
    }

    /** The same, not yet understood: that would be our time, not the server's. */
    String text(String path) throws IOException, InterruptedException {
        var answer = http.send(HttpRequest.newBuilder(URI.create(url + path)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
        return answer.body();
    }

    /** A value for an address. */
    static String value(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
