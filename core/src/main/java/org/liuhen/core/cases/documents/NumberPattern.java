package org.liuhen.core.cases.documents;

import java.util.List;

/**
 * How an agency writes a document's number (文号): {@code {agency}{word}〔{year}〕{number}号} gives 双市监罚决〔2026〕12号.
 *
 * @param pattern with each of the four places once
 * @param agency the agency's short name (机关代字), 双市监
 */
public record NumberPattern(String pattern, String agency) {

    /** What agencies use who say nothing else. */
    public static final String USUAL = "{agency}{word}〔{year}〕{number}号";

    private static final int MAX = 60;
    private static final List<String> PLACES = List.of("{agency}", "{word}", "{year}", "{number}");

    public NumberPattern {
        var rest = pattern;
        for (var place : PLACES) {
            if (pattern.indexOf(place) < 0 || pattern.indexOf(place) != pattern.lastIndexOf(place)) {
                throw new IllegalArgumentException("a pattern has " + place + " once: " + pattern);
            }
            rest = rest.replace(place, "");
        }
        // digits beside the number would make two numbers look alike
        if (pattern.length() > MAX || rest.chars().anyMatch(c -> c == '{' || c == '}' || Character.isDigit(c) || Character.isISOControl(c))
                || pattern.contains("{year}{number}") || pattern.contains("{number}{year}")) {
            throw new IllegalArgumentException("not a pattern of at most " + MAX + " characters: " + pattern);
        }
        if (agency.isBlank() || agency.length() > 20 || agency.chars().anyMatch(c -> Character.isISOControl(c) || c == '{')) {
            throw new IllegalArgumentException("not the short name of an agency: " + agency);
        }
    }

    /** The number as it stands on paper. */
    public String write(NumberWord word, int year, long number) {
        return pattern
                .replace("{agency}", agency)
                .replace("{word}", word.value())
                .replace("{year}", Integer.toString(year))
                .replace("{number}", Long.toString(number));
    }
}
