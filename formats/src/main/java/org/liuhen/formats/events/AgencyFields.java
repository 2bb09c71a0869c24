package org.liuhen.formats.events;

import org.liuhen.core.agencies.AgencyEvent;
import org.liuhen.core.agencies.AgencyEvent.AgencyRegistered;
import org.liuhen.core.agencies.AgencyEvent.LedgerKeyAdopted;
import org.liuhen.core.agencies.AgencyEvent.OriginOpened;
import org.liuhen.core.agencies.AgencyEvent.PersonRegistered;
import org.liuhen.core.agencies.AgencyEvent.RoleGranted;
import org.liuhen.core.agencies.AgencyEvent.StationRegistered;
import org.liuhen.core.agencies.AgencyEvent.UnitRegistered;
import org.liuhen.core.agencies.ClosedLog;
import org.liuhen.core.agencies.KeyReason;
import org.liuhen.core.agencies.UnitKind;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Role;
import org.liuhen.core.values.StationId;
import org.liuhen.core.values.UnitCode;
import org.liuhen.formats.json.FieldsReader;
import org.liuhen.formats.json.FieldsWriter;
import org.liuhen.formats.json.Json;

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
            case LedgerKeyAdopted e -> out.put("keys", e.keys(), Json.Text::new)
                    .put("reason", e.reason().word())
                    .put("from", e.from())
                    .end();
            case OriginOpened e -> out.put("origin", e.origin())
                    .put("closed", e.closed(), AgencyFields::write)
                    .put("ground", e.ground())
                    .put("openedBy", e.openedBy())
                    .end();
        };
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

    static LedgerKeyAdopted ledgerKeyAdopted(FieldsReader in) {
        return new LedgerKeyAdopted(in.texts("keys"), in.word("reason", KeyReason.values(), KeyReason::word), in.instant("from"));
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
