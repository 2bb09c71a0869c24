package org.liuhen.core.cases.documents;

import org.liuhen.core.values.DocumentId;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.UnitCode;

/** Events of one number series. docs/formats.md, section "Number series". */
public sealed interface NumberEvent extends Event {

    /** The next number went to a document. */
    record NumberTaken(long number, DocumentId document) implements NumberEvent {}

    /** A number that a document had counts no more (作废). It stays in the series and is never given again. */
    record NumberVoided(long number, String reason, PersonId by) implements NumberEvent {}

    /** 空白文书领用: numbered blanks were handed out, for use without network. Both ends included. */
    record BlanksIssued(long first, long last, UnitCode unit, PersonId to) implements NumberEvent {}

    /** What was written on a blank was entered as this document. */
    record BlankUsed(long number, DocumentId document) implements NumberEvent {}

    /** A blank was spoiled, lost or handed back. It is never used. */
    record BlankVoided(long number, String reason) implements NumberEvent {}
}
