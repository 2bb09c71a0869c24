package org.liuhen.core.cases.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.liuhen.core.values.PersonId;

/** What a person entered in a field, as it was entered; {@link Template#check} says what is wrong with it. */
public sealed interface FieldValue {

    record Text(String text) implements FieldValue {}

    record Time(Instant at) implements FieldValue {}

    record Day(LocalDate day) implements FieldValue {}

    record Whole(long number) implements FieldValue {}

    /** Yuan in decimal, for example {@code 5000} or {@code 129.50}. */
    record Money(String yuan) implements FieldValue {}

    /** Words of a choice. */
    record Words(List<String> words) implements FieldValue {
        public Words {
            words = List.copyOf(words);
        }
    }

    record Person(PersonId person) implements FieldValue {}

    record Officers(List<PersonId> people) implements FieldValue {
        public Officers {
            people = List.copyOf(people);
        }
    }

    /** Rows of a table: column → cell. */
    record Rows(List<Map<String, FieldValue>> rows) implements FieldValue {
        public Rows {
            rows = rows.stream().map(Map::copyOf).toList();
        }
    }

    record Dialogue(List<Exchange> exchanges) implements FieldValue {
        public Dialogue {
            exchanges = List.copyOf(exchanges);
        }
    }

    /** 一问一答. */
    record Exchange(String question, String answer) {}

    record YesNo(boolean yes) implements FieldValue {}

    /** Ids of documents or recordings, or provisions in words. */
    record Refs(List<String> refs) implements FieldValue {
        public Refs {
            refs = List.copyOf(refs);
        }
    }
}
