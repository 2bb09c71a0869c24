package org.liuhen.formats.law;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuhen.core.law.ArticleId;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.Bilingual;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.law.Regulation.Form;

/** Made-up texts; none is a regulation's. */
class RegulationTextTest {

    private static final Regulation TEA = regulation("T", "茶水间管理办法", Form.ARTICLES);
    private static final String HEAD = "某某局\n茶水间管理办法\n";

    private static Regulation regulation(String text, String title, Form form) {
        return new Regulation("XX-" + text, new AgencyCode("XX"), "某某局", new Bilingual(title, "Rules"), form, List.of());
    }

    private static RegulationText read(String text, Regulation... regulations) {
        return RegulationText.read(text.getBytes(UTF_8), List.of(regulations));
    }

    private static Map<String, String> words(String text, Regulation... regulations) {
        return read(text, regulations).words().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().value(), Map.Entry::getValue));
    }

    @Test
    void articles_and_items_have_the_words_without_number_and_white_space() {
        assertEquals(
                Map.of("XX-T-1", "茶叶由专人保管。", "XX-T-2", "杯子分为：", "XX-T-2.1", "公用的；", "XX-T-2.2", "自带的。"),
                words(HEAD + """
                        第一章 总 则
                        第一条 茶叶由
                          专人　保管。

                        第二章　杯子
                        第二条 杯子分为：
                        - (一) 公用的；
                        （二）自带的。
                        """, TEA));
    }

    @Test
    void layout_does_not_change_a_fingerprint() {
        var wide = read(HEAD + "第一条 茶叶由专人保管，分为：（一）绿茶；（二）红茶。", TEA);
        var narrow = read("\uFEFF某某局 茶水间\n管理办法\r\n\r\n第一条 茶叶由\f专人保\n管，分为：\n（一）绿\n茶；\n• (二) 红茶。\n", TEA);
        assertEquals(wide.words(), narrow.words());
        assertEquals(wide.fingerprint(new ArticleId("XX-T-1")), narrow.fingerprint(new ArticleId("XX-T-1")));
    }

    @Test
    void a_fingerprint_is_the_beginning_of_a_sha_256() {
        // printf '水。' | sha256sum
        assertEquals(Optional.of("0cbd0b36"), read(HEAD + "第一条 水。", TEA).fingerprint(new ArticleId("XX-T-1")));
    }

    @Test
    void one_comma_more_is_another_fingerprint() {
        var id = new ArticleId("XX-T-1");
        assertTrue(!read(HEAD + "第一条 先烧水再泡茶。", TEA).fingerprint(id).equals(
                read(HEAD + "第一条 先烧水，再泡茶。", TEA).fingerprint(id)));
    }

    @Test
    void a_part_has_the_words_of_its_article_without_the_items() {
        var text = read(HEAD + "第一条 水分为：\n（一）冷的；\n（二）热的。\n热水当心。\n第二条 茶。", TEA);
        assertEquals("水分为：热水当心。", text.words().get(new ArticleId("XX-T-1")));
        assertEquals(text.fingerprint(new ArticleId("XX-T-1")), text.fingerprint(new ArticleId("XX-T-1.p3")));
        assertEquals(Optional.empty(), text.fingerprint(new ArticleId("XX-T-1.3")));
        assertEquals(Optional.empty(), text.fingerprint(new ArticleId("XX-T-3.p2")));
    }

    @Test
    void two_articles_of_one_number_are_a_and_b() {
        assertEquals(
                Map.of("XX-T-1", "甲。", "XX-T-2a", "乙：", "XX-T-2a.1", "丁。", "XX-T-2b", "丙。", "XX-T-3", "戊。"),
                words(HEAD + "第一条 甲。\n第二条 乙：\n（一）丁。\n第二条 丙。\n第三条 戊。", TEA));
    }

    @Test
    void a_wrapped_reference_begins_neither_article_nor_item() {
        assertEquals(
                Map.of("XX-T-1", "水。", "XX-T-2", "茶按照第一条泡，或者按照第三条（二）放凉。", "XX-T-3", "杯。"),
                words(HEAD + "第一条 水。\n第二条 茶按照\n第一条泡，或者按照\n第三条\n（二）放凉。\n第三条杯。", TEA));
    }

    @Test
    void a_heading_without_number_belongs_to_no_article() {
        assertEquals(Map.of("XX-T-1", "水。", "XX-T-2", "茶。"), words(HEAD + "总 则\n第一条 水。\n喝茶的规则\n第二条 茶。", TEA));
    }

    @Test
    void a_set_of_documents_is_cut_at_its_titles_in_any_order() {
        var set = List.of(
                regulation("L", "茶叶清单（甲年）", Form.LIST), TEA, regulation("N", "通知", Form.NOTICE)).toArray(Regulation[]::new);
        var words = words("""
                某某局文件
                现将《某某局茶水间管理办法》发给你们。
                某某局
                茶水间管理办法
                第一条 水。
                某某局茶叶清单（甲年）
                序号\t茶\t价
                1\t绿茶\t3
                \t\t新的
                2\t红茶\t4
                """, set);
        assertEquals(
                Map.of("XX-N-0", "某某局文件现将《某某局茶水间管理办法》发给你们。", "XX-T-1", "水。", "XX-L-0", "茶叶清单（甲年）序号茶价",
                        "XX-L-1", "绿茶3新的", "XX-L-2", "红茶4"),
                words);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        茶水间管理条例 第一条 水。                        | 没有单独成行的标题
        茶水间管理办法;第一条 水。;茶水间管理办法            | 出现两次：第 1 行和第 3 行
        茶水间管理办法;水。                              | 没有“第一条”
        茶水间管理办法                                   | 没有“第一条”
        茶水间管理办法;第二条 水。                        | 第 2 行：XX-T：第二条接在第 0 条之后
        茶水间管理办法;第一条 水。;第三条 茶。             | 第 3 行：XX-T：第三条接在第 1 条之后
        茶水间管理办法;第一条;第二条 茶。                  | XX-T-1 没有内容
        茶水间管理办法;第一条 水：;（一）冷；;（三）热。     | 第 4 行：XX-T：第 1 项之后是（三）
        茶水间管理办法;第一条 水：;（一）;（二）热。        | 第 3 行：XX-T：这一项没有内容
        """)
    void a_text_that_does_not_fit_is_refused_with_its_line(String text, String complaint) {
        var refused = assertThrows(Malformed.class, () -> read(text.replace(';', '\n'), TEA));
        assertTrue(String.valueOf(refused.getMessage()).contains(complaint), refused.getMessage());
    }

    @Test
    void a_list_needs_rows_and_a_notice_needs_words() {
        assertThrows(Malformed.class, () -> read("茶叶清单\n绿茶 3", regulation("L", "茶叶清单", Form.LIST)));
        assertThrows(Malformed.class, () -> read("茶水间管理办法\n第一条 水。", TEA, regulation("N", "通知", Form.NOTICE)));
    }

    @Test
    void hostile_bytes_are_refused() {
        var regulations = List.of(TEA);
        assertThrows(Malformed.class, () -> RegulationText.read(new byte[0], regulations));
        assertThrows(Malformed.class, () -> RegulationText.read(new byte[] {(byte) 0xC3, 0x28}, regulations));
        assertThrows(Malformed.class, () -> RegulationText.read(new byte[RegulationText.BYTES_MAX + 1], regulations));
        var twins = HEAD + "第一条 水。\n".repeat(30_000);
        assertThrows(Malformed.class, () -> read(twins, TEA));
    }

    @ParameterizedTest
    @ValueSource(strings = {"（一", "第一条（", "第条 水。", "第一百零零条 水。"})
    void half_a_heading_is_text(String line) {
        assertEquals("水，" + line.replace(" ", ""), words(HEAD + "第一条 水，\n" + line, TEA).get("XX-T-1"));
    }

    @Test
    void a_comparison_says_what_is_added_missing_and_changed() {
        var text = read(HEAD + "第一条 水。\n第二条 茶。", TEA);
        var comparison = text.compare(List.of(registered("XX-T-1", text.fingerprint(new ArticleId("XX-T-1")).orElseThrow()),
                registered("XX-T-1.p2", "00000000"), registered("XX-T-3", "00000000")));
        assertEquals(
                new RegulationText.Comparison(
                        List.of(new ArticleId("XX-T-2")), List.of(new ArticleId("XX-T-3")), List.of(new ArticleId("XX-T-1.p2"))),
                comparison);
    }

    private static Regulation registered(String id, String fingerprint) {
        var article = new RegisteredArticle(new ArticleId(id), "水", new Bilingual("水", "water"), fingerprint, Optional.empty(),
                Area.CASE, ArticleStatus.ENCODED, Optional.empty(), Optional.empty(), List.of());
        return new Regulation("XX-T", TEA.agency(), TEA.issuer(), TEA.title(), TEA.form(), List.of(article));
    }
}
