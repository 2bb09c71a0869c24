package org.liuhen.formats.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuhen.core.law.Answer;
import org.liuhen.core.law.ArticleId;
import org.liuhen.core.law.Element;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Value;
import org.liuhen.core.values.AgencyCode;

/** What the register says of the profiles is so, and the other way round. */
class RegisterAndProfilesTest {

    private static final ArticleRegister REGISTER = ArticleRegister.shipped();

    @Test
    void every_key_of_an_article_is_known_and_not_later_than_the_article() {
        var wrong = new ArrayList<String>();
        for (var regulation : REGISTER.regulations()) {
            for (var article : regulation.articles()) {
                var keys = article.keys().stream().map(key -> Keys.shipped().get(key)).toList();
                if (keys.stream().anyMatch(key -> key.isEmpty())) wrong.add(article.id() + " has an unknown key");
                var all = keys.stream().allMatch(key -> key.isPresent() && key.get().later().isPresent());
                var none = keys.stream().allMatch(key -> key.isPresent() && key.get().later().isEmpty());
                switch (article.status()) {
                    case ENCODED -> {
                        if (all) wrong.add(article.id() + " is encoded, and all its keys come later");
                    }
                    case LATER -> {
                        if (none && !keys.isEmpty()) wrong.add(article.id() + " comes later, and all its keys are there");
                    }
                    case PARTIAL, PROCEDURAL, ORGANISATIONAL -> {}
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SQ", "CL", "LX", "WD", "AJ"})
    void what_a_profile_cites_names_the_key_in_the_register(String agency) {
        var wrong = new ArrayList<String>();
        Profile.of(new AgencyCode(agency)).entries().forEach((key, entries) -> {
            for (var entry : entries) {
                for (var id : cited(entry.entry().answer())) {
                    if (!names(id, key)) wrong.add(id + " is cited for " + key);
                }
                entry.fingerprints().forEach((id, print) -> {
                    var registered = REGISTER.article(id).map(RegisteredArticle::fingerprint);
                    if (!registered.equals(Optional.of(print))) wrong.add(key + " was read from other words of " + id);
                });
            }
        });
        assertEquals(List.of(), wrong);
    }

    private static boolean names(ArticleId id, Key key) {
        return REGISTER.article(id).map(article -> article.keys().contains(key)).orElse(false);
    }

    private static Set<ArticleId> cited(Answer answer) {
        var cited = new LinkedHashSet<ArticleId>();
        switch (answer) {
            case Answer.Stated(var articles, var value) -> {
                cited.addAll(articles);
                if (value instanceof Value.Elements(var elements)) elements.stream().map(Element::article).forEach(cited::add);
            }
            case Answer.NotStated(var article) -> article.ifPresent(cited::add);
            case Answer.Default(var articles, _) -> cited.addAll(articles);
        }
        return cited;
    }
}
