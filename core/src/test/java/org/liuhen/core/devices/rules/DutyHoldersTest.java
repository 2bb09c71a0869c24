package org.liuhen.core.devices.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liuhen.core.cases.TestLaw;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;
import org.liuhen.core.values.Role;

/** Who may enter what about a device, by each agency's text. */
class DutyHoldersTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest(name = "{0} {1}: {2} ({3})")
    @CsvSource(delimiter = '|', textBlock = """
            SQ | bought     | OFFICE                         | SQ-M-29
            CL | bought     | OFFICE FINANCE                 | CL-5.p2
            WD | bought     | OFFICE                         | WD-15
            SQ | supervised | FINANCE                        | SQ-E-8.p2
            SQ | quality    | OFFICE                         | SQ-E-8.p3
            SQ | maintained | OFFICER CUSTODIAN UNIT_HEAD    | SQ-M-29
            CL | maintained | OFFICER CUSTODIAN UNIT_HEAD    | CL-5.p2
            """)
    void only_whom_the_text_names(String agency, String what, String roles, String article) {
        var rules = TestLaw.of(agency).on(DAY);
        var named = Arrays.stream(roles.split(" ")).map(Role::valueOf).collect(Collectors.toSet());
        for (var role : Role.values()) {
            var missing = requirement(what).missing(role, rules);
            assertEquals(named.contains(role), missing.isEmpty(), role.word());
            for (var one : missing) {
                assertTrue(one.blocks());
                assertEquals(article, one.authority().cited());
            }
        }
    }

    @Test
    void where_no_text_names_anybody_nothing_stands_against_it() {
        for (var agency : Set.of("AJ", "LX")) {
            for (var what : Set.of("bought", "supervised", "quality", "maintained")) {
                assertEquals(0, requirement(what).missing(Role.OFFICER, TestLaw.of(agency).on(DAY)).stream().filter(Missing::blocks).count());
            }
        }
    }

    private static Requirement<Role> requirement(String what) {
        return switch (what.toLowerCase(Locale.ROOT)) {
            case "bought" -> new BoughtByOffice();
            case "supervised" -> new PurchaseSupervised();
            case "quality" -> new QualitySupervised();
            case "maintained" -> new MaintainedByUsers();
            default -> throw new IllegalArgumentException(what);
        };
    }
}
