package org.liuhen.core.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liuhen.core.cases.TestLaw;
import org.liuhen.core.devices.Quota.Working;
import org.liuhen.core.values.Workload;

/** How many devices a unit should have (SQ-E-6, WD-3.2). */
final class QuotaTest {

    @ParameterizedTest(name = "{0}, {1} officers, {2}: {3} → {4} counted, {5} required, {6} short")
    @CsvSource({
        "SQ,  9, ,      BODY_CAMERA 3,                   3, 3, 0",
        "SQ, 10, ,      BODY_CAMERA 3,                   3, 4, 1",
        "SQ, 10, ,      BODY_CAMERA 3 PHONE 1 CAMERA 9,  4, 4, 0",
        "SQ,  0, ,      BODY_CAMERA 0,                   0, 0, 0",
        "WD,  3, HEAVY, BODY_CAMERA 1,                   1, 2, 1",
        "WD,  7, HEAVY, BODY_CAMERA 2 CAMERA 1,          3, 3, 0",
        "WD,  7, LIGHT, BODY_CAMERA 1,                   1, 2, 1",
        "WD, 10, LIGHT, BODY_CAMERA 2,                   2, 2, 0",
        "WD, 11, LIGHT, BODY_CAMERA 2,                   2, 3, 1",
        "WD, 11, HEAVY, BODY_CAMERA 2 SURVEILLANCE 5,    2, 4, 2",
        "WD, 11, ,      BODY_CAMERA 2,                   2, 3, 1",
    })
    void what_a_unit_should_have(String agency, int officers, Workload workload, String devices, int counted, int required, int shortfall) {
        var quota = Quota.of(TestLaw.of(agency).on(TestLaw.FROM), officers, Optional.ofNullable(workload), working(devices).toList()).orElseThrow();
        assertEquals(counted, quota.counted());
        assertEquals(required, quota.required());
        assertEquals(shortfall, quota.shortfall());
        assertEquals(agency.equals("WD") && workload == null, quota.workloadUnknown());
    }

    private static Stream<Working> working(String devices) {
        var words = devices.split(" ");
        return Stream.iterate(0, i -> i < words.length, i -> i + 2)
                .flatMap(i -> Collections.nCopies(Integer.parseInt(words[i + 1]), DeviceKind.valueOf(words[i])).stream())
                .map(kind -> new Working(kind, kind.portable()));
    }

    @Test
    void a_text_without_a_number_gives_no_quota() {
        for (var agency : Arrays.asList("CL", "LX", "AJ")) {
            assertEquals(Optional.empty(), Quota.of(TestLaw.of(agency).on(TestLaw.FROM), 30, Optional.empty(), java.util.List.of()), agency);
        }
    }
}
