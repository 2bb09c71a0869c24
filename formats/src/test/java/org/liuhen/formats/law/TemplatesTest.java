package org.liuhen.formats.law;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.liuhen.core.cases.CaseKind;
import org.liuhen.core.cases.RecordedContent;
import org.liuhen.core.cases.documents.Capacity;
import org.liuhen.core.cases.documents.DocumentKind;
import org.liuhen.core.cases.documents.FieldType;
import org.liuhen.core.cases.documents.Template;
import org.liuhen.core.cases.documents.TemplateField;
import org.liuhen.core.cases.documents.TemplateId;
import org.liuhen.core.cases.documents.VolumeSide;
import org.liuhen.formats.Hostile;
import org.liuhen.formats.Malformed;

class TemplatesTest {

    private static final Templates SHIPPED = Templates.shipped();
    private static final Path FOLDER = Path.of("../law/templates");

    static Stream<Template> all() {
        return SHIPPED.all().stream();
    }

    private static Template of(String id) {
        return SHIPPED.of(new TemplateId(id)).orElseThrow();
    }

    private static Stream<TemplateField> withColumns(TemplateField field) {
        return Stream.concat(Stream.of(field), field.type() instanceof FieldType.Items(var columns) ? columns.stream() : Stream.of());
    }

    private static boolean requires(Template template, String name) {
        return template.field(name).map(TemplateField::required).orElse(false);
    }

    private static String source(String id) {
        try {
            return Files.readString(FOLDER.resolve(id + ".yaml"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void every_file_is_shipped_and_in_the_list() throws IOException {
        try (var files = Files.list(FOLDER)) {
            var names = files.map(file -> file.getFileName().toString().replace(".yaml", "")).collect(Collectors.toSet());
            assertEquals(names, all().map(template -> template.id().value()).collect(Collectors.toSet()));
        }
        for (var kind : CaseKind.values()) {
            assertFalse(SHIPPED.of(kind).isEmpty(), kind.word());
            assertTrue(SHIPPED.of(kind).stream().allMatch(template -> template.cases().contains(kind)));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void titles_are_in_both_languages_and_tell_the_fields_apart(Template template) {
        var titles = Stream.concat(Stream.of(template.title()), template.fields().stream().flatMap(TemplatesTest::withColumns)
                .map(TemplateField::title)).toList();
        for (var title : titles) {
            assertTrue(title.zh().codePoints().anyMatch(Character::isIdeographic), title.zh());
            assertTrue(title.en().chars().allMatch(c -> c < 0x2E80), title.en());
        }
        for (var language : List.of(0, 1)) {
            var seen = new HashSet<String>();
            for (var field : template.fields()) {
                var title = language == 0 ? field.title().zh() : field.title().en();
                assertTrue(seen.add(title), template.id() + ": twice " + title);
            }
        }
    }

    @Test
    void two_templates_have_neither_one_title_nor_one_number() {
        assertEquals(SHIPPED.all().size(), all().map(template -> template.title().zh()).distinct().count());
        assertEquals(SHIPPED.all().size(), all().map(template -> template.title().en()).distinct().count());
        var words = all().flatMap(template -> template.numberWord().stream()).toList();
        assertEquals(words.size(), new HashSet<>(words).size(), words.toString());
        assertEquals(words.stream().sorted().toList(), SHIPPED.numberWords());
    }

    @ParameterizedTest
    @EnumSource(RecordedContent.class)
    void what_must_be_recorded_has_a_document(RecordedContent content) {
        assertTrue(all().anyMatch(template -> template.records().contains(content)), content.word());
    }

    /** The contents that profiles name in brackets behind an element: mandatory fields, or words of a mandatory choice. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = ':', textBlock = """
            exOfficio:         source cause
            onApplication:     application supplement acceptance
            rightsNotice:      statement defence recusal hearing manner
            rightsResponse:    statement defence recusal hearing rightsNotice statementRecord
            hearingAndArgument: hearing
            testing:           test inspection quarantine appraisal review
            handlerProposal:   proposal facts evidence basis discretion
            unitProposedDecision: unitProposedDecision
            officerIdentity:   officers officerCount certificateShown
            """)
    void the_contents_of_an_element_have_mandatory_places(String element, String contents) {
        for (var content : contents.strip().split(" ")) {
            assertTrue(all().filter(template -> template.records().stream().anyMatch(word -> word.word().equals(element)))
                    .flatMap(template -> template.fields().stream())
                    .filter(TemplateField::required)
                    .anyMatch(field -> field.name().equals(content)
                            || (field.type() instanceof FieldType.Choice choice
                                    && choice.options().stream().anyMatch(option -> option.word().equals(content)))), content);
        }
    }

    @Test
    void an_inspection_record_has_what_the_agencies_ask_for() {
        var record = of("inspection-record");
        for (var name : List.of("beganAt", "endedAt", "place", "officers", "officerCount", "certificateShown", "objectBasics",
                "siteConditions", "result")) {
            assertTrue(requires(record, name), name);
        }
        assertTrue(record.signatures().stream().anyMatch(place -> place.as() == Capacity.OFFICER && place.count() == 2));
    }

    @Test
    void a_handlers_proposal_has_its_five_fields_each_by_itself() {
        for (var template : all().filter(t -> t.records().contains(RecordedContent.HANDLER_PROPOSAL)).toList()) {
            for (var name : List.of("proposal", "facts", "evidence", "basis", "discretion")) assertTrue(requires(template, name), name);
        }
    }

    @Test
    void an_approval_has_three_opinions_the_reason_and_three_days_of_its_own() {
        var approvals = all().filter(t -> t.kind() == DocumentKind.INTERNAL_APPROVAL)
                .filter(t -> t.signatures().stream().anyMatch(place -> place.as() == Capacity.APPROVER)).toList();
        assertTrue(approvals.size() >= 4);
        for (var template : approvals) {
            for (var name : List.of("handlerOpinion", "handlerReason", "handledOn", "reviewerOpinion", "reviewedOn", "approverOpinion",
                    "approvedOn")) {
                assertTrue(requires(template, name), template.id() + " " + name);
            }
            assertEquals(List.of(Capacity.HANDLER, Capacity.REVIEWER, Capacity.APPROVER),
                    template.signatures().stream().map(place -> place.as()).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void what_is_issued_is_sealed_and_dated_and_what_is_internal_stays_inside(Template template) {
        if (template.kind() == DocumentKind.ISSUED) {
            assertTrue(template.agencySeal(), "seal");
            assertTrue(requires(template, "issuedOn"), "issuedOn");
            assertTrue(template.numberWord().isPresent(), "number");
        }
        if (template.kind() == DocumentKind.INTERNAL_APPROVAL) assertEquals(VolumeSide.SECONDARY, template.volume());
        if (template.served()) assertEquals(VolumeSide.MAIN, template.volume());
    }

    @Test
    void a_proof_of_service_has_a_place_for_what_each_way_of_service_needs() {
        var proof = of("proof-of-service");
        for (var name : List.of("documents", "recipient", "servedAt", "place", "method")) assertTrue(requires(proof, name), name);
        for (var name : List.of("entrustedReason", "directFailed", "mailEvidence", "publicNotice", "refusalReason", "refusalOn",
                "atDomicile", "situationNote", "attestingWitness")) {
            assertEquals(Optional.of(false), proof.field(name).map(TemplateField::required), name);
        }
        for (var name : List.of("facts", "reasons", "evidence", "reviewOpinion")) assertTrue(requires(of("statement-review"), name));
        for (var name : List.of("matter", "reason", "verificationAt")) {
            assertTrue(requires(of("acceptance-with-verification"), name), name);
        }
    }

    @ParameterizedTest(name = "{0} → {1}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            kind: evidence               | kind: evidnce              | line 4, column 7    | unknown word
            stage: investigation         | stage: later               | line 5, column 8    | unknown word
            volume: main                 | volume: secondary          | line 1, column 1    | never reaches a party
            cases: [penalty, licence     | cases: [penalty, penalty   | line 7, column 8    | twice
            records: [inquiry,           | records: [inquiries,       | line 8, column 11   | unknown word
            name: subject,               | name: Subject,             | line 11, column 5   | not the name of a field
            name: beganAt,               | name: subject,             | line 12, column 12  | twice the field subject
            type: time,                  | type: clock,               | line 12, column 59  | unknown type
            from: case.subject           | from: case.subjects        | line 11, column 96  | cannot be
            from: case.subject           | from: case.handlers        | line 11, column 96  | does not fit
            from: case.subject           | from: document.lead-register.nothing | line 11, column 96 | no such template or field
            titleEn: Began at            | titelEn: Began at          | line 12, column 5   | titleEn is missing
            count: 2                     | count: 0                   |                     | a positive number
            count: 2                     | count: 10                  |                     | not 1 to 9
            seal: none                   | seal: sometimes            |                     | unknown word
            number: 询                   | number: none               | line 1, column 1    | need a number
            number: 询                   | number: ask                |                     | Chinese characters
            copies: 1                    | copies: many               |                     | a positive number
            secrecy: personalInformation | secrecy: top               |                     | unknown word
            secrecy: personalInformation | colour: red                |                     | secrecy is missing
            id: inquiry-record           | id: inspection-record      |                     | not named by its id
            """)
    void a_fault_is_told_with_file_line_and_column(String right, String wrong, String place, String what) {
        var before = source("inquiry-record");
        if (wrong.contains("secondary")) before = before.replace("served: false", "served: true");
        assertTrue(before.contains(right), right);
        var files = new LinkedHashMap<TemplateId, byte[]>();
        files.put(new TemplateId("inquiry-record"), before.replaceFirst(Pattern.quote(right), wrong).getBytes(UTF_8));
        files.put(new TemplateId("lead-register"), source("lead-register").getBytes(UTF_8));
        var message = String.valueOf(assertThrows(Malformed.class, () -> Templates.parse(files)).getMessage());
        assertTrue(message.startsWith("templates/inquiry-record.yaml: "), message);
        assertTrue(message.contains(what), message);
        if (place != null) assertTrue(message.contains(place + ":"), message);
    }

    @Test
    void the_example_of_the_documentation_is_a_template() throws IOException {
        var page = Files.readString(Path.of("../docs/formats.md"));
        var start = page.indexOf("id: inquiry-record");
        var id = new TemplateId("inquiry-record");
        var shown = Templates.parse(Map.of(id, page.substring(start, page.indexOf("```", start)).getBytes(UTF_8)));
        assertEquals(of("inquiry-record").title(), shown.of(id).orElseThrow().title());
    }

    @Test
    void a_digest_names_the_file() {
        var id = new TemplateId("lead-register");
        var text = source("lead-register");
        var one = Templates.parse(Map.of(id, text.getBytes(UTF_8)));
        var other = Templates.parse(Map.of(id, (text + "# reviewed\n").getBytes(UTF_8)));
        assertEquals(SHIPPED.digest(id), one.digest(id));
        assertFalse(one.digest(id).equals(other.digest(id)));
        assertEquals(Set.copyOf(one.all()), Set.copyOf(other.all()));
    }

    @Test
    void hostile_bytes_are_malformed_or_another_file_and_nothing_worse() {
        var id = new TemplateId("hearing-request");
        Hostile.attack(source("hearing-request").getBytes(UTF_8), bytes -> Templates.parse(Map.of(id, bytes)));
    }
}
