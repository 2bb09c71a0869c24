package org.liuhen.core.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The law of one day: one answer to each key. A question of the wrong type, or for a key that law/keys.yaml does not have, is a
 * mistake of the program: {@link IllegalArgumentException}. A default comes with {@link Authority.ProductDefault}.
 */
public final class Rules {

    private final Map<Key, Answer> answers;

    Rules(Map<Key, Answer> answers) {
        this.answers = Map.copyOf(answers);
    }

    /** What is said. */
    public Answer answer(Key key) {
        var answer = answers.get(key);
        if (answer == null) throw new IllegalArgumentException("law/keys.yaml has no key " + key);
        return answer;
    }

    /** Whether law/keys.yaml has a key of that name. */
    public boolean knows(String name) {
        return answers.keySet().stream().anyMatch(key -> key.value().equals(name));
    }

    /** Whether it is demanded; false where nothing is said. */
    public boolean flag(Key key) {
        return flagCited(key).map(Cited::value).orElse(false);
    }

    /** Yes or no, where something is said. */
    public Optional<Cited<Boolean>> flagCited(Key key) {
        return cited(key, Value.Flag.class).map(cited -> new Cited<>(cited.value().set(), cited.authority()));
    }

    /** A number. */
    public Optional<Cited<Integer>> count(Key key) {
        return cited(key, Value.Count.class).map(cited -> new Cited<>(cited.value().number(), cited.authority()));
    }

    /** Numbers by case. */
    public Optional<Cited<Map<String, Integer>>> counts(Key key) {
        return cited(key, Value.Counts.class).map(cited -> new Cited<>(cited.value().numbers(), cited.authority()));
    }

    /** One word; also of a limit or a day that is a word ({@code sameAsCase}, {@code dayOfIssue}). */
    public Optional<Cited<String>> word(Key key) {
        return cited(key, Value.Word.class).map(cited -> new Cited<>(cited.value().word(), cited.authority()));
    }

    /** Several words, or several texts. */
    public Optional<Cited<List<String>>> words(Key key) {
        return cited(key, Value.Words.class).map(cited -> new Cited<>(cited.value().words(), cited.authority()));
    }

    /** A list that several articles build up, each element with its own; empty where nothing is said. */
    public List<Element> elements(Key key) {
        return cited(key, Value.Elements.class).map(cited -> cited.value().elements()).orElse(List.of());
    }

    /** How soon; empty where nothing is said or where it is a word. */
    public Optional<Cited<Limit>> limit(Key key) {
        return cited(key, Value.Time.class).map(cited -> new Cited<>(cited.value().limit(), cited.authority()));
    }

    /** A day; empty where nothing is said or where it is a word. */
    public Optional<Cited<LocalDate>> day(Key key) {
        return cited(key, Value.Day.class).map(cited -> new Cited<>(cited.value().day(), cited.authority()));
    }

    /** A free text. */
    public Optional<Cited<String>> text(Key key) {
        return cited(key, Value.Text.class).map(cited -> new Cited<>(cited.value().text(), cited.authority()));
    }

    /** The first article that states the key or demands a value without giving one; the product where the value is a default. */
    public Optional<Authority> authority(Key key) {
        return switch (answer(key)) {
            case Answer.Stated stated -> Optional.of(new Authority.Article(stated.articles().getFirst()));
            case Answer.NotStated(var article) -> article.map(Authority.Article::new);
            case Answer.Default _ -> Optional.of(new Authority.ProductDefault());
        };
    }

    private <V extends Value> Optional<Cited<V>> cited(Key key, Class<V> type) {
        return switch (answer(key)) {
            case Answer.Stated(var articles, var value) -> typed(key, type, value)
                    .map(found -> new Cited<>(found, new Authority.Article(articles.getFirst())));
            case Answer.Default(_, var value) -> typed(key, type, value)
                    .map(found -> new Cited<>(found, new Authority.ProductDefault()));
            case Answer.NotStated _ -> Optional.empty();
        };
    }

    private static <V extends Value> Optional<V> typed(Key key, Class<V> type, Value value) {
        if (type.isInstance(value)) return Optional.of(type.cast(value));
        // a limit or a day may be a word instead of a number, and then it is the one and not the other
        if (value instanceof Value.Word && (type == Value.Time.class || type == Value.Day.class)) return Optional.empty();
        if (type == Value.Word.class && (value instanceof Value.Time || value instanceof Value.Day)) return Optional.empty();
        throw new IllegalArgumentException(key + " is " + value + ", not a " + type.getSimpleName());
    }
}
