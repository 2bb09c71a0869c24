package org.liuhen.formats.law;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liuhen.core.values.AgencyCode;

/** The register against the official texts, no part of the project: they lie beside its folder, or tests are skipped. */
class SeedsTest {

    private static final Path SEEDS = Path.of("..", "..", "shared", "seeds");
    private static final Path SEEDS_OF_A_WORKTREE = Path.of("..", "..", "..", "shared", "seeds");
    private static final int RUN_MAX = 15;

    private static final ArticleRegister REGISTER = ArticleRegister.shipped();

    private static List<Path> seeds = List.of();

    @BeforeAll
    static void official_texts_are_there() throws IOException {
        var folder = Files.isDirectory(SEEDS) ? SEEDS : SEEDS_OF_A_WORKTREE;
        assumeTrue(Files.isDirectory(folder), "没有制度原文，跳过 / the official texts are not beside the project's folder: skipped");
        try (var files = Files.list(folder)) {
            seeds = files.sorted().toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
        SQ, 000, 185
        CL, 001,  64
        LX, 002,  84
        WD, 003,  46
        AJ, 004,  41
        """)
    void each_official_text_is_what_is_registered(String agency, String seed, int articles) throws IOException {
        var regulations = registered(agency);
        assertEquals(articles, regulations.stream().mapToInt(regulation -> regulation.articles().size()).sum());
        var file = seeds.stream().filter(path -> path.getFileName().toString().startsWith(seed)).findFirst().orElseThrow();
        var compared = RegulationText.read(Files.readAllBytes(file), regulations).compare(regulations);
        assertAll(
                () -> assertEquals(List.of(), compared.added()),
                () -> assertEquals(List.of(), compared.missing()),
                () -> assertEquals(List.of(), compared.changed()));
    }

    @Test
    void no_duty_repeats_the_words_of_a_regulation() throws IOException {
        var texts = new ArrayList<String>();
        for (var seed : seeds) texts.add(letters(Files.readString(seed, UTF_8)));
        for (var regulation : REGISTER.regulations()) {
            for (var article : regulation.articles()) {
                Stream.of(article.title(), article.duty().zh()).map(SeedsTest::letters).forEach(duty -> {
                    for (var from = 0; from + RUN_MAX < duty.length(); from++) {
                        var run = duty.substring(from, from + RUN_MAX + 1);
                        assertFalse(texts.stream().anyMatch(text -> text.contains(run)), article.id() + ": " + run);
                    }
                });
            }
        }
    }

    /** Letters and digits alone: a comma does not make a sentence another one. */
    private static String letters(String text) {
        return text.codePoints().filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static List<Regulation> registered(String agency) {
        return REGISTER.of(new AgencyCode(agency));
    }
}
