package org.liuhen.formats.yaml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.liuhen.core.values.Bilingual;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.StrictText;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A value in a YAML file and its place. No anchors, aliases, tags or merges; a scalar is the text that is written there, so
 * {@code 03080001}
 * keeps its zero. Every method throws {@link Malformed}, with line and column in both languages, when the value is not what is
 * asked for.
 */
public final class YamlValue {

    private static final int DEPTH_MAX = 16;

    private final Node node;

    private YamlValue(Node node) {
        this.node = node;
        if (node.getAnchor() != null) throw wrong("不能使用锚点", "anchors are not allowed here");
    }

    /**
     * The one document of a file.
     *
     * @throws Malformed if it is not YAML, has more than {@code bytesMax} bytes or nothing in it
     */
    public static YamlValue parse(byte[] bytes, int bytesMax) {
        var options = new LoaderOptions();
        options.setNestingDepthLimit(DEPTH_MAX);
        options.setCodePointLimit(bytesMax);
        options.setMaxAliasesForCollections(0);
        options.setAllowDuplicateKeys(false);
        var text = StrictText.utf8(bytes, bytesMax, "YAML");
        try {
            var node = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            if (node == null) throw at(1, 1, "文件是空的", "the file is empty");
            return new YamlValue(node);
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
            if (mark == null) throw new Malformed("YAML: " + e.getProblem(), e);
            throw at(mark.getLine() + 1, mark.getColumn() + 1, "YAML 写法有误：" + e.getProblem(), "not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw new Malformed("YAML: " + e.getMessage(), e);
        }
    }

    private static Malformed at(int line, int column, String zh, String en) {
        return new Malformed(new Bilingual(
                "第 " + line + " 行第 " + column + " 列：" + zh, "line " + line + ", column " + column + ": " + en));
    }

    /** An error at this place, to be thrown. */
    public Malformed wrong(String zh, String en) {
        Mark mark = node.getStartMark();
        return at(mark.getLine() + 1, mark.getColumn() + 1, zh, en);
    }

    /** The line where it begins, from 1. */
    public int line() {
        return node.getStartMark().getLine() + 1;
    }

    /** A text, maybe an empty one. */
    public String textOrEmpty() {
        return node instanceof ScalarNode scalar && scalar.getValue().isBlank() && !Tag.NULL.equals(node.getTag()) ? "" : text();
    }

    /** A text, not empty. */
    public String text() {
        if (!(node instanceof ScalarNode scalar)) throw wrong("这里应是文字", "a text is expected here");
        if (Tag.NULL.equals(node.getTag()) || scalar.getValue().isBlank()) throw wrong("这里不能为空", "this must not be empty");
        if (!scalar.getTag().getValue().startsWith(Tag.PREFIX)) throw wrong("不能使用标签", "tags are not allowed here");
        return scalar.getValue();
    }

    /** A text with a meaning: its {@link IllegalArgumentException} says what is wrong. */
    public <T> T text(Function<String, T> meaning) {
        var text = text();
        try {
            return meaning.apply(text);
        } catch (IllegalArgumentException e) {
            throw wrong("这个值不能用：" + StrictText.shown(text), "this cannot be: " + e.getMessage());
        }
    }

    /** A word of a closed list. */
    public <E> E word(E[] words, Function<E, String> spelling) {
        var text = text();
        for (var word : words) {
            if (spelling.apply(word).equals(text)) return word;
        }
        var all = String.join(", ", List.of(words).stream().map(spelling).toList());
        throw wrong("未知的词 " + StrictText.shown(text) + "，可用：" + all, "unknown word " + StrictText.shown(text) + ", known: "
                + all);
    }

    /** Whether it is a list. */
    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /** Whether it is an object. */
    public boolean isObject() {
        return node instanceof MappingNode;
    }

    /** Whether it is a text, maybe an empty one. */
    public boolean isText() {
        return node instanceof ScalarNode;
    }

    /** A list. */
    public List<YamlValue> list() {
        if (!(node instanceof SequenceNode sequence)) throw wrong("这里应是列表", "a list is expected here");
        return sequence.getValue().stream().map(YamlValue::new).toList();
    }

    /** An object. */
    public YamlObject object() {
        if (!(node instanceof MappingNode mapping)) throw wrong("这里应是若干“键: 值”", "an object is expected here");
        var fields = new LinkedHashMap<String, YamlValue>();
        var keys = new ArrayList<YamlValue>();
        for (var tuple : mapping.getValue()) {
            var key = new YamlValue(tuple.getKeyNode());
            keys.add(key);
            if (fields.put(key.text(), new YamlValue(tuple.getValueNode())) != null) {
                throw key.wrong("重复的键 " + StrictText.shown(key.text()), "twice the key " + StrictText.shown(key.text()));
            }
        }
        return new YamlObject(this, keys, fields);
    }

    /** The fields of an object, read one by one; {@link #end} refuses what nobody asked for. */
    public static final class YamlObject {

        private final YamlValue place;
        private final List<YamlValue> keys;
        private final Map<String, YamlValue> fields;
        private final Set<String> asked = new HashSet<>();

        private YamlObject(YamlValue place, List<YamlValue> keys, Map<String, YamlValue> fields) {
            this.place = place;
            this.keys = keys;
            this.fields = fields;
        }

        /** A field that must be there. */
        public YamlValue get(String name) {
            return maybe(name).orElseThrow(() -> place.wrong("缺少 " + name, name + " is missing"));
        }

        /** A field that may be there. */
        public Optional<YamlValue> maybe(String name) {
            asked.add(name);
            return Optional.ofNullable(fields.get(name));
        }

        /** The items of a list that may be there. */
        public List<YamlValue> list(String name) {
            return maybe(name).map(YamlValue::list).orElse(List.of());
        }

        /** All fields, in the order of the file: for an object whose keys are not known beforehand. */
        public Map<String, YamlValue> all() {
            asked.addAll(fields.keySet());
            return Collections.unmodifiableMap(fields);
        }

        /** Where the object stands. */
        public YamlValue place() {
            return place;
        }

        /** Refuses fields that nobody asked for. */
        public void end() {
            for (var key : keys) {
                var name = key.text();
                if (!asked.contains(name)) {
                    throw key.wrong("未知的键 " + StrictText.shown(name), "unknown key " + StrictText.shown(name));
                }
            }
        }
    }
}
