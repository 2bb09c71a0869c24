package org.liuhen.server.demo;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuhen.formats.yaml.YamlValue;
import org.liuhen.formats.yaml.YamlValue.YamlObject;
import tools.jackson.databind.JsonNode;

/**
 * Plays the cases of the demo on a running server, act by act, as the people of each agency would in their browsers. A story is a file of
 * /demo/cases; every act has a key of its own, so that playing a story again goes on where it stopped and repeats nothing. For one thread.
 */
public final class DemoCases implements AutoCloseable {

    /** The stories that are shipped, by their files. */
    public static final List<String> ALL = List.of(
            "SQ-clean", "SQ-faults", "CL-clean", "CL-faults", "LX-clean", "LX-faults", "WD-clean", "WD-faults", "AJ-clean", "AJ-faults");

    private static final int ROUTE_MAX = 8;
    private static final Map<String, String> DECIDES = Map.of("unitHead", "head", "legalReview", "legal", "agencyHead", "leader");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String server;
    private final JsonNode credentials;
    private final Instant now;
    private final Map<String, DemoOffice> offices = new HashMap<>();
    private final Map<String, JsonNode> templates = new HashMap<>();

    /**
     * Plays on that server.
     *
     * @param credentials of the demo's people, as in its credentials.json
     * @param now when the stories are told: their moments count from here, so that a story played again says the same
     */
    public DemoCases(String server, JsonNode credentials, Instant now) {
        this.server = server;
        this.credentials = credentials;
        this.now = now;
    }

    /** The stories of an agency. */
    public static List<String> of(String agency) {
        return ALL.stream().filter(story -> story.startsWith(agency + "-")).toList();
    }

    /** What a story that is shipped is about. */
    public static String title(String story) throws IOException {
        return StoryFile.parse(shipped(story)).fields().get("title").text();
    }

    private static byte[] shipped(String story) throws IOException {
        return StoryFile.shipped("cases/" + story);
    }

    /** Plays a story that is shipped. @throws IOException with the server's words if an act is refused that the story does not expect */
    public void play(String story) throws IOException, InterruptedException {
        play(story, shipped(story));
    }

    /** Plays a story. */
    void play(String name, byte[] yaml) throws IOException, InterruptedException {
        var file = StoryFile.parse(yaml);
        file.fields().maybe("title"); // told by whoever plays it
        file.play(new Playing(name, file.fields().get("agency").text())::one);
    }

    @Override
    public void close() {
        http.close();
    }

    /** One story while it is played. */
    private final class Playing {

        private final DemoOffice office;
        private final StoryWords words;
        private final StoryFields fields;
        private final String path;
        private final Map<String, String> pictures = new HashMap<>();
        private String by = "officer1";
        private Instant at = now;
        /** Keys count within a step, so that a step that is skipped shifts none. */
        private String here = "";
        private int acts;

        Playing(String story, String agency) throws IOException {
            office = offices.computeIfAbsent(agency, code -> new DemoOffice(http, server, credentials, code));
            words = new StoryWords(story, now, office::personId);
            fields = new StoryFields(words);
            path = "/api/cases/" + words.id("case");
        }

        void one(YamlObject step) throws IOException, InterruptedException {
            here = "line " + step.place().line();
            acts = 0;
            by = step.maybe("by").map(YamlValue::text).orElse("officer1");
            if (step.maybe("at").isPresent()) at = words.instant(step.get("at").text());
            if (step.maybe("act").isPresent()) act(step);
            else if (step.maybe("document").isPresent()) document(step);
            else if (step.maybe("approve").isPresent()) approve(step);
            else if (step.maybe("serve").isPresent()) serve(step);
            else if (step.maybe("recording").isPresent()) recording(step);
            else if (step.maybe("explain").isPresent()) explain(step);
            else throw step.place().wrong("不认识的一步", "an unknown step");
            step.end();
        }

        private void act(YamlObject step) throws IOException, InterruptedException {
            var body = step.maybe("with").map(words::fields).orElseGet(LinkedHashMap::new);
            var name = step.get("act").text();
            var refused = step.maybe("refused").map(YamlValue::text);
            if (refused.isEmpty()) {
                does(name, body);
                return;
            }
            if (body.get("document") instanceof String document && isFinal(document)) return; // played before
            try {
                does(name, body);
            } catch (IOException e) {
                if (String.valueOf(e.getMessage()).contains("\"" + refused.get() + "\"")) return; // the story tells of this very refusal
                throw e;
            }
            throw new IOException("应被拒绝 / should have been refused: " + name + " " + refused.get());
        }

        private void does(String act, Map<String, ?> body) throws IOException, InterruptedException {
            sends("/acts/" + act, body);
        }

        private JsonNode sends(String to, Map<String, ?> body) throws IOException, InterruptedException {
            return sends(to, here + " act " + ++acts, body);
        }

        private JsonNode sends(String to, String key, Map<String, ?> body) throws IOException, InterruptedException {
            return person(by).send(path + to, words.id(key), body);
        }

        /** From draft to final; {@code without} leaves steps out, by the capacity that does not sign or by what is not done. */
        private void document(YamlObject step) throws IOException, InterruptedException {
            var name = step.get("document").text();
            var id = words.id(name).toString();
            if (isFinal(id)) { // played before
                step.all();
                return;
            }
            var form = template(step.get("form").text());
            var without = step.maybe("without").map(list -> list.list().stream().map(YamlValue::text).toList()).orElse(List.of());
            var begins = person(by).get(path + "/prefill/" + form.path("id").stringValue()).path("values");
            does("draft-document", Map.of("document", id, "template", form.path("id").stringValue(),
                    "values", fields.values(form, begins, step.maybe("values"), at)));
            if (!without.contains("opinions")) opinions(form, id);
            if (step.maybe("approved").isPresent()) asked(name + " approval", form.path("approval").stringValue(), Optional.of(id), step.get("approved").text());
            var pages = sends("/documents/" + id + "/lock", Map.of()).path("pages").intValue();
            for (var place : form.path("signatures")) {
                if (!without.contains(place.path("as").stringValue())) sign(id, place, step);
            }
            if (pages > 1 && !without.contains("acrossPages") && marked(form)) {
                does("mark-across-pages", Map.of("document", id, "kind", "fingerprint", "fromPage", 1, "toPage", pages, "picture", picture("骑缝")));
            }
            if (form.path("numbered").booleanValue()) sends("/documents/" + id + "/number", Map.of());
            if (form.path("seal").booleanValue() && !without.contains("seal")) {
                sends("/documents/" + id + "/seal", Map.of("issuedOn", StoryWords.day(at).toString()));
            }
            var defect = step.maybe("defect");
            if (defect.isPresent()) {
                does("state-defect", Map.of("subject", id, "duties", defect.get().object().list("duties").stream().map(YamlValue::text).toList(),
                        "missing", defect.get().object().get("missing").text(), "why", defect.get().object().get("why").text(),
                        "by", List.of(person("officer1").id(), person("officer2").id())));
            }
            if (!without.contains("final")) does("finalise-document", Map.of("document", id));
        }

        private boolean isFinal(String document) throws IOException, InterruptedException {
            return person(by).get(path).path("documents").valueStream().anyMatch(one ->
                    one.path("id").stringValue().equals(document) && one.path("phase").path("is").stringValue().equals("final"));
        }

        private boolean marked(JsonNode form) {
            return form.path("kind").stringValue().equals("evidence");
        }

        private void opinions(JsonNode form, String document) throws IOException, InterruptedException {
            if (!form.path("kind").stringValue().equals("internalApproval")) return;
            var names = form.path("fields").valueStream().map(field -> field.path("name").stringValue()).toList();
            var writers = new LinkedHashMap<String, String>();
            writers.put("handler", "officer1");
            writers.put("reviewer", "head");
            writers.put("approver", "leader");
            for (var writer : writers.entrySet()) {
                if (!names.contains(writer.getKey() + "Opinion")) continue;
                as(writer.getValue(), () -> does("write-opinion", Map.of("document", document, "block", writer.getKey(), "opinion", "同意。",
                        "reason", "事实清楚，证据充分，程序合法。", "by", person(writer.getValue()).id(), "on", StoryWords.day(at).toString())));
            }
        }

        private void sign(String document, JsonNode place, YamlObject step) throws IOException, InterruptedException {
            var as = place.path("as").stringValue();
            var party = step.maybe("signer").map(YamlValue::text).orElse("当事人");
            for (var i = 0; i < Math.max(1, place.path("count").intValue()); i++) {
                var inside = signer(as, i);
                var signed = new LinkedHashMap<String, Object>(Map.of("as", as, "kind", as.equals("party") ? "fingerprint" : "signature",
                        "on", StoryWords.day(at).toString(), "onPaper", false));
                if (inside.isPresent()) {
                    signed.put("officer", person(inside.get()).id());
                    signed.put("name", person(inside.get()).name());
                } else {
                    signed.put("name", party);
                }
                signed.put("kind", "signature");
                signed.put("picture", picture((String) signed.get("name")));
                as(inside.orElse(by), () -> does("sign-document", Map.of("document", document, "signature", signed)));
            }
        }

        private static Optional<String> signer(String as, int which) {
            return switch (as) {
                case "officer", "handler", "server" -> Optional.of(which == 0 ? "officer1" : "officer2");
                case "recorder" -> Optional.of("officer2");
                case "custodian" -> Optional.of("custodian");
                case "reviewer" -> Optional.of("head");
                case "approver", "host" -> Optional.of("leader");
                default -> Optional.empty();
            };
        }

        private void approve(YamlObject step) throws IOException, InterruptedException {
            asked(step.get("approve").text(), step.get("matter").text(), step.maybe("of").map(of -> words.meant(of.text())), step.get("proposal").text());
        }

        /** A handler asks; everybody on the route agrees in turn. */
        private void asked(String name, String matter, Optional<String> document, String proposal) throws IOException, InterruptedException {
            var id = words.id(name).toString();
            var request = new LinkedHashMap<String, Object>(Map.of("approval", id, "matter", matter, "proposal", Map.of("proposal", proposal,
                    "facts", "事实见调查终结报告。", "evidence", "证据见卷内材料。", "basis", "依据见调查终结报告。", "discretion", "裁量理由见调查终结报告。")));
            document.ifPresent(one -> request.put("document", one));
            does("request-approval", request);
            for (var i = 0; i < ROUTE_MAX; i++) {
                var approval = person(by).get(path).path("approvals").valueStream()
                        .filter(one -> one.path("id").stringValue().equals(id)).findFirst().orElseThrow();
                var decides = DECIDES.get(approval.path("due").stringValue(""));
                if (decides == null) return;
                as(decides, () -> sends("/acts/give-opinion", name + " opinion of " + decides, Map.of("approval", id,
                        "verdict", "agreed", "opinion", "同意。", "signedOn", StoryWords.day(at).toString(), "onPaper", false)));
            }
        }

        /** In person. */
        private void serve(YamlObject step) throws IOException, InterruptedException {
            var id = words.id(step.get("serve").text()).toString();
            var recipient = step.get("recipient").text();
            var on = StoryWords.day(at).toString();
            var server = person("officer1");
            var facts = new LinkedHashMap<String, Object>(Map.of("method", "direct", "recipient", recipient, "place", step.get("place").text(),
                    "at", StoryWords.written(at), "server", server.id(), "receipts", List.of()));
            facts.put("documents", step.get("documents").list().stream().map(one -> words.meant(one.text())).toList());
            facts.put("signatures", List.of(
                    Map.of("as", "server", "name", server.name(), "officer", server.id(), "kind", "signature", "on", on, "onPaper", false,
                            "picture", picture(server.name())),
                    Map.of("as", "recipient", "name", recipient, "kind", "signature", "on", on, "onPaper", false, "picture", picture(recipient))));
            does("record-service", Map.of("service", id, "facts", facts));
            does("complete-service", Map.of("service", id));
        }

        /** One of the agency's recordings, by its place in the order of their times; nothing where there are fewer. */
        private void recording(YamlObject step) throws IOException, InterruptedException {
            var which = step.get("recording").text(Integer::parseInt);
            var body = new LinkedHashMap<String, Object>();
            step.maybe("of").ifPresent(of -> body.put("document", words.meant(of.text())));
            step.maybe("content").ifPresent(content -> body.put("content", content.text()));
            step.maybe("remark").ifPresent(remark -> body.put("remark", remark.text()));
            var recording = office.lookedAt(which, person(by));
            if (recording.isEmpty()) return;
            body.put("recording", recording.get());
            does("file-recording", body);
        }

        /** Every open finding of a duty; with a reason to accept it the legal section does so. */
        private void explain(YamlObject step) throws IOException, InterruptedException {
            var duty = step.get("explain").text();
            var text = step.get("text").text();
            var accepted = step.maybe("accepted").map(YamlValue::text);
            var found = person(by).get(path).path("findings").valueStream()
                    .filter(one -> one.path("duty").stringValue().equals(duty) && !one.path("state").stringValue().equals("cleared")).toList();
            if (found.isEmpty()) throw step.place().wrong("没有这样的问题 " + duty, "no such finding is open: " + duty);
            for (var one : found) {
                var state = one.path("state").stringValue();
                var finding = Map.of("duty", duty, "subject", one.path("subject").stringValue(), "occurrence", one.path("occurrence").stringValue(""));
                if (state.equals("raised")) does("explain-finding", Map.of("finding", finding, "text", text, "evidence", List.of()));
                if (accepted.isPresent() && !state.equals("accepted")) {
                    as("legal", () -> does("judge-explanation", Map.of("finding", finding, "accepted", true, "reason", accepted.get())));
                }
            }
        }

        private String picture(String name) throws IOException, InterruptedException {
            var known = pictures.get(name);
            if (known != null) return known;
            var digest = person("officer1").upload(path + "/pictures", "signature.png", SignaturePictures.of(name)).path("digest").stringValue();
            pictures.put(name, digest);
            return digest;
        }

        private interface Doing {
            void run() throws IOException, InterruptedException;
        }

        private void as(String other, Doing doing) throws IOException, InterruptedException {
            var before = by;
            by = other;
            doing.run();
            by = before;
        }

        private DemoPerson person(String role) throws IOException, InterruptedException {
            return office.person(role);
        }

        private JsonNode template(String id) throws IOException, InterruptedException {
            if (templates.isEmpty()) {
                for (var one : person(by).get("/api/templates").path("items")) templates.put(one.path("id").stringValue(), one);
            }
            return Optional.ofNullable(templates.get(id)).orElseThrow(() -> new IOException("没有这个模板 / no such form: " + id));
        }
    }
}
