package org.liuhen.server.http;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/**
 * A refusal as the person or program asking receives it: RFC 9457, in Chinese and English, with what to do next.
 * Thrown by endpoints; nothing was written unless the endpoint says so. Immutable: each method gives a new one.
 */
public final class Problem extends RuntimeException {

    /** A checksum that the sent bytes do not have; the tus protocol's own number. */
    public static final HttpStatusCode CHECKSUM_MISMATCH = HttpStatusCode.valueOf(460);

    private static final String RETRY_AFTER_SECONDS = "retryAfterSeconds";

    private final transient Content content;

    private record Content(
            HttpStatusCode status, String code, Bilingual title, Optional<Bilingual> detail, Optional<Bilingual> next, Map<String, Object> more) {}

    private Problem(Content content) {
        super(content.code + ": " + content.detail.orElse(content.title).en());
        this.content = content;
    }

    /** A problem with its name; {@code code} is stable for programs, the titles are for people. */
    public static Problem of(HttpStatusCode status, String code, String zh, String en) {
        return new Problem(new Content(status, code, new Bilingual(zh, en), Optional.empty(), Optional.empty(), Map.of()));
    }

    /** What was not found; also the answer for what the caller may not know to exist. */
    public static Problem notFound(String zh, String en) {
        return of(HttpStatus.NOT_FOUND, "not-found", zh, en);
    }

    /** A request that cannot be understood, and why. */
    public static Problem badRequest(String code, String zh, String en) {
        return of(HttpStatus.BAD_REQUEST, code, zh, en);
    }

    /** A refusal of the domain, in its own words. */
    public static Problem refused(HttpStatusCode status, Refusal refusal) {
        return new Problem(new Content(status, refusal.code(), refusal.what(), Optional.empty(), Optional.of(refusal.next()), Map.of()));
    }

    /** The same with the particulars of this case. */
    public Problem because(String zh, String en) {
        return new Problem(new Content(content.status, content.code, content.title, Optional.of(new Bilingual(zh, en)), content.next, content.more));
    }

    /** The same, told of one thing among several: its name stands before the title. */
    public Problem about(String zh, String en) {
        var title = new Bilingual(zh + "：" + content.title.zh(), en + ": " + content.title.en());
        return new Problem(new Content(content.status, content.code, title, content.detail, content.next, content.more));
    }

    /** The same with what to do next. */
    public Problem next(String zh, String en) {
        return new Problem(new Content(content.status, content.code, content.title, content.detail, Optional.of(new Bilingual(zh, en)), content.more));
    }

    /** The same with one more member for programs. */
    public Problem with(String member, Object value) {
        var more = new LinkedHashMap<>(content.more);
        more.put(member, value);
        return new Problem(new Content(content.status, content.code, content.title, content.detail, content.next, more));
    }

    /** The same with the time after which asking again makes sense. */
    public Problem retryAfter(Duration wait) {
        return with(RETRY_AFTER_SECONDS, Math.max(1, wait.toSeconds()));
    }

    /** When asking again makes sense. */
    public Optional<Duration> retryAfter() {
        return content.more.get(RETRY_AFTER_SECONDS) instanceof Long seconds ? Optional.of(Duration.ofSeconds(seconds)) : Optional.empty();
    }

    /** The number of the answer. */
    public HttpStatusCode status() {
        return content.status;
    }

    /** The stable name. */
    public String code() {
        return content.code;
    }

    /** In a few words. */
    public Bilingual title() {
        return content.title;
    }

    /** What to do next. */
    public Optional<Bilingual> next() {
        return content.next;
    }

    /** What is sent. */
    public ProblemDetail body() {
        var body = ProblemDetail.forStatus(content.status);
        body.setType(URI.create("urn:liuhen:problem:" + content.code));
        body.setTitle(content.title.zh());
        body.setProperty("code", content.code);
        body.setProperty("titleEn", content.title.en());
        put(body, content.detail.orElse(null));
        content.next.ifPresent(next -> {
            body.setProperty("next", next.zh());
            body.setProperty("nextEn", next.en());
        });
        content.more.forEach(body::setProperty);
        return body;
    }

    private static void put(ProblemDetail body, @Nullable Bilingual detail) {
        if (detail == null) return;
        body.setDetail(detail.zh());
        body.setProperty("detailEn", detail.en());
    }
}
