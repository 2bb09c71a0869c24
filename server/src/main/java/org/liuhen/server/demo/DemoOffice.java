package org.liuhen.server.demo;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Everybody of one agency of the demo, each signed in when first needed, and the recordings they find there. For one thread. */
final class DemoOffice {

    private static final int PROBE_TRIES = 240;
    private static final int PROBE_MILLIS = 500;

    private final HttpClient http;
    private final String server;
    private final JsonNode credentials;
    private final String agency;
    private final Map<String, DemoPerson> signedIn = new HashMap<>();

    /** @param credentials of the demo's people, as in its credentials.json */
    DemoOffice(HttpClient http, String server, JsonNode credentials, String agency) {
        this.http = http;
        this.server = server;
        this.credentials = credentials;
        this.agency = agency;
    }

    /** Somebody, by the second half of the username. @throws IOException if the demo has nobody of that name */
    DemoPerson person(String role) throws IOException, InterruptedException {
        var known = signedIn.get(role);
        if (known != null) return known;
        var username = agency.toLowerCase(Locale.ROOT) + "." + role;
        var user = credentials.path("users").valueStream().filter(one -> one.path("username").stringValue().equals(username)).findFirst()
                .orElseThrow(() -> new IOException("演示中没有这个人 / nobody of the demo: " + username));
        var person = DemoPerson.signedIn(http, server, username, user.path("password").stringValue());
        signedIn.put(role, person);
        return person;
    }

    /** The id of somebody, for the words of a story. */
    String personId(String role) {
        try {
            return person(role).id();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * The id of the recording at that place in the order of names, which begin with camera and time, as soon as the server knows what it
     * is; empty where there are fewer.
     */
    Optional<String> lookedAt(int which, DemoPerson by) throws IOException, InterruptedException {
        for (var tries = 0; tries < PROBE_TRIES; tries++) {
            var all = by.get("/api/recordings?size=50&sort=name&order=asc").path("items");
            if (which > all.size()) return Optional.empty();
            var one = all.get(which - 1);
            if (!one.path("probe").stringValue().equals("pending")) return Optional.of(one.path("id").stringValue());
            Thread.sleep(PROBE_MILLIS);
        }
        throw new IOException("录像一直没有分析完 / a recording is still not looked at");
    }
}
