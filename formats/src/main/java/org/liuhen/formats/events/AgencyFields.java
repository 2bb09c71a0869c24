package org.liuhen.formats.events;

import org.liuhen.core.agencies.AgencyEvent;
import org.liuhen.core.agencies.AgencyEvent.AgencyRegistered;
import org.liuhen.core.agencies.AgencyEvent.CertificateRegistered;
import org.liuhen.core.agencies.AgencyEvent.Confirmation;
import org.liuhen.core.agencies.AgencyEvent.CustodianNamed;
import org.liuhen.core.agencies.AgencyEvent.DeputyNamed;
import org.liuhen.core.agencies.AgencyEvent.EntrustmentRegistered;
import org.liuhen.core.agencies.AgencyEvent.LedgerKeyAdopted;
import org.liuhen.core.agencies.AgencyEvent.OriginOpened;
import org.liuhen.core.agencies.AgencyEvent.PersonRegistered;
import org.liuhen.core.agencies.AgencyEvent.ProfileAdopted;
import org.liuhen.core.agencies.AgencyEvent.RoleEnded;
import org.liuhen.core.agencies.AgencyEvent.RoleGranted;
import org.liuhen.core.agencies.AgencyEvent.StationRegistered;
import org.liuhen.core.agencies.AgencyEvent.UnitRegistered;
import org.liuhen.core.agencies.ClosedLog;
import org.liuhen.core.agencies.CustodyKind;
import org.liuhen.core.agencies.KeyReason;
import org.liuhen.core.agencies.UnitKind;
import org.liuhen.core.law.Key;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Role;
import org.liuhen.core.values.StationId;
import org.liuhen.core.values.UnitCode;
import org.liuhen.core.values.Workload;
import org.liuhen.formats.json.FieldsReader;
import org.liuhen.formats.json.FieldsWriter;
import org.liuhen.formats.json.Json;
import org.liuhen.formats.json.Times;

/** Fields of the register's events. */
final class AgencyFields {

    private AgencyFields() {}

    static Json.Fields write(AgencyEvent event) {
        var out = new FieldsWriter();
        return switch (event) {
            case AgencyRegistered e -> out.put("code", e.code().value())
                    .put("name", e.name())
                    .maybe("superior", e.superior())
                    .put("origin", e.origin())
                    .end();
            case UnitRegistered e -> out.put("code", e.code().value()).put("name", e.name()).put("kind", e.kind().word()).end();
            case PersonRegistered e -> out.put("person", e.person().value())
                    .put("username", e.username())
                    .put("name", e.name())
                    .maybe("certificate", e.certificate())
                    .maybe("unit", e.unit().map(UnitCode::value))
                    .end();
            case RoleGranted e -> {
                out.put("person", e.person().value()).put("role", e.role().word()).put("from", e.from());
                e.to().ifPresent(day -> out.put("to", day));
                yield out.end();
            }
            case StationRegistered e -> out.put("station", e.station().value())
                    .put("number", e.number())
                    .put("name", e.name())
                    .put("unit", e.unit().value())
                    .end();
            case AgencyEvent.StationKeyRegistered e -> out.put("station", e.station().value()).put("vkey", e.vkey()).end();
            case LedgerKeyAdopted e -> out.put("keys", e.keys(), Json.Text::new)
                    .put("reason", e.reason().word())
                    .put("from", e.from())
                    .end();
            case CertificateRegistered e -> out.put("person", e.person().value())
                    .put("number", e.number())
                    .put("from", e.from())
                    .put("to", e.to())
                    .end();
            case DeputyNamed e -> out.put("person", e.person().value())
                    .put("role", e.role().word())
                    .put("of", e.of().value())
                    .put("from", e.from())
                    .maybe("to", e.to().map(Times::write))
                    .end();
            case RoleEnded e -> out.put("person", e.person().value()).put("role", e.role().word()).put("on", e.on()).end();
            case EntrustmentRegistered e -> out.put("unit", e.unit().value())
                    .put("body", e.body())
                    .put("document", e.document())
                    .put("from", e.from())
                    .put("to", e.to())
                    .end();
            case AgencyEvent.WorkloadClassed e -> out.put("unit", e.unit().value()).put("workload", e.workload().word()).put("from", e.from()).end();
            case AgencyEvent.PhraseGuideIssued e -> out.put("number", e.number())
                    .put("from", e.from())
                    .put("by", e.by().value())
                    .put("phrases", e.phrases(), AgencyFields::phrase)
                    .end();
            case ProfileAdopted e -> out.put("digest", e.digest())
                    .put("from", e.from())
                    .maybe("activation", e.activation().map(Times::write))
                    .put("by", e.by().value())
                    .put("confirmations", e.confirmations(), AgencyFields::write)
                    .end();
            case CustodianNamed e -> out.put("unit", e.unit().value())
                    .put("person", e.person().value())
                    .put("kind", e.kind().word())
                    .maybe("deputy", e.deputy().map(PersonId::toString))
                    .put("from", e.from())
                    .maybe("to", e.to().map(Times::write))
                    .end();
            case OriginOpened e -> out.put("origin", e.origin())
                    .put("closed", e.closed(), AgencyFields::write)
                    .put("ground", e.ground())
                    .put("openedBy", e.openedBy())
                    .end();
        };
    }

    private static Json.Fields write(Confirmation confirmation) {
        return new FieldsWriter().put("key", confirmation.key().value())
                .put("by", confirmation.by().value())
                .put("on", confirmation.on())
                .end();
    }

    private static Json.Fields write(ClosedLog closed) {
        return new FieldsWriter().put("origin", closed.origin())
                .put("size", closed.size())
                .put("root", closed.root())
                .put("checkpoint", closed.checkpoint())
                .put("kept", closed.kept())
                .end();
    }

    static AgencyRegistered agencyRegistered(FieldsReader in) {
        return new AgencyRegistered(in.text("code", AgencyCode::new), in.text("name"), in.maybe("superior", in::text),
                in.text("origin"));
    }

    static UnitRegistered unitRegistered(FieldsReader in) {
        return new UnitRegistered(in.text("code", UnitCode::new), in.text("name"),
                in.word("kind", UnitKind.values(), UnitKind::word));
    }

    static PersonRegistered personRegistered(FieldsReader in) {
        return new PersonRegistered(
                new PersonId(in.id("person")),
                in.text("username"),
                in.text("name"),
                in.maybe("certificate", in::text),
                in.maybe("unit", name -> in.text(name, UnitCode::new)));
    }

    static RoleGranted roleGranted(FieldsReader in) {
        return new RoleGranted(
                new PersonId(in.id("person")), in.word("role", Role.values(), Role::word), in.day("from"),
                        in.maybe("to", in::day));
    }

    static StationRegistered stationRegistered(FieldsReader in) {
        return new StationRegistered(
                new StationId(in.id("station")), in.text("number"), in.text("name"), in.text("unit", UnitCode::new));
    }

    static AgencyEvent.StationKeyRegistered stationKeyRegistered(FieldsReader in) {
        return new AgencyEvent.StationKeyRegistered(new StationId(in.id("station")), in.text("vkey"));
    }

    static LedgerKeyAdopted ledgerKeyAdopted(FieldsReader in) {
        return new LedgerKeyAdopted(in.texts("keys"), in.word("reason", KeyReason.values(), KeyReason::word), in.instant("from"));
    }

    static CertificateRegistered certificateRegistered(FieldsReader in) {
        return new CertificateRegistered(new PersonId(in.id("person")), in.text("number"), in.day("from"), in.day("to"));
    }

    static DeputyNamed deputyNamed(FieldsReader in) {
        return new DeputyNamed(new PersonId(in.id("person")), in.word("role", Role.values(), Role::word), new PersonId(in.id("of")),
                in.day("from"), in.maybe("to", in::day));
    }

    static RoleEnded roleEnded(FieldsReader in) {
        return new RoleEnded(new PersonId(in.id("person")), in.word("role", Role.values(), Role::word), in.day("on"));
    }

    static EntrustmentRegistered entrustmentRegistered(FieldsReader in) {
        return new EntrustmentRegistered(in.text("unit", UnitCode::new), in.text("body"), in.text("document"), in.day("from"),
                in.day("to"));
    }

    static AgencyEvent.WorkloadClassed workloadClassed(FieldsReader in) {
        return new AgencyEvent.WorkloadClassed(in.text("unit", UnitCode::new), in.word("workload", Workload.values(), Workload::word), in.day("from"));
    }

    static AgencyEvent.PhraseGuideIssued phraseGuideIssued(FieldsReader in) {
        return new AgencyEvent.PhraseGuideIssued(in.smallCount("number"), in.day("from"), new PersonId(in.id("by")),
                in.objects("phrases", one -> new AgencyEvent.Phrase(one.text("step"), one.texts("acts"), one.text("text"))));
    }

    private static Json phrase(AgencyEvent.Phrase phrase) {
        return new FieldsWriter().put("step", phrase.step()).put("acts", phrase.acts(), Json.Text::new).put("text", phrase.text())
                .end();
    }

    static ProfileAdopted profileAdopted(FieldsReader in) {
        return new ProfileAdopted(
                in.digest("digest", Digest.Algorithm.SHA256),
                in.day("from"),
                in.maybe("activation", in::day),
                new PersonId(in.id("by")),
                in.objects("confirmations", one -> new Confirmation(one.text("key", Key::new), new PersonId(one.id("by")), one.day("on"))));
    }

    static CustodianNamed custodianNamed(FieldsReader in) {
        return new CustodianNamed(
                in.text("unit", UnitCode::new),
                new PersonId(in.id("person")),
                in.word("kind", CustodyKind.values(), CustodyKind::word),
                in.maybe("deputy", in::id).map(PersonId::new),
                in.day("from"),
                in.maybe("to", in::day));
    }

    static OriginOpened originOpened(FieldsReader in) {
        return new OriginOpened(in.text("origin"), in.objects("closed", AgencyFields::closedLog), in.text("ground"),
                in.text("openedBy"));
    }

    private static ClosedLog closedLog(FieldsReader in) {
        return new ClosedLog(in.text("origin"), in.count("size"), in.text("root"),
                in.digest("checkpoint", Digest.Algorithm.SHA256), in.count("kept"));
    }
}
