package org.liuhen.server.cases.paper;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a paper shows beside its fields.
 *
 * @param agencyName the agency's full name, printed above the title and beside the issue date
 * @param number the document's number, once it has one
 * @param document its id; the page codes carry the first eight bytes
 * @param version of the document, 1 to {@link PageCode#NUMBER_MAX}
 * @param draft marks every page 草稿
 * @param issuedOn the issue date (成文日期); empty leaves a place for it
 * @param names how people, documents and recordings that fields name by id are printed; an id without a name is printed itself
 */
public record PaperContext(String agencyName, Optional<String> number, UUID document, int version, boolean draft,
        Optional<LocalDate> issuedOn, Map<String, String> names) {

    public PaperContext {
        names = Map.copyOf(names);
    }
}
