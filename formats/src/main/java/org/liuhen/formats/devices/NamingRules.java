package org.liuhen.formats.devices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liuhen.formats.yaml.YamlValue;

/** How devices name their files (命名规则). docs/formats.md, section 21. The first rule that fits a whole name counts. */
public record NamingRules(List<Rule> rules) {

    /** The most bytes that a file of rules may have. */
    public static final int BYTES_MAX = 64 * 1024;

    private static final String FORMAT = "liuhen-naming-v1";
    private static final int NAME_CHARACTERS_MAX = 255;
    private static final Pattern TOKEN = Pattern.compile("\\{([a-z]+)(?::([^{}]+))?}");
    private static final Pattern RULE_NAME = Pattern.compile("[a-z0-9-]{1,60}");
    private static final String TIME_LETTERS = "yMdHms";

    public NamingRules {
        rules = List.copyOf(rules);
    }

    private static final class Shipped {
        private static final NamingRules RULES = read();

        private static NamingRules read() {
            try (var in = Objects.requireNonNull(NamingRules.class.getResourceAsStream("naming.yaml"), "naming.yaml")) {
                return parse(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Those of this version. */
    public static NamingRules shipped() {
        return Shipped.RULES;
    }

    /**
     * Reads a file of nothing but rules.
     *
     * @throws org.liuhen.formats.Malformed with line and column, in Chinese and English
     */
    public static NamingRules parse(byte[] yaml) {
        var whole = YamlValue.parse(yaml, BYTES_MAX).object();
        whole.get("format").word(new String[] {FORMAT}, word -> word);
        var rules = of(whole.get("naming").list());
        whole.end();
        return rules;
    }

    /**
     * The rules of a list that stands in a file of something else.
     *
     * @throws org.liuhen.formats.Malformed as {@link #parse}
     */
    public static NamingRules of(List<YamlValue> list) {
        return new NamingRules(list.stream().map(value -> {
            var in = value.object();
            var name = in.get("name").text(NamingRules::ruleName);
            var rule = in.get("pattern").text(pattern -> Rule.of(name, pattern));
            in.end();
            return rule;
        }).toList());
    }

    private static String ruleName(String text) {
        if (RULE_NAME.matcher(text).matches()) return text;
        throw new IllegalArgumentException("small letters, digits and - are expected: " + text);
    }

    /** These, and where none of them fits, those. */
    public NamingRules before(NamingRules others) {
        var all = new ArrayList<>(rules);
        all.addAll(others.rules);
        return new NamingRules(all);
    }

    /** What the name tells; empty where no rule fits. */
    public Optional<FileName> read(String name) {
        if (name.length() > NAME_CHARACTERS_MAX) return Optional.empty();
        return rules.stream().flatMap(rule -> rule.read(name).stream()).findFirst();
    }

    /**
     * One convention.
     *
     * @param form the whole name, with a group for each token
     * @param timeLetters the letters of the time's format, one for each of its groups {@code t0}, {@code t1}, …
     */
    public record Rule(String name, Pattern form, String timeLetters) {

        static Rule of(String name, String pattern) {
            var regex = new StringBuilder("(?i)");
            var letters = new StringBuilder();
            var seen = new HashSet<String>();
            var token = TOKEN.matcher(pattern);
            var plain = 0;
            while (token.find()) {
                regex.append(literal(pattern.substring(plain, token.start())));
                var word = token.group(1);
                if (!seen.add(word)) throw new IllegalArgumentException("{" + word + "} stands there twice");
                if ((token.group(2) != null) != word.equals("time")) throw new IllegalArgumentException(
                        "only {time:…} has a format, and it must have one");
                regex.append(switch (word) {
                    case "device" -> "(?<device>[a-z0-9-]{1,64})";
                    case "officer" -> "(?<officer>[a-z0-9]{1,20})";
                    case "sequence" -> "(?<sequence>[0-9]{1,9})";
                    case "letters" -> "[a-z]{1,16}";
                    case "ext" -> "[a-z0-9]{1,8}";
                    case "time" -> time(token.group(2), letters);
                    default -> throw new IllegalArgumentException("unknown token {" + word + "}");
                });
                plain = token.end();
            }
            regex.append(literal(pattern.substring(plain)));
            return new Rule(name, Pattern.compile(regex.toString()), letters.toString());
        }

        private static String literal(String text) {
            if (text.indexOf('{') >= 0 || text.indexOf('}') >= 0) throw new IllegalArgumentException("a brace that is no token: " + text);
            return text.isEmpty() ? "" : Pattern.quote(text);
        }

        /** One group for each run of a letter. */
        private static String time(String format, StringBuilder letters) {
            var regex = new StringBuilder();
            for (var i = 0; i < format.length();) {
                var letter = format.charAt(i);
                var end = i + 1;
                if (TIME_LETTERS.indexOf(letter) < 0) {
                    if (Character.isLetter(letter)) throw new IllegalArgumentException("a time has y, M, d, H, m and s, not " + letter);
                    regex.append(Pattern.quote(String.valueOf(letter)));
                } else {
                    while (end < format.length() && format.charAt(end) == letter) end++;
                    if (letters.indexOf(String.valueOf(letter)) >= 0) throw new IllegalArgumentException(letter + " stands there twice");
                    if (end - i != 2 && !(letter == 'y' && end - i == 4)) throw new IllegalArgumentException(
                            "yyyy or yy, and two of every other letter");
                    regex.append("(?<t").append(letters.length()).append(">[0-9]{").append(end - i).append("})");
                    letters.append(letter);
                }
                i = end;
            }
            for (var needed : "yMdHm".toCharArray()) {
                if (letters.indexOf(String.valueOf(needed)) < 0) throw new IllegalArgumentException("the time lacks " + needed);
            }
            return regex.toString();
        }

        private Optional<FileName> read(String file) {
            var match = form.matcher(file);
            if (!match.matches()) return Optional.empty();
            try {
                var time = timeLetters.isEmpty() ? Optional.<LocalDateTime>empty() : Optional.of(time(match));
                return Optional.of(new FileName(name, group(match, "device"), group(match, "officer"), time,
                        group(match, "sequence").map(Long::valueOf)));
            } catch (DateTimeException noSuchTime) { // digits that mean something else: another rule may fit
                return Optional.empty();
            }
        }

        private Optional<String> group(Matcher match, String group) {
            return form.namedGroups().containsKey(group) ? Optional.of(match.group(group)) : Optional.empty();
        }

        private LocalDateTime time(Matcher match) {
            var year = part(match, 'y');
            var whole = match.group("t" + timeLetters.indexOf('y')).length() == 4 ? year : 2000 + year;
            return LocalDateTime.of(whole, part(match, 'M'), part(match, 'd'), part(match, 'H'), part(match, 'm'),
                    timeLetters.indexOf('s') < 0 ? 0 : part(match, 's'));
        }

        private int part(Matcher match, char letter) {
            return Integer.parseInt(match.group("t" + timeLetters.indexOf(letter)));
        }
    }
}
