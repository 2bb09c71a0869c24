package org.liuhen.formats.law;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liuhen.core.law.ArticleId;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.formats.Malformed;

class ArticleRegisterTest {

    private static final String GOOD = """
            text: XX-T
            agency: XX
            issuer: 某某局
            title: 茶水间管理办法
            titleEn: Rules of the tea kitchen
            form: articles
            articles:
              - id: XX-T-1
                title: 烧水
                duty: 水要烧开。
                dutyEn: Water is boiled.
                fingerprint: "12345678"
                from: 2026-01-01
                area: case
                status: encoded
                keys: [tea.water, tea.heat]
              - id: XX-T-1.p2
                title: 洗杯
                duty: 杯子要洗净。
                dutyEn: Cups are clean.
                fingerprint: 0a0b0c0d
                area: device
                status: later
                reason: 以后再说
                reasonEn: some day
            """;

    private static ArticleRegister parse(String yaml) {
        return ArticleRegister.parse(new TreeMap<>(Map.of("XX-T.yaml", yaml.getBytes(UTF_8))));
    }

    @Test
    void a_register_is_read() {
        var register = parse(GOOD);
        assertEquals(1, register.of(new AgencyCode("XX")).size());
        var article = register.article(new ArticleId("XX-T-1")).orElseThrow();
        assertEquals("12345678", article.fingerprint());
        assertEquals(2, article.keys().size());
        assertTrue(register.article(new ArticleId("XX-T-1.p2")).orElseThrow().from().isEmpty());
        assertTrue(register.article(new ArticleId("XX-T-2")).isEmpty());
    }

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        text: XX-T       | text: XX-U          | XX-T.yaml: 第 1 行第 7 列：文件名说的是 XX-T
        agency: XX       | agency: YY          | XX-T.yaml: 第 1 行第 7 列：编号应以 YY 开头
        form: articles   | form: poem          | 第 6 行第 7 列：未知的词 poem
        id: XX-T-1.p2    | id: XX-T-1          | 第 17 行第 9 列：重复：XX-T-1
        id: XX-T-1.p2    | id: XX-T-2.p2       | 第 17 行第 9 列：XX-T-2.p2 之前应有 XX-T-2
        id: XX-T-1.p2    | id: XX-U-1          | 第 17 行第 9 列：XX-U-1 不是 XX-T 的条款编号
        title: 烧水       | title: ""           | 第 9 行第 12 列：这里不能为空
        "12345678"       | "1234567g"          | 第 12 行第 18 列：这个值不能用
        from: 2026-01-01 | from: 2026-13-01    | 第 13 行第 11 列：这个值不能用
        area: case       | area: kitchen       | 第 14 行第 11 列：未知的词 kitchen
        status: encoded  | status: done        | 第 15 行第 13 列：未知的词 done
        status: encoded  | status: partial     | 第 8 行第 5 列：XX-T-1：partial 要写 reason
        status: later    | status: encoded     | 第 17 行第 5 列：XX-T-1.p2：encoded 至少要有一个键
        tea.heat         | tea.water           | 第 16 行第 23 列：重复：tea.water
        tea.heat         | Tea                 | 第 16 行第 23 列：这个值不能用
        reasonEn: some   | because: some       | reasonEn
        dutyEn: Cups     | duti: x             | dutyEn
        """)
    void a_mistake_is_told_with_its_place(String right, String wrong, String complaint) {
        assertTrue(GOOD.contains(right));
        var refused = assertThrows(Malformed.class, () -> parse(GOOD.replace(right, wrong)));
        assertTrue(String.valueOf(refused.getMessage()).contains(complaint), refused.getMessage());
    }

    @Test
    void every_cut_is_refused_or_read() {
        for (var length = 0; length < GOOD.length(); length++) {
            var cut = GOOD.substring(0, length);
            try {
                assertFalse(parse(cut).regulations().isEmpty());
            } catch (Malformed refused) {
                assertTrue(String.valueOf(refused.getMessage()).startsWith("XX-T.yaml"), refused.getMessage());
            }
        }
    }

    @Test
    void the_shipped_register_has_every_row_of_the_catalogue() {
        var register = ArticleRegister.shipped();
        assertEquals(420, register.regulations().stream().mapToInt(regulation -> regulation.articles().size()).sum());
        assertEquals(6, register.of(new AgencyCode("SQ")).size());
    }
}
