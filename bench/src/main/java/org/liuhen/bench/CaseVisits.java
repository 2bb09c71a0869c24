package org.liuhen.bench;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** What one person asks of the pages of cases, one thing after the other without a rest, and how long each answer takes. */
final class CaseVisits {

    /** What is asked for. */
    enum Kind {
        LIST("case list"), FACETS("case list with facets"), SEARCH("search in Chinese"), CASE("case page"), TRACE("trace of a case");

        final String title;

        Kind(String title) {
            this.title = title;
        }
    }

    /** What there is to ask for, taken from the lists themselves. */
    record Known(List<String> cases, List<String> handlers, List<String> articles) {}

    private final CaseReader reader;
    private final Known known;
    private final SplittableRandom random;
    private final CaseScript words;
    private final Map<Kind, Samples> millis = new EnumMap<>(Kind.class);

    CaseVisits(CaseReader reader, Known known, long seed) {
        this.reader = reader;
        this.known = known;
        random = new SplittableRandom(seed);
        words = new CaseScript(random);
        for (var kind : Kind.values()) millis.put(kind, new Samples());
    }

    /** Asks until that moment of {@link System#nanoTime}, each kind in its turn. */
    Map<Kind, Samples> until(long end) throws IOException, InterruptedException {
        while (System.nanoTime() < end) {
            for (var kind : Kind.values()) {
                var path = path(kind);
                var begun = System.nanoTime();
                var answer = reader.text(path);
                millis(kind).add((System.nanoTime() - begun) / 1e6);
                if (answer.length() < 2) throw new IOException(path + " has no answer");
            }
        }
        return millis;
    }

    private Samples millis(Kind kind) {
        return millis.computeIfAbsent(kind, _ -> new Samples());
    }

    private String path(Kind kind) {
        return switch (kind) {
            case LIST -> "/api/cases?page=" + random.nextInt(10) + one("", "&sort=openedAt", "&sort=openedAt&order=asc", "&order=asc");
            case FACETS -> "/api/cases?" + facets();
            case SEARCH -> "/api/cases?q=" + CaseReader.value(searched());
            case CASE -> "/api/cases/" + one(known.cases());
            case TRACE -> "/api/cases/" + one(known.cases()) + "/trace";
        };
    }

    private String facets() {
        var brigade = 1 + random.nextInt(8);
        var month = 1 + random.nextInt(12);
        return switch (random.nextInt(6)) {
            case 0 -> "kind=" + one("penalty", "licence", "inspection");
            case 1 -> "unit=brigade-" + brigade + "&state=" + one("running", "ended", "findings");
            case 2 -> "handler=" + one(known.handlers()) + "&state=running";
            case 3 -> "article=" + CaseReader.value(one(known.articles()));
            case 4 -> "from=2025-%02d-01&to=2025-%02d-28&kind=penalty".formatted(month, month);
            default -> "kind=penalty&stage=" + one("initiation", "investigation", "reviewDecision") + "&state=findings&unit=brigade-" + brigade;
        };
    }

    private String searched() {
        return switch (random.nextInt(6)) {
            case 0 -> words.company();
            case 1 -> words.person();
            case 2 -> words.company().substring(0, 3);
            case 3 -> words.subject().substring(4, 10);
            case 4 -> "〔2025〕" + random.nextInt(10_000);
            default -> "没有这家单位";
        };
    }

    private String one(String... of) {
        return one(List.of(of));
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** As many handlers as there are in the made-up units. */
    static List<String> handlers() {
        return IntStream.range(0, 200).mapToObj(seed -> new CaseScript(new SplittableRandom(seed)).handlers().getFirst().id().toString())
                .distinct().toList();
    }
}
