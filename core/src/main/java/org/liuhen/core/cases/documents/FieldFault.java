package org.liuhen.core.cases.documents;

import org.liuhen.core.values.Bilingual;

/**
 * What is wrong with one field of a document.
 *
 * @param place the field's name; in a table {@code items[2].quantity}, in a dialogue {@code questions[3]}, counted from 1
 * @param problem for programs
 * @param what one sentence for the person: what is wrong and what to do
 */
public record FieldFault(String place, Problem problem, Bilingual what) {

    /** Kinds of fault. */
    public enum Problem {
        /** Mandatory and empty. */
        MISSING("missing"),
        /** The template has no such field or column. */
        UNKNOWN_FIELD("unknown-field"),
        WRONG_TYPE("wrong-type"),
        TOO_LONG("too-long"),
        /** Too many rows, questions, people or references. */
        TOO_MANY("too-many"),
        /** Control characters, characters that turn the direction of writing, halves of characters. */
        BAD_CHARACTER("bad-character"),
        /** Not a word of the choice, or too many of them. */
        BAD_CHOICE("bad-choice"),
        BAD_NUMBER("bad-number"),
        /** Not the id of a document or recording. */
        BAD_REFERENCE("bad-reference"),
        /** The same person, word or reference twice. */
        TWICE("twice");

        private final String word;

        Problem(String word) {
            this.word = word;
        }

        /** The word in files and answers. */
        public String word() {
            return word;
        }
    }
}
