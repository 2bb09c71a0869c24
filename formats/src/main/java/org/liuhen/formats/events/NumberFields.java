package org.liuhen.formats.events;

import org.liuhen.core.cases.documents.NumberEvent;
import org.liuhen.core.cases.documents.NumberEvent.BlankUsed;
import org.liuhen.core.cases.documents.NumberEvent.BlankVoided;
import org.liuhen.core.cases.documents.NumberEvent.BlanksIssued;
import org.liuhen.core.cases.documents.NumberEvent.NumberTaken;
import org.liuhen.core.cases.documents.NumberEvent.NumberVoided;
import org.liuhen.core.values.DocumentId;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.UnitCode;
import org.liuhen.formats.json.FieldsReader;
import org.liuhen.formats.json.FieldsWriter;
import org.liuhen.formats.json.Json;

/** Fields of a number series' events. */
final class NumberFields {

    private NumberFields() {}

    static Json.Fields write(NumberEvent event) {
        var out = new FieldsWriter();
        return switch (event) {
            case NumberTaken e -> out.put("number", e.number()).put("document", e.document().value()).end();
            case NumberVoided e -> out.put("number", e.number()).put("reason", e.reason()).put("by", e.by().value()).end();
            case BlanksIssued e -> out.put("first", e.first())
                    .put("last", e.last())
                    .put("unit", e.unit().value())
                    .put("to", e.to().value())
                    .end();
            case BlankUsed e -> out.put("number", e.number()).put("document", e.document().value()).end();
            case BlankVoided e -> out.put("number", e.number()).put("reason", e.reason()).end();
        };
    }

    static NumberTaken numberTaken(FieldsReader in) {
        return new NumberTaken(in.count("number"), new DocumentId(in.id("document")));
    }

    static NumberVoided numberVoided(FieldsReader in) {
        return new NumberVoided(in.count("number"), in.text("reason"), new PersonId(in.id("by")));
    }

    static BlanksIssued blanksIssued(FieldsReader in) {
        return new BlanksIssued(in.count("first"), in.count("last"), in.text("unit", UnitCode::new), new PersonId(in.id("to")));
    }

    static BlankUsed blankUsed(FieldsReader in) {
        return new BlankUsed(in.count("number"), new DocumentId(in.id("document")));
    }

    static BlankVoided blankVoided(FieldsReader in) {
        return new BlankVoided(in.count("number"), in.text("reason"));
    }
}
