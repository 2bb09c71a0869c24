package org.liuhen.server.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.liuhen.core.agencies.AgencyEvent.UnitRegistered;
import org.liuhen.core.agencies.UnitKind;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.UnitCode;

/** Small events for tests of machinery, which does not look into them. */
public final class TestEvents {

    private TestEvents() {}

    public static Event unit(String code) {
        return new UnitRegistered(new UnitCode(code), "执法一股 " + code, UnitKind.SECTION);
    }

    public static Submission to(String agency, UUID command, StreamAppend... appends) {
        return new Submission(
                agency, command, Actor.system("test"), Instant.parse("2026-03-02T07:04:00.123Z"), Duration.ofSeconds(2),
                        List.of(appends));
    }

    public static Submission one(String agency, UUID stream, long expected, Event... events) {
        return to(agency, UUID.randomUUID(), new StreamAppend(stream, expected, List.of(events)));
    }
}
