package org.liuhen.core.cases.documents;

import java.util.Arrays;
import java.util.Optional;

/** Where a field is filled in from when a draft is opened. The person may change what stands there. */
public sealed interface FieldSource {

    /** What the case, its agency and the draft itself know. */
    enum Known implements FieldSource {
        CASE_NUMBER("case.number"),
        CASE_SUBJECT("case.subject"),
        CASE_SOURCE("case.source"),
        CASE_OPENED_ON("case.openedOn"),
        CASE_PLACE("case.place"),
        CASE_HANDLERS("case.handlers"),
        CASE_RECORDINGS("case.recordings"),
        PARTY_NAME("case.party.name"),
        PARTY_KIND("case.party.kind"),
        PARTY_ID_NUMBER("case.party.idNumber"),
        PARTY_REPRESENTATIVE("case.party.representative"),
        PARTY_ADDRESS("case.party.address"),
        PARTY_PHONE("case.party.phone"),
        AGENCY_NAME("agency.name"),
        UNIT_NAME("agency.unit.name"),
        SUPERIOR_AGENCY("agency.superior"),
        /** How many officers the field {@code officers} of the same document names. */
        OFFICER_COUNT("own.officers.count");

        private final String word;

        Known(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /** The field of the last final document of that template in the case. */
    record OfDocument(TemplateId template, String field) implements FieldSource {
        @Override
        public String word() {
            return PREFIX + template + "." + field;
        }
    }

    /** What stands before the id of another template. */
    String PREFIX = "document.";

    /** The word in files. */
    String word();

    /**
     * Reads a word.
     *
     * @throws IllegalArgumentException if there is no such source
     */
    static FieldSource of(String word) {
        return Arrays.stream(Known.values())
                .filter(known -> known.word().equals(word))
                .<FieldSource>map(known -> known)
                .findFirst()
                .or(() -> ofDocument(word))
                .orElseThrow(() -> new IllegalArgumentException("no such source: " + word));
    }

    private static Optional<FieldSource> ofDocument(String word) {
        var dot = word.lastIndexOf('.');
        if (!word.startsWith(PREFIX) || dot <= PREFIX.length()) return Optional.empty();
        return Optional.of(new OfDocument(new TemplateId(word.substring(PREFIX.length(), dot)), word.substring(dot + 1)));
    }
}
