package org.liuhen.core.cases.documents;

import java.util.List;
import org.liuhen.core.values.Bilingual;

/** What a field holds. Each takes one kind of {@link FieldValue}. */
public sealed interface FieldType {

    /** One line, as a {@link FieldValue.Text}. */
    record Text() implements FieldType {}

    /** Paragraphs, as a {@link FieldValue.Text}. */
    record LongText() implements FieldType {}

    /** A moment, shown in the agency's zone to the minute. */
    record Time() implements FieldType {}

    record Day() implements FieldType {}

    /** A whole number, not negative. */
    record Whole() implements FieldType {}

    /** Yuan. */
    record Money() implements FieldType {}

    /**
     * Words of a closed list.
     *
     * @param many whether more than one may be chosen
     */
    record Choice(List<Option> options, boolean many) implements FieldType {
        public Choice {
            options = List.copyOf(options);
            if (options.size() < 2) throw new IllegalArgumentException("a choice has at least two words");
            if (options.stream().map(Option::word).distinct().count() != options.size()) {
                throw new IllegalArgumentException("a word stands twice in a choice");
            }
        }

        boolean has(String word) {
            return options.stream().anyMatch(option -> option.word().equals(word));
        }
    }

    /** One person of the register. */
    record Person() implements FieldType {}

    /** People of the register who act as enforcement officers; names, certificates and their validity are copied at that moment. */
    record Officers() implements FieldType {}

    /** A document of the same case, as one {@link FieldValue.Refs}. */
    record Document() implements FieldType {}

    /** Documents of the same case. */
    record Documents() implements FieldType {}

    /** A table; every row has the columns. */
    record Items(List<TemplateField> columns) implements FieldType {
        public Items {
            columns = List.copyOf(columns);
            if (columns.isEmpty()) throw new IllegalArgumentException("a table has at least one column");
            for (var column : columns) {
                if (!fitsCell(column.type())) throw new IllegalArgumentException("no column can hold " + column.type());
            }
            if (columns.stream().map(TemplateField::name).distinct().count() != columns.size()) {
                throw new IllegalArgumentException("two columns have one name");
            }
        }

        private static boolean fitsCell(FieldType type) {
            return switch (type) {
                case Text _, LongText _, Time _, Day _, Whole _, Money _, Choice _, YesNo _ -> true;
                case Person _, Officers _, Document _, Documents _, Items _, Dialogue _, Articles _, Recordings _ -> false;
            };
        }
    }

    /** 问答: questions and answers in their order. */
    record Dialogue() implements FieldType {}

    /** Provisions that are applied (法律条款), one a line, as {@link FieldValue.Refs}. */
    record Articles() implements FieldType {}

    record YesNo() implements FieldType {}

    /** Recordings that are filed to the case. */
    record Recordings() implements FieldType {}

    /**
     * One word of a choice.
     *
     * @param word in files
     * @param title on the screen and on paper
     */
    record Option(String word, Bilingual title) {}
}
