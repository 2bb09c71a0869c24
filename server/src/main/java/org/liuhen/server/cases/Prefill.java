package org.liuhen.server.cases;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.liuhen.core.cases.CaseDocument;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.Party;
import org.liuhen.core.cases.documents.FieldSource;
import org.liuhen.core.cases.documents.FieldValue;
import org.liuhen.core.cases.documents.Template;
import org.liuhen.core.cases.documents.TemplateId;
import org.liuhen.core.values.Officer;
import org.liuhen.server.agencies.Registrar;

/** What a new draft begins with: what the case, its agency and its final documents know already. */
final class Prefill {

    private final CaseStreams.Loaded loaded;
    private final Begun begun;
    private final Agency agency;
    private final boolean handler;

    /** What the paper says of the agency. */
    record Agency(String name, Optional<String> superior, String unit) {}

    /** @param handler whether the reader handles the case: nobody else is given numbers of identity documents */
    Prefill(CaseStreams.Loaded loaded, Agency agency, boolean handler) {
        this.loaded = loaded;
        this.begun = loaded.begun();
        this.agency = agency;
        this.handler = handler;
    }

    /** Field → value, for the fields whose source knows something. */
    Map<String, FieldValue> values(Template template) {
        var values = new LinkedHashMap<String, FieldValue>();
        for (var field : template.fields()) {
            field.from().flatMap(this::value).ifPresent(value -> values.put(field.name(), value));
        }
        return values;
    }

    private Optional<FieldValue> value(FieldSource source) {
        return switch (source) {
            case FieldSource.OfDocument(var template, var field) -> lastFinal(template).map(document -> document.values().get(field));
            case FieldSource.Known known -> known(known);
        };
    }

    private Optional<CaseDocument> lastFinal(TemplateId template) {
        return begun.documents().values().stream().filter(document -> document.isFinal() && document.form().template().equals(template))
                .reduce((_, later) -> later);
    }

    private Optional<FieldValue> known(FieldSource.Known known) {
        var life = begun.life();
        return switch (known) {
            case CASE_NUMBER -> CaseView.number(loaded).map(FieldValue.Text::new);
            case CASE_SUBJECT -> Optional.of(new FieldValue.Text(life.opened().subject()));
            case CASE_SOURCE -> life.source().map(source -> new FieldValue.Text(source.otherKind().orElse(Labels.of(source.kind()).zh())));
            case CASE_OPENED_ON -> Optional.of(new FieldValue.Day(LocalDate.ofInstant(life.opened().at(), Registrar.ZONE)));
            case CASE_PLACE -> Optional.empty(); // no event of the case says one; another document may
            case CASE_HANDLERS -> Optional.of(new FieldValue.Officers(life.handlers().stream().map(Officer::id).toList()));
            case CASE_RECORDINGS -> Optional.of(begun.process().recordings().keySet()).filter(all -> !all.isEmpty())
                    .map(all -> new FieldValue.Refs(all.stream().map(id -> id.value().toString()).toList()));
            case PARTY_NAME -> party(party -> Optional.of(party.name()));
            case PARTY_KIND -> party(party -> Optional.of(Labels.of(party.kind()).zh()));
            case PARTY_ID_NUMBER -> handler ? party(Party::identityNumber) : Optional.empty();
            case PARTY_REPRESENTATIVE -> party(Party::representative);
            case PARTY_ADDRESS -> party(Party::address);
            case PARTY_PHONE -> party(Party::phone);
            case AGENCY_NAME -> Optional.of(new FieldValue.Text(agency.name()));
            case UNIT_NAME -> Optional.of(new FieldValue.Text(agency.unit()));
            case SUPERIOR_AGENCY -> agency.superior().map(FieldValue.Text::new);
            case OFFICER_COUNT -> Optional.of(new FieldValue.Whole(life.handlers().size()));
        };
    }

    /** Of several parties the first that was named. */
    private Optional<FieldValue> party(Function<Party, Optional<String>> what) {
        return begun.life().parties().values().stream().findFirst().flatMap(what).filter(text -> !text.isBlank()).map(FieldValue.Text::new);
    }
}
