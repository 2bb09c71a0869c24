package org.liuhen.core.cases.documents;

import org.liuhen.core.values.DocumentId;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.UnitCode;

/** What can be asked of a number series. */
public sealed interface NumberCommand {

    /** The next number for a document that becomes final. */
    record TakeNumber(DocumentId document) implements NumberCommand {}

    /** A document that has this number will not be used. */
    record VoidNumber(long number, String reason, PersonId by) implements NumberCommand {}

    /** The next so many numbers, printed on blanks. */
    record IssueBlanks(long count, UnitCode unit, PersonId to) implements NumberCommand {}

    /** A blank that was filled in by hand is entered. */
    record UseBlank(long number, DocumentId document) implements NumberCommand {}

    /** A blank will not be used. */
    record VoidBlank(long number, String reason) implements NumberCommand {}
}
