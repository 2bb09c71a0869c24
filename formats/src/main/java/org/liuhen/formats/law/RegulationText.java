package org.liuhen.formats.law;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuhen.core.law.ArticleId;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.StrictText;

/**
 * The official words of a regulation (制度原文), split into articles and items. docs/formats.md, section 13. Immutable.
 *
 * <p>A part of an article ({@code SQ-M-12.p2}) is a division of ours and not of the text: its words and its fingerprint are those
 * of the whole article without its items.
 */
public final class RegulationText {

    /** The most bytes an official text may have. */
    public static final int BYTES_MAX = 1024 * 1024;

    private static final int FINGERPRINT_BYTES = 4;

    private final Map<ArticleId, String> words;

    private RegulationText(Map<ArticleId, String> words) {
        this.words = Collections.unmodifiableMap(words);
    }

    /**
     * What a text adds to a register, lacks and words otherwise.
     *
     * @param added in the text, not registered
     * @param missing registered, not in the text
     * @param changed in both, with another fingerprint
     */
    public record Comparison(List<ArticleId> added, List<ArticleId> missing, List<ArticleId> changed) {
        public Comparison {
            added = List.copyOf(added);
            missing = List.copyOf(missing);
            changed = List.copyOf(changed);
        }

        /** Whether there is nothing to be read again. */
        public boolean same() {
            return added.isEmpty() && missing.isEmpty() && changed.isEmpty();
        }
    }

    /**
     * Splits the file of one agency's official text.
     *
     * @param file UTF-8
     * @param regulations that it holds, in any order; each title stands once on lines of its own
     * @throws Malformed if it does not fit: what is wrong, in which line, in Chinese and English
     */
    public static RegulationText read(byte[] file, List<Regulation> regulations) {
        var text = StrictText.utf8(file, BYTES_MAX, "制度原文 / the official text");
        var words = new LinkedHashMap<ArticleId, String>();
        for (var section : TextSections.of(text, regulations)) {
            switch (section.regulation().form()) {
                case ARTICLES -> new ArticleLines(section.regulation().text()).split(section.lines(), words);
                case LIST -> ListRows.split(section, words);
                case NOTICE -> words.put(
                        new ArticleId(section.regulation().text() + "-0"), TextLine.joined(section.lines()));
            }
        }
        return new RegulationText(words);
    }

    /** Articles and items in the order of the text, each with its normalised words. */
    public Map<ArticleId, String> words() {
        return words;
    }

    /** The fingerprint of an article, an item or a part; empty if the text has none of that number. */
    public Optional<String> fingerprint(ArticleId id) {
        return Optional.ofNullable(words.get(printed(id))).map(RegulationText::fingerprint);
    }

    /** What is to be read again. */
    public Comparison compare(List<Regulation> regulations) {
        var left = new LinkedHashSet<>(words.keySet());
        var missing = new ArrayList<ArticleId>();
        var changed = new ArrayList<ArticleId>();
        for (var regulation : regulations) {
            for (var article : regulation.articles()) {
                left.remove(printed(article.id()));
                var found = fingerprint(article.id());
                if (found.isEmpty()) {
                    missing.add(article.id());
                } else if (!found.get().equals(article.fingerprint())) {
                    changed.add(article.id());
                }
            }
        }
        return new Comparison(List.copyOf(left), missing, changed);
    }

    /** The article or item that is printed under a number of its own: parts are not. */
    private static ArticleId printed(ArticleId id) {
        return id.value().contains(".p") ? RegulationReader.whole(id) : id;
    }

    private static String fingerprint(String words) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(words.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
