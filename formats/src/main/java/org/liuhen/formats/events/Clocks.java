package org.liuhen.formats.events;

import java.time.Duration;
import org.liuhen.core.values.DeviceClock;
import org.liuhen.formats.json.FieldsReader;
import org.liuhen.formats.json.FieldsWriter;
import org.liuhen.formats.json.Json;

/** The reading of a device's clock as it stands in events and in requests: docs/formats.md, section 2.5. */
public final class Clocks {

    private Clocks() {}

    /** The object. */
    public static Json.Fields write(DeviceClock clock) {
        return new FieldsWriter()
                .put("measuredAt", clock.measuredAt())
                .put("offsetMillis", clock.offset())
                .put("uncertaintyMillis", clock.uncertainty())
                .end();
    }

    /** The reading; to be called by {@link FieldsReader#object(String, java.util.function.Function)}. */
    public static DeviceClock read(FieldsReader in) {
        return new DeviceClock(in.instant("measuredAt"), Duration.ofMillis(in.number("offsetMillis")),
                in.millis("uncertaintyMillis"));
    }
}
