package org.liuhen.formats.law.cases;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The words of core's closed lists, as files spell them. */
final class Vocabulary {

    private Vocabulary() {}

    /** Word → constant, in their order. */
    static Map<String, Object> words(Class<?> type) {
        var words = new LinkedHashMap<String, Object>();
        for (var constant : type.getEnumConstants()) words.put(word((Enum<?>) constant), constant);
        return words;
    }

    private static String word(Enum<?> constant) {
        try {
            return (String) constant.getDeclaringClass().getMethod("word").invoke(constant);
        } catch (NoSuchMethodException e) {
            return constant.name().toLowerCase(Locale.ROOT); // severities
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(constant + " does not say its word", e);
        }
    }
}
