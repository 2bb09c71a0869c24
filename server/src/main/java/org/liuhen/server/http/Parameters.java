package org.liuhen.server.http;

import java.time.DateTimeException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.util.MultiValueMap;

/** The parameters of a list's address: what was asked for, by name. A value that is not understood is a {@link Problem} that names it. */
public final class Parameters {

    private final MultiValueMap<String, String> asked;

    public Parameters(MultiValueMap<String, String> asked) {
        this.asked = asked;
    }

    /** The names that were given. */
    public Set<String> names() {
        return asked.keySet();
    }

    /** The value of that name; empty where it is blank, or nothing that a database can store. */
    public Optional<String> one(String name) {
        return Optional.ofNullable(asked.getFirst(name)).filter(text -> !text.isBlank() && text.indexOf('\0') < 0);
    }

    /** The value of that name, read. @throws Problem if it cannot be */
    public <T> Optional<T> one(String name, Function<String, T> reader) {
        return one(name).map(text -> {
            try {
                return reader.apply(text);
            } catch (DateTimeException | IllegalArgumentException e) {
                throw notUnderstood(name);
            }
        });
    }

    /** A whole number between two others, both included. @throws Problem if it is none */
    public int number(String name, int usual, int least, int most) {
        var number = one(name, Integer::parseInt).orElse(usual);
        if (number < least || number > most) throw notUnderstood(name);
        return number;
    }

    /** What a word of ours stands for. @throws Problem if it is none of them */
    public static String known(Map<String, String> words, String name, String word) {
        var meaning = words.get(word);
        if (meaning == null) throw notUnderstood(name);
        return meaning;
    }

    /** The value of that name is wrong. */
    public static Problem notUnderstood(String name) {
        return Problem.badRequest("parameter-wrong", "查询条件无法理解", "A parameter is not understood")
                .because("参数“" + name + "”的值不正确。", "The value of the parameter \"" + name + "\" is wrong.")
                .next("请更正后重试。", "Correct it and try again.").with("parameter", name);
    }
}
