package org.liuhen.formats.agencies;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liuhen.core.agencies.CustodyKind;
import org.liuhen.core.agencies.UnitKind;
import org.liuhen.core.devices.DeviceKind;
import org.liuhen.core.law.Key;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.DeviceNumber;
import org.liuhen.core.values.Role;
import org.liuhen.core.values.UnitCode;
import org.liuhen.formats.Malformed;

class RegistryTest {

    private static final String GOOD = """
            format: liuhen-registry-v1
            agencies:
              - code: SQ
                name: 双桥区市场监督管理局
                superior: 承德市市场监督管理局
                units:
                  - {code: zf1, name: 执法一股, kind: section}
                people:
                  - {username: sq.zhang, name: 张三, certificate: 03080001, unit: zf1, roles: [officer, custodian]}
                  - {username: sq.admin, name: 李四, roles: [systemAdministrator]}
                stations:
                  - {number: SQ-ST-01, name: 一楼采集站, unit: zf1}
                devices:
                  - {number: SQ-0001, kind: bodyCamera, unit: zf1, officer: sq.zhang, serial: "7", model: DSJ}
                  - {number: 0002, kind: phone, unit: zf1}
              - {code: AJ, name: 安监局}
            """;

    @Test
    void a_registry_is_read_as_it_stands() {
        var zf1 = new UnitCode("zf1");
        var expected = new Registry(List.of(
                new Registry.Agency(
                        new AgencyCode("SQ"),
                        "双桥区市场监督管理局",
                        Optional.of("承德市市场监督管理局"),
                        List.of(new Registry.Unit(zf1, "执法一股", UnitKind.SECTION)),
                        List.of(
                                new Registry.Person(
                                        "sq.zhang", "张三", Optional.of(new Registry.Certificate("03080001", Optional.empty())),
                                        Optional.of(zf1), List.of(held(Role.OFFICER), held(Role.CUSTODIAN))),
                                new Registry.Person(
                                        "sq.admin", "李四", Optional.empty(), Optional.empty(),
                                                List.of(held(Role.SYSTEM_ADMINISTRATOR)))),
                        List.of(new Registry.Station("SQ-ST-01", "一楼采集站", zf1)),
                        List.of(
                                new Registry.Device(
                                        new DeviceNumber("SQ-0001"), DeviceKind.BODY_CAMERA, zf1, Optional.of("sq.zhang"),
                                        Optional.of("7"), Optional.of("DSJ")),
                                new Registry.Device(
                                        new DeviceNumber("0002"), DeviceKind.PHONE, zf1, Optional.empty(), Optional.empty(),
                                        Optional.empty())),
                        List.of(), List.of(), List.of(), Optional.empty(), Optional.empty()),
                new Registry.Agency(
                        new AgencyCode("AJ"), "安监局", Optional.empty(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                        List.of(), Optional.empty(), Optional.empty())));
        assertEquals(expected, Registry.parse(GOOD.getBytes(UTF_8)));
    }

    private static final String GROWN = """
            format: liuhen-registry-v1
            agencies:
              - code: LX
                name: 街道办事处
                units:
                  - {code: zd, name: 受委托中队, kind: brigade}
                people:
                  - username: lx.a
                    name: 甲
                    certificate: {number: "0801", from: 2024-01-01, to: 2028-12-31}
                    unit: zd
                    roles: [officer, {role: personInCharge, from: 2026-01-01, to: 2026-12-31}]
                  - {username: lx.b, name: 乙, roles: [legalSection]}
                deputies:
                  - {person: lx.b, role: personInCharge, of: lx.a, from: 2026-07-01, to: 2026-07-31}
                custodians:
                  - {unit: zd, person: lx.a, kind: records, deputy: lx.b}
                entrustments:
                  - {unit: zd, body: 服务中心, document: 委托书1号, from: 2026-01-01, to: 2026-12-31}
                profile:
                  by: lx.a
                  activation: 2024-05-01
                  confirmed:
                    - {key: storage.classificationKeys, by: lx.b, on: 2026-01-02}
            """;

    private static Registry.HeldRole held(Role role) {
        return new Registry.HeldRole(role, Optional.empty(), Optional.empty());
    }

    @Test
    void who_does_what_and_by_which_papers_is_read() {
        var agency = Registry.parse(GROWN.getBytes(UTF_8)).agencies().getFirst();
        var zd = new UnitCode("zd");
        var year = new Registry.Days(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
        var person = agency.people().getFirst();
        assertEquals(Optional.of(new Registry.Certificate("0801",
                Optional.of(new Registry.Days(LocalDate.of(2024, 1, 1), LocalDate.of(2028, 12, 31))))), person.certificate());
        assertEquals(List.of(held(Role.OFFICER), new Registry.HeldRole(Role.PERSON_IN_CHARGE, Optional.of(year.from()), Optional.of(year.to()))),
                person.roles());
        assertEquals(List.of(new Registry.Deputy("lx.b", Role.PERSON_IN_CHARGE, "lx.a", Optional.of(LocalDate.of(2026, 7, 1)),
                Optional.of(LocalDate.of(2026, 7, 31)))), agency.deputies());
        assertEquals(List.of(new Registry.Custodian(zd, "lx.a", CustodyKind.RECORDS, Optional.of("lx.b"), Optional.empty(), Optional.empty())),
                agency.custodians());
        assertEquals(List.of(new Registry.Entrustment(zd, "服务中心", "委托书1号", year)), agency.entrustments());
        assertEquals(Optional.of(new Registry.Adoption(Optional.empty(), "lx.a", Optional.empty(), Optional.of(LocalDate.of(2024, 5, 1)),
                List.of(new Registry.Confirmed(new Key("storage.classificationKeys"), "lx.b", Optional.of(LocalDate.of(2026, 1, 2)))))),
                agency.profile());
    }

    @ParameterizedTest(name = "{0} → {1}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
        to: 2028-12-31          | to: 2023-12-31               | 10 | 61 | the last day is before the first
        to: 2028-12-31          | to: 2028-02-30               | 10 | 61 | not a day
        , to: 2028-12-31        | ''                           | 10 | 22 | to is missing
        role: personInCharge, from | role: system, from        | 12 | 33 | unknown word system
        person: lx.b            | person: lx.c                 | 15 | 18 | this agency has no lx.c
        kind: records           | kind: books                  | 17 | 40 | unknown word books
        unit: zd, body          | unit: zz, body               | 19 | 16 | this agency has no zz
        by: lx.a                | by: lx.c                     | 21 | 11 | this agency has no lx.c
        key: storage.classificationKeys | key: storage         | 24 | 17 | not a key
        activation: 2024-05-01  | digest: sm3:00               | 22 | 15 | not 64 lower-case hex digits
        """)
    void an_error_in_the_papers_has_line_and_column(String before, String after, int line, int column, String message) {
        assertTrue(GROWN.contains(before), before);
        var thrown = assertThrows(Malformed.class, () -> Registry.parse(GROWN.replace(before, after).getBytes(UTF_8)));
        var found = String.valueOf(thrown.getMessage());
        assertTrue(found.contains(message), found);
        assertTrue(found.contains("line " + line + ", column " + column + ":"), found);
    }

    @ParameterizedTest(name = "{0} → {1}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
        liuhen-registry-v1      | liuhen-registry-v2           | 1  | 9  | the format is to be liuhen-registry-v1
        code: AJ                | code: aj                     | 16 | 12 | not 2–8 capital letters
        code: AJ                | code: SQ                     | 16 | 12 | SQ stands twice
        superior:               | superiors:                   | 5  | 5  | unknown key superiors
        kind: section           | kind: stock                  | 7  | 39 | unknown word stock
        kind: section           | colour: red                  | 7  | 9  | kind is missing
        username: sq.admin      | username: sq.zhang           | 10 | 20 | sq.zhang stands twice
        username: sq.admin      | username: SQ.admin           | 10 | 20 | small letters
        roles: [systemAdministrator] | roles: [station]        | 10 | 48 | unknown word station
        name: 李四              | name: ''                     | 10 | 36 | must not be empty
        unit: zf1, officer      | unit: zf2, officer           | 14 | 51 | this agency has no zf2
        officer: sq.zhang       | officer: sq.wang             | 14 | 65 | this agency has no sq.wang
        number: 0002            | number: SQ-0001              | 15 | 18 | SQ-0001 stands twice
        agencies:               | agencies: [                  | 3  | 3  | not YAML
        """)
    void an_error_has_line_and_column(String before, String after, int line, int column, String message) {
        assertTrue(GOOD.contains(before), before);
        var thrown = assertThrows(Malformed.class, () -> Registry.parse(GOOD.replace(before, after).getBytes(UTF_8)));
        var found = String.valueOf(thrown.getMessage());
        assertTrue(found.contains(message), found);
        assertTrue(found.contains("line " + line + ", column " + column + ":"), found);
    }

    @Test
    void no_flipped_bit_throws_anything_else() {
        var bytes = GOOD.getBytes(UTF_8);
        var refused = 0;
        for (var bit = 0; bit < bytes.length * 8; bit++) {
            var flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            try {
                Registry.parse(flipped);
            } catch (Malformed e) {
                refused++; // anything else fails the test
            }
        }
        assertTrue(refused > bytes.length, "refused " + refused);
    }
}
