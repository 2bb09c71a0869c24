package org.liuhen.formats.law;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.liuhen.core.cases.CaseKind;
import org.liuhen.core.cases.RecordedContent;
import org.liuhen.core.cases.Stage;
import org.liuhen.core.cases.documents.ApprovalMatter;
import org.liuhen.core.cases.documents.Capacity;
import org.liuhen.core.cases.documents.DocumentKind;
import org.liuhen.core.cases.documents.FieldSource;
import org.liuhen.core.cases.documents.FieldType;
import org.liuhen.core.cases.documents.FormSource;
import org.liuhen.core.cases.documents.NumberWord;
import org.liuhen.core.cases.documents.SecrecyMark;
import org.liuhen.core.cases.documents.SignaturePlace;
import org.liuhen.core.cases.documents.Template;
import org.liuhen.core.cases.documents.TemplateField;
import org.liuhen.core.cases.documents.TemplateId;
import org.liuhen.core.cases.documents.VolumeSide;
import org.liuhen.core.values.Bilingual;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.StrictText;
import org.liuhen.formats.yaml.YamlValue;
import org.liuhen.formats.yaml.YamlValue.YamlObject;

/** Reads one template file. docs/formats.md, section "Document templates". */
final class TemplateReader {

    /** The most bytes a template may have. */
    static final int BYTES_MAX = 64 * 1024;

    private static final String NONE = "none";
    private static final String ANY = "any";
    private static final int TITLE_MAX = 60;

    /** Fields that are filled in from something, and where their file says so. */
    private final Map<String, YamlValue> sources = new LinkedHashMap<>();

    /**
     * A template and the places that can only be judged when all templates are known.
     *
     * @param sources field → where its source is written
     */
    record Read(Template template, Map<String, YamlValue> sources) {}

    private TemplateReader() {}

    /**
     * Reads a template.
     *
     * @throws Malformed with line and column, in Chinese and English
     */
    static Read read(byte[] yaml) {
        var reader = new TemplateReader();
        var file = YamlValue.parse(yaml, BYTES_MAX).object();
        var template = reader.template(file);
        return new Read(template, reader.sources);
    }

    private Template template(YamlObject in) {
        var id = in.get("id").text(TemplateId::new);
        var title = title(in);
        var kind = in.get("kind").word(DocumentKind.values(), DocumentKind::word);
        var stage = maybe(in.get("stage"), ANY, value -> value.word(Stage.values(), Stage::word));
        var volume = in.get("volume").word(VolumeSide.values(), VolumeSide::word);
        var cases = words(in.get("cases"), CaseKind.values(), CaseKind::word);
        if (cases.isEmpty()) throw in.get("cases").wrong("至少要有一种案件", "at least one kind of case is needed");
        var records = words(in.get("records"), RecordedContent.values(), RecordedContent::word);
        var source = in.get("source").word(FormSource.values(), FormSource::word);
        var fields = fields(in.get("fields"), false);
        checkOwnSources(fields);
        var signatures = in.get("signatures").list().stream().map(value -> signature(value.object())).toList();
        var seal = maybe(in.get("seal"), NONE, value -> value.word(new String[] {"agency"}, word -> word)).isPresent();
        var number = maybe(in.get("number"), NONE, value -> value.text(NumberWord::new));
        var copies = number(in.get("copies"));
        var approval = maybe(in.get("approval"), NONE, value -> value.word(ApprovalMatter.values(), ApprovalMatter::word));
        var served = flag(in.get("served"));
        var onSite = flag(in.get("onSite"));
        var secrecy = in.get("secrecy").word(SecrecyMark.values(), SecrecyMark::word);
        in.end();
        return whole(in.place(), () -> new Template(id, title, kind, stage, volume, cases, records, source, fields, signatures, seal,
                number, copies, approval, served, onSite, secrecy));
    }

    private List<TemplateField> fields(YamlValue value, boolean columns) {
        var fields = new ArrayList<TemplateField>();
        var names = new HashSet<String>();
        for (var item : value.list()) {
            var in = item.object();
            var field = field(in, columns);
            if (!names.add(field.name())) throw in.get("name").wrong("重复的栏目 " + field.name(), "twice the field " + field.name());
            fields.add(field);
        }
        if (fields.isEmpty()) throw value.wrong("至少要有一个栏目", "at least one field is needed");
        return fields;
    }

    private TemplateField field(YamlObject in, boolean column) {
        var name = in.get("name").text();
        var title = title(in);
        var type = type(in, column);
        var required = in.maybe("required").map(TemplateReader::flag).orElse(false);
        var from = column ? Optional.<YamlValue>empty() : in.maybe("from");
        var source = from.map(value -> value.text(FieldSource::of));
        in.end();
        from.ifPresent(value -> sources.put(name, value));
        if (source.orElse(null) instanceof FieldSource.Known known && !known.fills(type)) {
            throw from.orElseThrow().wrong("这个来源与栏目类型不符", "this source does not fit the type of the field");
        }
        return whole(in.place(), () -> new TemplateField(name, title, type, required, source));
    }

    private FieldType type(YamlObject in, boolean column) {
        var word = in.get("type").text();
        return switch (word) {
            case "text" -> new FieldType.Text();
            case "longText" -> new FieldType.LongText();
            case "time" -> new FieldType.Time();
            case "day" -> new FieldType.Day();
            case "number" -> new FieldType.Whole();
            case "money" -> new FieldType.Money();
            case "choice" -> choice(in);
            case "person" -> new FieldType.Person();
            case "officers" -> new FieldType.Officers();
            case "document" -> new FieldType.Document();
            case "documents" -> new FieldType.Documents();
            case "items" -> items(in, column);
            case "dialogue" -> new FieldType.Dialogue();
            case "articles" -> new FieldType.Articles();
            case "yesNo" -> new FieldType.YesNo();
            case "recordings" -> new FieldType.Recordings();
            default -> throw in.get("type").wrong("未知的类型 " + StrictText.shown(word), "unknown type " + StrictText.shown(word));
        };
    }

    private FieldType choice(YamlObject in) {
        var words = in.get("words");
        var many = in.maybe("many").map(TemplateReader::flag).orElse(false);
        var options = words.list().stream().map(value -> option(value.object())).toList();
        return whole(words, () -> new FieldType.Choice(options, many));
    }

    private static FieldType.Option option(YamlObject in) {
        var option = new FieldType.Option(in.get("word").text(), title(in));
        in.end();
        return option;
    }

    private FieldType items(YamlObject in, boolean column) {
        if (column) throw in.get("type").wrong("表中不能再有表", "no table inside a table");
        var columns = in.get("columns");
        var fields = fields(columns, true);
        return whole(columns, () -> new FieldType.Items(fields));
    }

    private void checkOwnSources(List<TemplateField> fields) {
        for (var field : fields) {
            var counts = field.from().equals(Optional.of(FieldSource.Known.OFFICER_COUNT));
            var officers = fields.stream().anyMatch(f -> f.name().equals("officers") && f.type() instanceof FieldType.Officers);
            var place = sources.get(field.name());
            if (counts && !officers && place != null) {
                throw place.wrong("本文书没有 officers 栏目", "this document has no field officers");
            }
        }
    }

    private static SignaturePlace signature(YamlObject in) {
        var as = in.get("as").word(Capacity.values(), Capacity::word);
        var count = in.maybe("count").map(TemplateReader::number).orElse(1);
        in.end();
        return whole(in.place(), () -> new SignaturePlace(as, count));
    }

    private static Bilingual title(YamlObject in) {
        return new Bilingual(title(in.get("title")), title(in.get("titleEn")));
    }

    private static String title(YamlValue value) {
        var text = value.text();
        if (text.length() <= TITLE_MAX && text.chars().noneMatch(Character::isISOControl)) return text;
        throw value.wrong("名称最多 " + TITLE_MAX + " 个字符，不含控制字符", "a title has at most " + TITLE_MAX + " characters, none of them control characters");
    }

    private static <E> List<E> words(YamlValue value, E[] all, Function<E, String> spelling) {
        var words = value.list().stream().map(item -> item.word(all, spelling)).toList();
        if (new HashSet<>(words).size() != words.size()) throw value.wrong("列表有重复", "the list has a word twice");
        return words;
    }

    private static <T> Optional<T> maybe(YamlValue value, String absent, Function<YamlValue, T> read) {
        return value.text().equals(absent) ? Optional.empty() : Optional.of(read.apply(value));
    }

    private static boolean flag(YamlValue value) {
        return value.word(new Boolean[] {true, false}, String::valueOf);
    }

    private static int number(YamlValue value) {
        var text = value.text();
        if (text.matches("[1-9][0-9]{0,3}")) return Integer.parseInt(text);
        throw value.wrong("这里应是正整数", "a positive number is expected here");
    }

    private static <T> T whole(YamlValue place, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw place.wrong("模板有误：" + e.getMessage(), "the template contradicts itself: " + e.getMessage());
        }
    }
}
