package org.liuhen.formats.law;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.liuhen.core.law.ArticleId;
import org.liuhen.core.law.Key;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.Bilingual;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.json.Times;
import org.liuhen.formats.yaml.YamlValue;
import org.liuhen.formats.yaml.YamlValue.YamlObject;

/** Reads one file of law/articles. */
final class RegulationReader {

    static final int BYTES_MAX = 1024 * 1024;

    private static final int TEXT_MAX = 300;
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{8}");

    private final String text;
    private final Set<ArticleId> seen = new HashSet<>();
    private final Pattern ids;

    private RegulationReader(String text) {
        this.text = text;
        ids = Pattern.compile(Pattern.quote(text) + "-[0-9]{1,3}[a-z]?(\\.p?[1-9][0-9]?)?");
    }

    /** @param text that the name of the file promises */
    static Regulation read(String text, byte[] yaml) {
        var in = YamlValue.parse(yaml, BYTES_MAX).object();
        var name = in.get("text");
        if (!name.text().equals(text)) throw name.wrong("文件名说的是 " + text, "the file's name says " + text);
        var agency = in.get("agency").text(AgencyCode::new);
        if (!(text + "-").startsWith(agency + "-")) {
            throw name.wrong("编号应以 " + agency + " 开头", "it is to begin with " + agency);
        }
        var reader = new RegulationReader(text);
        var regulation = new Regulation(
                text, agency, line(in.get("issuer")), new Bilingual(line(in.get("title")), line(in.get("titleEn"))),
                in.get("form").word(Regulation.Form.values(), Regulation.Form::word),
                in.get("articles").list().stream().map(item -> reader.article(item.object())).toList());
        in.end();
        if (regulation.articles().isEmpty()) throw in.place().wrong("没有条款", "there is no article");
        return regulation;
    }

    private RegisteredArticle article(YamlObject in) {
        var id = id(in.get("id"));
        var title = line(in.get("title"));
        var duty = new Bilingual(line(in.get("duty")), line(in.get("dutyEn")));
        var fingerprint = in.get("fingerprint").text(RegulationReader::fingerprint);
        var from = in.maybe("from").map(value -> value.text(RegulationReader::day));
        var area = in.get("area").word(Area.values(), Area::word);
        var status = in.get("status").word(ArticleStatus.values(), ArticleStatus::word);
        var reason = in.maybe("reason").map(zh -> new Bilingual(line(zh), line(in.get("reasonEn"))));
        var noCase = in.maybe("noCase").map(zh -> new Bilingual(line(zh), line(in.get("noCaseEn"))));
        var keys = keys(in.list("keys"));
        if (status != ArticleStatus.ENCODED && reason.isEmpty()) {
            throw in.place().wrong(id + "：" + status.word() + " 要写 reason", id + ": " + status.word() + " needs a reason");
        }
        if (status == ArticleStatus.ENCODED && keys.isEmpty()) {
            throw in.place().wrong(id + "：encoded 至少要有一个键", id + ": an encoded article has at least one key");
        }
        in.end();
        return new RegisteredArticle(id, title, duty, fingerprint, from, area, status, reason, noCase, keys);
    }

    private ArticleId id(YamlValue value) {
        var id = value.text(ArticleId::new);
        if (!ids.matcher(id.value()).matches()) {
            throw value.wrong(id + " 不是 " + text + " 的条款编号，例如 " + text + "-12.p2",
                    id + " is not an article of " + text + ", for example " + text + "-12.p2");
        }
        var whole = whole(id);
        if (!whole.equals(id) && !seen.contains(whole)) {
            throw value.wrong(id + " 之前应有 " + whole, whole + " is to stand before " + id);
        }
        if (!seen.add(id)) throw value.wrong("重复：" + id, id + " stands twice");
        return id;
    }

    /** The article that an item or a part is of. */
    static ArticleId whole(ArticleId id) {
        var dot = id.value().indexOf('.');
        return dot < 0 ? id : new ArticleId(id.value().substring(0, dot));
    }

    private static List<Key> keys(List<YamlValue> values) {
        var keys = new HashSet<Key>();
        return values.stream().map(value -> {
            var key = value.text(Key::new);
            if (!keys.add(key)) throw value.wrong("重复：" + key, key + " stands twice");
            return key;
        }).toList();
    }

    private static String line(YamlValue value) {
        var text = value.text();
        if (text.length() > TEXT_MAX || text.chars().anyMatch(Character::isISOControl)) {
            throw value.wrong("最多 " + TEXT_MAX + " 个字符，不含控制字符",
                    "at most " + TEXT_MAX + " characters, none of them control characters");
        }
        return text;
    }

    private static String fingerprint(String text) {
        if (FINGERPRINT.matcher(text).matches()) return text;
        throw new IllegalArgumentException("not a fingerprint of 8 hex digits");
    }

    private static LocalDate day(String text) {
        try {
            return Times.day(text);
        } catch (Malformed e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
