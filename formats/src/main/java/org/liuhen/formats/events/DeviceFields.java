package org.liuhen.formats.events;

import org.liuhen.core.devices.DeviceEvent.DeviceRegistered;
import org.liuhen.core.devices.DeviceEvent.FailedFile;
import org.liuhen.core.devices.DeviceEvent.HandInBalanced;
import org.liuhen.core.devices.DeviceEvent.HandInOpened;
import org.liuhen.core.devices.DeviceEvent;
import org.liuhen.core.devices.DeviceKind;
import org.liuhen.core.devices.DeviceLifeEvent;
import org.liuhen.core.devices.HandInSource;
import org.liuhen.core.values.DeviceId;
import org.liuhen.core.values.DeviceNumber;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.HandInId;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.UnitCode;
import org.liuhen.formats.json.FieldsReader;
import org.liuhen.formats.json.FieldsWriter;
import org.liuhen.formats.json.Json;
import org.liuhen.formats.json.Records;

/** Fields of a device's events. */
final class DeviceFields {

    private DeviceFields() {}

    static Json.Fields write(DeviceEvent event) {
        var out = new FieldsWriter();
        return switch (event) {
            case DeviceRegistered e -> out.put("device", e.device().value())
                    .put("number", e.number().value())
                    .put("kind", e.kind().word())
                    .put("unit", e.unit().value())
                    .maybe("officer", e.officer().map(PersonId::toString))
                    .maybe("serial", e.serial())
                    .maybe("model", e.model())
                    .end();
            case HandInOpened e -> out.put("handIn", e.handIn().value())
                    .put("source", e.source().word())
                    .put("files", e.files())
                    .put("bytes", e.bytes())
                    .put("listing", e.listing())
                    .maybe("clock", e.clock(), Clocks::write)
                    .end();
            case HandInBalanced e -> out.put("handIn", e.handIn().value())
                    .put("camera", e.camera())
                    .put("stored", e.stored())
                    .put("failed", e.failed())
                    .put("failures", e.failures(), failure -> new FieldsWriter()
                            .put("path", failure.path())
                            .put("reason", failure.reason())
                            .end())
                    .end();
            case DeviceEvent.FileNumbersCompared e -> Records.write(e);
            case DeviceEvent.FoundAtIntake e -> Records.write(e);
            case DeviceLifeEvent e -> Records.write((Record) e);
        };
    }

    static DeviceRegistered deviceRegistered(FieldsReader in) {
        return new DeviceRegistered(
                new DeviceId(in.id("device")),
                in.text("number", DeviceNumber::new),
                in.word("kind", DeviceKind.values(), DeviceKind::word),
                in.text("unit", UnitCode::new),
                in.maybe("officer", name -> new PersonId(in.id(name))),
                in.maybe("serial", in::text),
                in.maybe("model", in::text));
    }

    static HandInOpened handInOpened(FieldsReader in) {
        return new HandInOpened(
                new HandInId(in.id("handIn")),
                in.word("source", HandInSource.values(), HandInSource::word),
                in.count("files"),
                in.count("bytes"),
                in.digest("listing", Digest.Algorithm.SHA256),
                in.maybe("clock", name -> in.object(name, Clocks::read)));
    }

    static HandInBalanced handInBalanced(FieldsReader in) {
        return new HandInBalanced(
                new HandInId(in.id("handIn")),
                in.count("camera"),
                in.count("stored"),
                in.count("failed"),
                in.objects("failures", failure -> new FailedFile(failure.text("path"), failure.text("reason"))));
    }
}
