package org.liuhen.core.cases.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuhen.core.cases.CaseKind;
import org.liuhen.core.cases.Stage;
import org.liuhen.core.cases.documents.FieldFault.Problem;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.PersonId;

class TemplateTest {

    private static final PersonId LI = new PersonId(new UUID(0, 1));
    private static final String ID = "00000000-0000-0000-0000-000000000007";

    private static TemplateField field(String name, FieldType type, boolean required) {
        return new TemplateField(name, new Bilingual("栏目" + name, name), type, required, Optional.empty());
    }

    private static Template template(VolumeSide volume, DocumentKind kind, boolean onSite, TemplateField... fields) {
        return new Template(new TemplateId("inquiry-record"), new Bilingual("询问笔录", "Inquiry record"), kind,
                Optional.of(Stage.INVESTIGATION), volume, List.of(CaseKind.PENALTY), List.of(), FormSource.LAW, List.of(fields),
                List.of(), false, Optional.empty(), 1, Optional.empty(), false, onSite, SecrecyMark.NONE);
    }

    private static List<FieldFault> check(FieldType type, FieldValue value) {
        return template(VolumeSide.MAIN, DocumentKind.EVIDENCE, false, field("x", type, true)).check(Map.of("x", value));
    }

    private static List<Problem> problems(FieldType type, FieldValue value) {
        return check(type, value).stream().map(FieldFault::problem).toList();
    }

    private static void fits(FieldType type, FieldValue value) {
        assertEquals(List.of(), check(type, value));
    }

    private static void fails(Problem problem, FieldType type, FieldValue value) {
        assertEquals(List.of(problem), problems(type, value));
    }

    @Test
    void a_mandatory_field_may_be_empty_in_a_draft_only() {
        var template = template(VolumeSide.MAIN, DocumentKind.EVIDENCE, false,
                field("place", new FieldType.Text(), true), field("note", new FieldType.Text(), false));
        for (var values : List.of(Map.<String, FieldValue>of(), Map.<String, FieldValue>of("place", new FieldValue.Text(" \u3000")))) {
            assertEquals(List.of(new FieldFault("place", Problem.MISSING, new Bilingual(
                    "“栏目place”没有填写，定稿前必须填写。", "place is empty and must be filled in."))), template.check(values));
            assertEquals(List.of(), template.checkDraft(values));
        }
        assertEquals(List.of(), template.check(Map.of("place", new FieldValue.Text("双桥区"))));
    }

    @Test
    void a_field_of_another_template_is_refused_and_hostile_names_are_not_echoed() {
        var template = template(VolumeSide.MAIN, DocumentKind.EVIDENCE, false, field("place", new FieldType.Text(), false));
        var faults = template.checkDraft(Map.of("plaec", new FieldValue.Text("x"), "\u202Eevil", new FieldValue.Text("x"), "", new FieldValue.Text("x")));
        assertEquals(List.of("?", "plaec", "?"), faults.stream().map(FieldFault::place).toList());
        assertTrue(faults.stream().allMatch(fault -> fault.problem() == Problem.UNKNOWN_FIELD));
    }

    @Test
    void a_value_of_another_kind_is_told() {
        fails(Problem.WRONG_TYPE, new FieldType.Time(), new FieldValue.Text("9:00"));
        fails(Problem.WRONG_TYPE, new FieldType.Text(), new FieldValue.Whole(1));
        fails(Problem.WRONG_TYPE, new FieldType.Officers(), new FieldValue.Person(LI));
        fits(new FieldType.Time(), new FieldValue.Time(Instant.EPOCH));
        fits(new FieldType.Person(), new FieldValue.Person(LI));
        fits(new FieldType.YesNo(), new FieldValue.YesNo(false));
    }

    @Test
    void text_has_an_end() {
        fits(new FieldType.Text(), new FieldValue.Text("问".repeat(500)));
        fails(Problem.TOO_LONG, new FieldType.Text(), new FieldValue.Text("问".repeat(501)));
        fits(new FieldType.LongText(), new FieldValue.Text("问".repeat(20_000)));
        fails(Problem.TOO_LONG, new FieldType.LongText(), new FieldValue.Text("问".repeat(1 << 20)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u001Bb", "a\u0085b", "a\u202Eb", "a\u2066b", "a\u200Fb", "a\u061Cb", "a\uD83Db", "a\uFFFFb", "a\rb"})
    void characters_that_hide_or_turn_text_are_refused_with_a_sentence(String text) {
        for (var type : List.of(new FieldType.Text(), new FieldType.LongText())) {
            var faults = check(type, new FieldValue.Text(text));
            assertEquals(List.of(Problem.BAD_CHARACTER), faults.stream().map(FieldFault::problem).toList());
            assertTrue(faults.getFirst().what().zh().contains("第 2 个字符 U+"), faults.toString());
        }
    }

    @Test
    void text_is_otherwise_free() {
        fits(new FieldType.Text(), new FieldValue.Text("<script>alert(1)</script> =SUM(A1) '; drop table 𠮷野家 🙂 \\"));
        fits(new FieldType.LongText(), new FieldValue.Text("一\n\t二"));
        fails(Problem.BAD_CHARACTER, new FieldType.Text(), new FieldValue.Text("一\n二"));
    }

    @ParameterizedTest(name = "{0} yuan: {1}")
    @CsvSource(textBlock = """
            0,                true
            5000,             true
            129.50,           true
            9999999999999.99, true
            05,               false
            1.234,            false
            -1,               false
            5000元,           false
            1e3,              false
            10000000000000,   false
            """)
    void money_is_yuan_in_digits(String yuan, boolean good) {
        assertEquals(good ? List.of() : List.of(Problem.BAD_NUMBER), problems(new FieldType.Money(), new FieldValue.Money(yuan)));
    }

    @Test
    void numbers_are_not_negative() {
        fits(new FieldType.Whole(), new FieldValue.Whole(0));
        fails(Problem.BAD_NUMBER, new FieldType.Whole(), new FieldValue.Whole(-1));
    }

    @Test
    void a_choice_takes_its_own_words() {
        var options = List.of(new FieldType.Option("a", new Bilingual("甲", "A")), new FieldType.Option("b", new Bilingual("乙", "B")));
        var one = new FieldType.Choice(options, false);
        fits(one, new FieldValue.Words(List.of("a")));
        fails(Problem.BAD_CHOICE, one, new FieldValue.Words(List.of("a", "b")));
        fails(Problem.BAD_CHOICE, one, new FieldValue.Words(List.of("c")));
        var many = new FieldType.Choice(options, true);
        fits(many, new FieldValue.Words(List.of("b", "a")));
        fails(Problem.TWICE, many, new FieldValue.Words(List.of("a", "a")));
        fails(Problem.MISSING, many, new FieldValue.Words(List.of()));
    }

    @Test
    void the_same_officer_counts_once() {
        fits(new FieldType.Officers(), new FieldValue.Officers(List.of(LI)));
        fails(Problem.TWICE, new FieldType.Officers(), new FieldValue.Officers(List.of(LI, LI)));
    }

    @Test
    void references_are_ids_and_one_where_one_is_asked() {
        var other = ID.replace('7', '8');
        fits(new FieldType.Document(), new FieldValue.Refs(List.of(ID)));
        fails(Problem.TOO_MANY, new FieldType.Document(), new FieldValue.Refs(List.of(ID, other)));
        fits(new FieldType.Documents(), new FieldValue.Refs(List.of(ID, other)));
        fails(Problem.BAD_REFERENCE, new FieldType.Recordings(), new FieldValue.Refs(List.of("../../etc/passwd")));
        fails(Problem.BAD_REFERENCE, new FieldType.Recordings(), new FieldValue.Refs(List.of("1-1-1-1-1")));
        fits(new FieldType.Articles(), new FieldValue.Refs(List.of("《食品安全法》第三十四条第十项")));
        assertEquals("x[1]", check(new FieldType.Articles(), new FieldValue.Refs(List.of("\u0007"))).getFirst().place());
    }

    @Test
    void a_fault_in_a_table_names_its_row() {
        var table = new FieldType.Items(List.of(field("name", new FieldType.Text(), true), field("price", new FieldType.Money(), false)));
        var rows = new FieldValue.Rows(List.of(
                Map.of("name", new FieldValue.Text("面粉")),
                Map.of("price", new FieldValue.Money("很贵"), "colour", new FieldValue.Text("白"))));
        assertEquals(List.of("x[2].name", "x[2].price", "x[2].colour"), check(table, rows).stream().map(FieldFault::place).toList());
        fails(Problem.TOO_MANY, table, new FieldValue.Rows(Collections.nCopies(1_001, Map.of())));
    }

    @Test
    void a_question_is_asked_and_an_answer_may_be_silence() {
        fits(new FieldType.Dialogue(), new FieldValue.Dialogue(List.of(new FieldValue.Exchange("姓名？", ""))));
        fails(Problem.MISSING, new FieldType.Dialogue(), new FieldValue.Dialogue(List.of(new FieldValue.Exchange(" ", "不知道"))));
        var faults = check(new FieldType.Dialogue(),
                new FieldValue.Dialogue(List.of(new FieldValue.Exchange("一？", "一"), new FieldValue.Exchange("二？", "\u202E"))));
        assertEquals(List.of("x[2]"), faults.stream().map(FieldFault::place).toList());
    }

    @Test
    void a_template_that_contradicts_itself_cannot_be() {
        var same = new ArrayList<>(List.of(field("a", new FieldType.Text(), true), field("a", new FieldType.Day(), true)));
        assertThrows(IllegalArgumentException.class,
                () -> template(VolumeSide.MAIN, DocumentKind.EVIDENCE, false, same.toArray(TemplateField[]::new)));
        assertThrows(IllegalArgumentException.class, () -> template(VolumeSide.SECONDARY, DocumentKind.ISSUED, false));
        assertThrows(IllegalArgumentException.class, () -> template(VolumeSide.MAIN, DocumentKind.EVIDENCE, true));
        assertThrows(IllegalArgumentException.class,
                () -> new FieldType.Items(List.of(field("a", new FieldType.Dialogue(), true))));
    }

    @Test
    void a_source_reads_back_as_it_is_written() {
        for (var known : FieldSource.Known.values()) assertEquals(known, FieldSource.of(known.word()));
        var other = new FieldSource.OfDocument(new TemplateId("penalty-notice"), "facts");
        assertEquals(other, FieldSource.of("document.penalty-notice.facts"));
        assertEquals("document.penalty-notice.facts", other.word());
        assertThrows(IllegalArgumentException.class, () -> FieldSource.of("case.party.shoeSize"));
        assertThrows(IllegalArgumentException.class, () -> FieldSource.of("document.facts"));
        assertFalse(new TemplateId("a").equals(new TemplateId("b")));
    }
}
