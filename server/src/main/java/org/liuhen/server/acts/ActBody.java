package org.liuhen.server.acts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.values.TextLimit;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.StrictText;
import org.liuhen.formats.json.Json;
import org.liuhen.formats.json.Records;
import org.liuhen.server.http.Problem;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * The body of an act, as JSON in any order and spacing; else as strict as the events that come of it. What is not taken is refused
 * with the place where it stands, and nothing of it is kept.
 */
public final class ActBody {

    /** The most that a body has, in bytes. */
    public static final int BYTES_MAX = 2 * 1024 * 1024;

    /** The most that one text has, in UTF-16 units. */
    public static final int TEXT_MAX = 20_000;

    private static final int DEPTH_MAX = 32;

    /** Control characters but line feed and tab, marks that turn the direction of writing, and what stands for no character. */
    private static final Pattern BAD = Pattern.compile(
            "[\\p{Cc}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\uFFF9-\\uFFFB\\uFFFE\\uFFFF](?<![\\n\\t])");

    private static final Pattern PATH = Pattern.compile("body[^: ]*");

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).maxNumberLength(20).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private ActBody() {}

    /**
     * Reads the object.
     *
     * @throws Problem if it is too large, no JSON, or has a text that is not kept
     */
    public static Json.Fields read(InputStream body) throws IOException {
        var bytes = body.readNBytes(BYTES_MAX + 1);
        if (bytes.length > BYTES_MAX) {
            throw Problem.of(HttpStatus.CONTENT_TOO_LARGE, "too-large", "内容过大", "Too large")
                    .because("一次提交最多 2 MiB。", "One act has at most 2 MiB.")
                    .next("请缩短文字，图片和附件请单独上传。", "Shorten the text; upload pictures and attachments on their own.");
        }
        try (var parser = JSON.createParser(ObjectReadContext.empty(), text(bytes))) {
            if (!(value(parser, parser.nextToken(), "body") instanceof Json.Fields fields)) throw wrong("body", "不是对象", "is not an object");
            if (parser.nextToken() != null) throw wrong("body", "之后还有内容", "is followed by something");
            return fields;
        } catch (JacksonException e) {
            throw notJson(e.getLocation());
        }
    }

    private static Problem notJson(@Nullable TokenStreamLocation at) {
        if (at == null) return wrong("body", "不是正确的 JSON", "is not JSON");
        return wrong("body", "不是正确的 JSON：第 " + at.getLineNr() + " 行第 " + at.getColumnNr() + " 列",
                "is not JSON: line " + at.getLineNr() + ", column " + at.getColumnNr());
    }

    /** The same, of an act that may come without a body. */
    public static Json.Fields readMaybe(InputStream body) throws IOException {
        var begin = body.readNBytes(1);
        if (begin.length == 0) return new Json.Fields(Map.of());
        return read(new SequenceInputStream(new ByteArrayInputStream(begin), body));
    }

    /**
     * The command in the body.
     *
     * @throws Problem with the path to what is unknown, missing or wrong
     */
    public static <T extends Record> T as(Class<T> type, Json.Fields fields) {
        try {
            return Records.read(fields, type, "body");
        } catch (Malformed e) {
            var message = String.valueOf(e.getMessage());
            var path = PATH.matcher(message);
            throw notUnderstood(path.lookingAt() ? path.group() : "body", "“" + message + "”。", message + ".");
        }
    }

    private static String text(byte[] bytes) {
        try {
            return UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw wrong("body", "不是 UTF-8", "is not UTF-8");
        }
    }

    private static Json value(JsonParser parser, JsonToken token, String path) {
        if (token == null) throw wrong(path, "没有内容", "ends too early");
        return switch (token) {
            case START_OBJECT -> {
                var fields = new TreeMap<String, Json>();
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    var name = taken(parser.currentName(), path);
                    fields.put(name, value(parser, parser.nextToken(), path + "." + StrictText.shown(name)));
                }
                yield new Json.Fields(fields);
            }
            case START_ARRAY -> {
                var items = new ArrayList<Json>();
                for (var next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                    items.add(value(parser, next, path + "[" + items.size() + "]"));
                }
                yield new Json.Items(items);
            }
            case VALUE_STRING -> new Json.Text(taken(parser.getString(), path));
            case VALUE_NUMBER_INT -> whole(parser, path);
            case VALUE_TRUE -> new Json.Flag(true);
            case VALUE_FALSE -> new Json.Flag(false);
            case VALUE_NULL -> throw wrong(path, "是 null；没有内容的项请省略", "is null; leave out what is absent");
            case VALUE_NUMBER_FLOAT -> throw wrong(path, "不是整数；带小数的写成文字", "is no whole number; write decimals as text");
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                throw wrong(path, "不是正确的 JSON", "is not JSON");
        };
    }

    private static Json whole(JsonParser parser, String path) {
        try {
            return new Json.Whole(parser.getLongValue());
        } catch (JacksonException | IllegalArgumentException e) {
            throw wrong(path, "数字过大", "is too large a number");
        }
    }

    /** Characters that no document takes have no place in a record either; all others are kept as they are, and escaped where they are shown. */
    private static String taken(String text, String path) {
        if (!new TextLimit(path, TEXT_MAX).takes(text)) {
            if (text.length() <= TEXT_MAX) throw badCharacter(path);
            throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "text-too-long", "文字过长", "The text is too long")
                    .because(path + " 有 " + text.length() + " 个字符，最多 " + TEXT_MAX + " 个。",
                            path + " has " + text.length() + " characters; at most " + TEXT_MAX + " are taken.")
                    .next("请缩短文字，或者作为附件上传。您填写的内容已保留。", "Shorten it or upload it as an attachment. What you typed is kept.")
                    .with("path", path);
        }
        if (BAD.matcher(text).find()) throw badCharacter(path);
        return text;
    }

    private static Problem badCharacter(String path) {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "bad-character", "文字含有不可用的字符", "The text has a character that is not taken")
                .because(path + " 含有控制字符、改变文字方向的字符或者不完整的字符。",
                        path + " has a control character, one that turns the direction of writing, or half a character.")
                .next("请删除后重试，常见于从其他程序粘贴。", "Remove it and try again; it often comes with pasting from other programs.")
                .with("path", path);
    }

    private static Problem wrong(String path, String zh, String en) {
        return notUnderstood(path, path + " " + zh + "。", path + " " + en + ".");
    }

    private static Problem notUnderstood(String path, String zh, String en) {
        return Problem.badRequest("body-wrong", "请求的内容无法理解", "The request cannot be understood").because(zh, en)
                .next("请检查填写的内容；程序请对照 docs/formats.md 第 2.6a 节。", "Check what was entered; programs compare with docs/formats.md, section 2.6a.")
                .with("path", path);
    }
}
