package org.liuhen.server.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.liuhen.formats.yaml.YamlValue;

/**
 * What the words of a story stand for: {@code D-20} a day and {@code D-20 09:30} a time so many days ago, {@code H-3} three hours ago,
 * {@code M-90} ninety minutes ago, {@code @name} the id of something in the story, {@code $officer1} somebody of the agency. Everything else
 * stands for itself.
 */
final class StoryWords {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneId.of("UTC"));
    private static final Pattern MOMENT = Pattern.compile("([DHM])([+-]\\d+)(?: (\\d\\d:\\d\\d))?");

    private final String story;
    private final Instant now;
    private final UnaryOperator<String> people;

    /**
     * Words of one story.
     *
     * @param story its name; the ids of two stories never meet
     * @param people the id of somebody by the second half of the username
     */
    StoryWords(String story, Instant now, UnaryOperator<String> people) {
        this.story = story;
        this.now = now.truncatedTo(ChronoUnit.MINUTES);
        this.people = people;
    }

    /** The same id for the same name, in every run. */
    UUID id(String name) {
        return UUID.nameUUIDFromBytes((story + "/" + name).getBytes(StandardCharsets.UTF_8));
    }

    /** As it is sent. */
    String meant(String word) {
        if (word.startsWith("@")) return id(word.substring(1)).toString();
        if (word.startsWith("$")) return people.apply(word.substring(1));
        var moment = MOMENT.matcher(word);
        if (!moment.matches()) return word;
        return moment.group(1).equals("D") && moment.group(3) == null ? day(instant(word)).toString() : MILLIS.format(instant(word));
    }

    /** A moment; of a day its noon. @throws IllegalArgumentException if it is none */
    Instant instant(String word) {
        var moment = MOMENT.matcher(word);
        if (!moment.matches()) throw new IllegalArgumentException("no moment: " + word);
        var many = Long.parseLong(moment.group(2));
        if (moment.group(1).equals("H")) return now.plus(Duration.ofHours(many));
        if (moment.group(1).equals("M")) return now.plus(Duration.ofMinutes(many));
        var clock = moment.group(3) == null ? LocalTime.NOON : LocalTime.parse(moment.group(3));
        return day(now).plusDays(many).atTime(clock).atZone(ZONE).toInstant();
    }

    static String written(Instant at) {
        return MILLIS.format(at);
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }

    /** The body of an act. */
    Object body(YamlValue value) {
        if (value.isList()) return value.list().stream().map(this::body).toList();
        if (value.isObject()) return fields(value);
        var text = value.text();
        return text.equals("true") || text.equals("false") ? (Object) Boolean.valueOf(text) : meant(text);
    }

    Map<String, Object> fields(YamlValue value) {
        var fields = new LinkedHashMap<String, Object>();
        value.object().all().forEach((name, one) -> fields.put(name, body(one)));
        return fields;
    }
}
