package org.liuhen.server.demo;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.liuhen.formats.yaml.YamlValue;
import org.liuhen.formats.yaml.YamlValue.YamlObject;
import tools.jackson.databind.JsonNode;

/**
 * Plays a day on site of each agency on a running server: cameras out and back, activities, hand-over to the custodian and filing, as its
 * people would in their browsers. A day is a file of /demo/days. Every act has a key of its own, as in {@link DemoCases}. For one thread.
 */
public final class DemoDays implements AutoCloseable {

    private static final int MONTH = "2026-11".length();
    private static final long FREE_BYTES = 48_000_000_000L;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String server;
    private final JsonNode credentials;
    private final Instant now;

    /**
     * Plays on that server.
     *
     * @param credentials of the demo's people, as in its credentials.json
     * @param now when the day is told; the sample recordings of the agency's camera count from here, too
     */
    public DemoDays(String server, JsonNode credentials, Instant now) {
        this.server = server;
        this.credentials = credentials;
        this.now = now;
    }

    /** Plays the day of an agency, after its camera was handed in. @throws IOException with the server's words if an act is refused */
    public void play(String agency) throws IOException, InterruptedException {
        StoryFile.parse(StoryFile.shipped("days/" + agency)).play(new Playing(agency)::one);
    }

    @Override
    public void close() {
        http.close();
    }

    /** One day while it is played. */
    private final class Playing {

        private final DemoOffice office;
        private final StoryWords words;
        private String here = "";

        Playing(String agency) {
            office = new DemoOffice(http, server, credentials, agency);
            words = new StoryWords("day of " + agency, now, office::personId);
        }

        void one(YamlObject step) throws IOException, InterruptedException {
            here = "line " + step.place().line();
            var by = office.person(step.maybe("by").map(YamlValue::text).orElse("officer1"));
            var body = step.maybe("with").map(words::fields).orElseGet(LinkedHashMap::new);
            if (step.maybe("battery").isPresent()) body.put("check", checkedBeforeUse(step.get("battery").text(Integer::parseInt)));
            if (step.maybe("device").isPresent()) {
                by.send("/api/devices/" + step.get("device").text() + "/acts/" + step.get("act").text(), words.id(here), body);
            } else if (step.maybe("place").isPresent()) {
                place(step, by, body);
            } else if (step.maybe("activity").isPresent()) {
                activity(step, by, body);
            } else if (step.maybe("month").isPresent()) {
                month(step, by, body);
            } else {
                recordings(step, by, body);
            }
            step.end();
        }

        private static Map<String, Object> checkedBeforeUse(int percent) {
            return Map.of("battery", Map.of("percent", percent, "enough", true), "storage", Map.of("freeBytes", FREE_BYTES, "enough", true),
                    "clock", Map.of("accurate", true, "set", false), "faultFree", true);
        }

        private void place(YamlObject step, DemoPerson by, Map<String, Object> body) throws IOException, InterruptedException {
            if (step.maybe("camera").isPresent()) {
                body.put("device", by.get("/api/devices/" + step.get("camera").text()).path("id").stringValue());
            }
            by.send("/api/places/" + words.id(step.get("place").text()) + "/acts/" + step.get("act").text(), words.id(here), body);
        }

        private void activity(YamlObject step, DemoPerson by, Map<String, Object> body) throws IOException, InterruptedException {
            var id = words.id(step.get("activity").text()).toString();
            var path = "/api/activities/" + id;
            if (step.maybe("explain").isPresent()) {
                explain(step, by, path);
                return;
            }
            var act = step.get("act").text();
            if (act.equals("open-activity")) {
                body.put("activity", id);
                var devices = new ArrayList<String>();
                for (var device : step.list("devices")) devices.add(by.get("/api/devices/" + device.text()).path("id").stringValue());
                body.put("devices", devices);
            }
            if (!act.equals("file-to-activity")) {
                by.send(path + "/acts/" + act, words.id(here), body);
                return;
            }
            for (var recording : chosen(step, by)) {
                by.send(path + "/acts/" + act, words.id(here + " " + recording), Map.of("recording", recording));
            }
        }

        /** Every finding of a duty that stands open. */
        private void explain(YamlObject step, DemoPerson by, String path) throws IOException, InterruptedException {
            var duty = step.get("explain").text();
            var text = step.get("text").text();
            for (var one : by.get(path).path("findings")) {
                if (!one.path("duty").stringValue().equals(duty) || !one.path("state").stringValue().equals("raised")) continue;
                var finding = Map.of("duty", duty, "subject", one.path("subject").stringValue(), "occurrence", one.path("occurrence").stringValue(""));
                by.send(path + "/acts/explain-finding", words.id(here + finding), Map.of("finding", finding, "text", text, "evidence", List.of()));
            }
        }

        /** The list of the monthly hand-over, of whoever acts. */
        private void month(YamlObject step, DemoPerson by, Map<String, Object> body) throws IOException, InterruptedException {
            var month = words.meant(step.get("month").text()).substring(0, MONTH);
            body.put("recordings", chosen(step, by));
            by.send("/api/hand-overs/" + month + "/" + by.id() + "/acts/" + step.get("act").text(), words.id(here), body);
        }

        private void recordings(YamlObject step, DemoPerson by, Map<String, Object> body) throws IOException, InterruptedException {
            var act = step.get("act").text();
            body.put("recordings", chosen(step, by));
            var path = act.equals("file-suggested") ? "/api/recordings/file-suggested" : "/api/recordings/acts/" + act;
            var refused = by.send(path, words.id(here), body).path("refused");
            if (!refused.isEmpty()) throw new IOException(act + ": " + refused);
        }

        /** The recordings that a step names by their places; those that this machine could not make are left out. */
        private List<String> chosen(YamlObject step, DemoPerson by) throws IOException, InterruptedException {
            var chosen = new ArrayList<String>();
            for (var which : step.list("recordings")) office.lookedAt(which.text(Integer::parseInt), by).ifPresent(chosen::add);
            return chosen;
        }
    }
}
