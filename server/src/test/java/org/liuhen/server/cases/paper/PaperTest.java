package org.liuhen.server.cases.paper;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuhen.core.cases.documents.FieldValue;

class PaperTest {

    @TempDir
    private Path folder;

    @Test
    void a_reader_finds_the_text_as_it_was_typed() throws Exception {
        for (var filled : List.of(SamplePapers.penaltyDecision(), SamplePapers.inquiryRecord(3), SamplePapers.seizureList(12), SamplePapers.openingApproval())) {
            var text = dense(textOf(filled.render()));
            for (var value : filled.values().values()) {
                for (var typed : typed(value)) assertTrue(text.contains(dense(typed)), "not found: " + typed + "\nin: " + text);
            }
        }
    }

    @Test
    void each_character_is_read_as_itself_even_where_others_share_its_glyph() throws Exception {
        var words = "一二十人入八力日月木水火土金見車長門雨青食香馬魚鳥黑龍龘𠮷䶮〇②￥·—…“”《》㎡℃";
        assertTrue(dense(textOf(SamplePapers.workRecord(words).render())).contains(words));
    }

    @Test
    void fonts_are_embedded_and_cut() throws Exception {
        var pdf = SamplePapers.penaltyDecision().render();
        var fonts = Tool.words(folder, "pdffonts", file(pdf).toString()).lines().skip(2).toList();
        assertEquals(3, fonts.size(), "song in two weights and the face that has 𠮷: " + fonts);
        for (var font : fonts) assertTrue(font.matches("[A-Z]{6}\\+\\S+ +CID TrueType +Identity-H +yes yes yes .*"), font);
        assertTrue(pdf.bytes().length < 200_000, "two pages with " + pdf.bytes().length + " bytes");
    }

    @Test
    void the_same_input_gives_the_same_bytes() throws Exception {
        var first = SamplePapers.seizureList(30).render();
        Thread.sleep(1100); // a time in the file would show
        assertArrayEquals(first.bytes(), SamplePapers.seizureList(30).render().bytes());
        assertArrayEquals(first.bytes(), new Paper().render(SamplePapers.seizureList(30).template(), SamplePapers.seizureList(30).values(),
            SamplePapers.seizureList(30).context()).bytes(), "another program run");
    }

    @Test
    void pages_are_counted_and_numbered() throws Exception {
        var pdf = SamplePapers.inquiryRecord(60).render();
        try (var read = Loader.loadPDF(pdf.bytes())) {
            assertEquals(read.getNumberOfPages(), pdf.pages());
        }
        assertTrue(pdf.pages() > 5, pdf.pages() + " pages");
        var file = file(pdf).toString();
        for (int page = 1; page <= pdf.pages(); page++) {
            var text = Tool.words(folder, "pdftotext", "-f", "" + page, "-l", "" + page, file, "-");
            assertTrue(text.contains("第" + page + "页 共" + pdf.pages() + "页"), text);
        }
    }

    @Test
    void the_ending_of_a_paper_is_never_torn_apart() throws Exception {
        for (int rows = 8; rows < 40; rows++) {
            var places = SamplePapers.seizureList(rows).render().places();
            assertEquals(List.of("sign-party-1", "sign-officer-1", "sign-officer-2", "sign-attestingWitness-1", "seal"), places.stream().map(Place::name).toList());
            assertEquals(1, places.stream().map(Place::page).distinct().count(), rows + " rows: " + places);
            for (var place : places) assertTrue(place.y() > 30 / 25.4 * 72 && place.x() + place.width() < 595, place.toString());
        }
    }

    @Test
    void a_row_stands_on_one_page() throws Exception {
        var pdf = SamplePapers.seizureList(60).render();
        var file = file(pdf).toString();
        var pages = IntStream.rangeClosed(1, pdf.pages()).mapToObj(page -> words(file, page)).toList();
        for (int row = 7; row <= 56; row += 7) { // rows with a note over two lines
            var name = "酱卤肉制品第" + row + "批";
            var mark = "编号PZ-" + row;
            var on = pages.stream().filter(page -> page.contains(name)).findFirst().orElseThrow();
            assertTrue(on.contains(mark), name + " and its note are on different pages");
        }
        for (var page : pages.subList(0, pages.size() - 1)) assertTrue(page.contains("规格型号"), "the heading stands on every page");
    }

    private String words(String file, int page) {
        try {
            return dense(Tool.words(folder, "pdftotext", "-f", "" + page, "-l", "" + page, file, "-"));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_draft_says_so_on_every_page_and_a_final_one_never() throws Exception {
        var draft = SamplePapers.seizureList(30).draft().render();
        var file = file(draft).toString();
        for (int page = 1; page <= draft.pages(); page++) assertTrue(words(file, page).contains("草稿"));
        assertFalse(textOf(SamplePapers.seizureList(30).render()).contains("草稿"));
    }

    @Test
    void what_cannot_be_drawn_is_a_box_with_its_number_and_is_reported() throws Exception {
        var pdf = SamplePapers.workRecord("照片\u202Egpj.exe\u202C 😀 \uD869\uDF00 \u0000 \uD800").render();
        assertEquals(List.of("U+0000", "U+202C", "U+202E", "U+D800", "U+1F600", "U+2A700"), pdf.unprintable());
        var text = dense(textOf(pdf));
        for (var box : pdf.unprintable()) assertTrue(text.contains(box), box);
        assertTrue(text.contains("照片U+202Egpj.exeU+202C"), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "<img src=\"file:///etc/passwd\"/>", "]]></style><style>*{display:none}", "<!ENTITY x SYSTEM \"file:///etc/passwd\">&x;",
        "=HYPERLINK(\"http://example.org\",\"x\")", "&#x202e;&lt;b&gt;", "{{7*7}}${7*7}"})
    void markup_is_text(String hostile) throws Exception {
        var pdf = SamplePapers.workRecord(hostile + "。此后照常。").render();
        assertTrue(dense(textOf(pdf)).contains(dense(hostile) + "。此后照常。"));
        try (var read = Loader.loadPDF(pdf.bytes())) {
            for (var page : read.getPages()) {
                assertEquals(List.of(), page.getAnnotations());
                for (var name : page.getResources().getXObjectNames()) throw new AssertionError("a picture: " + name);
            }
        }
    }

    @Test
    void a_megabyte_of_hostile_text_is_refused_with_the_limit() {
        var hostile = "<b>\u202E=1+1&".repeat(120_000);
        var refusal = assertThrows(PaperTooLong.class, () -> SamplePapers.workRecord(hostile).render());
        assertTrue(String.valueOf(refusal.getMessage()).contains("200000"), refusal.getMessage());
    }

    @Test
    void text_up_to_the_limit_is_laid_out_in_bearable_time() throws Exception {
        var words = "执法人员当场告知当事人依法享有的权利，当事人表示清楚。\n".repeat(7_000);
        long before = System.nanoTime();
        var pdf = SamplePapers.workRecord(words).render();
        assertTrue(System.nanoTime() - before < 60_000_000_000L, "minutes are too long");
        assertTrue(pdf.pages() > 100 && pdf.pages() <= Paper.PAGES_MAX, pdf.pages() + " pages");
    }

    @Test
    void more_pages_than_the_limit_are_refused() {
        var refusal = assertThrows(PaperTooLong.class, () -> SamplePapers.workRecord("行\n".repeat(60_000)).render());
        assertTrue(String.valueOf(refusal.getMessage()).contains("400"), refusal.getMessage());
    }

    @Test
    void an_empty_form_has_its_places() throws Exception {
        var form = SamplePapers.inquiryRecord(1);
        var pdf = SamplePapers.PAPER.render(form.template(), Map.of(), form.context());
        assertEquals(1, pdf.pages());
        assertEquals(4, pdf.places().size());
    }

    @Test
    void the_codes_on_the_pages_are_those_of_the_document() throws Exception {
        var document = UUID.fromString("aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee");
        var pdf = SamplePapers.inquiryRecord(20).as(document, 7).render();
        var pile = new ScannedPile();
        pile.add("printed", pdf.bytes());
        var found = pile.sorted().documents();
        assertEquals(1, found.size());
        assertEquals("aaaaaaaabbbb4ccc", found.getFirst().document());
        assertEquals(7, found.getFirst().version());
        assertEquals(pdf.pages(), found.getFirst().sheets().size());
    }

    private String textOf(Pdf pdf) throws IOException, InterruptedException {
        return Tool.words(folder, "pdftotext", file(pdf).toString(), "-");
    }

    private Path file(Pdf pdf) throws IOException {
        return Files.write(folder.resolve("paper.pdf"), pdf.bytes());
    }

    /** Lines break where the page ends. */
    private static String dense(String text) {
        return text.replaceAll("[\\s\\u3000]", "");
    }

    private static List<String> typed(FieldValue value) {
        return switch (value) {
            case FieldValue.Text(var text) -> text.lines().toList();
            case FieldValue.Dialogue(var exchanges) -> exchanges.stream().flatMap(exchange -> List.of(exchange.question(), exchange.answer()).stream()).toList();
            case FieldValue.Rows(var rows) -> rows.stream().flatMap(row -> row.values().stream()).flatMap(cell -> typed(cell).stream()).toList();
            case FieldValue.Whole(var number) -> List.of(Long.toString(number));
            case FieldValue.Money(var yuan) -> List.of(yuan);
            case FieldValue.Day(var day) -> List.of(day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日");
            case FieldValue.Time _, FieldValue.Words _, FieldValue.Person _, FieldValue.Officers _, FieldValue.YesNo _, FieldValue.Refs _ -> List.of();
        };
    }
}
