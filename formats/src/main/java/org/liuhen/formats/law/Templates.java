package org.liuhen.formats.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.liuhen.core.cases.CaseKind;
import org.liuhen.core.cases.documents.FieldSource.OfDocument;
import org.liuhen.core.cases.documents.FieldType;
import org.liuhen.core.cases.documents.NumberWord;
import org.liuhen.core.cases.documents.Template;
import org.liuhen.core.cases.documents.TemplateField;
import org.liuhen.core.cases.documents.TemplateId;
import org.liuhen.core.values.Digest;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.yaml.YamlValue;

/** All templates of documents, in the order of a case. Immutable. docs/formats.md, section "Document templates". */
public final class Templates {

    private static final String LIST = "/law/templates.yaml";
    private static final int LIST_BYTES_MAX = 64 * 1024;

    private final Map<TemplateId, Kept> templates;

    /** A template and the digest of its file. */
    private record Kept(Template template, Digest digest) {}

    private Templates(Map<TemplateId, Kept> templates) {
        this.templates = templates;
    }

    /**
     * The templates that are shipped.
     *
     * @throws Malformed if one is not readable: with file, line and column
     */
    public static Templates shipped() {
        var files = new LinkedHashMap<TemplateId, byte[]>();
        for (var item : YamlValue.parse(resource(LIST, LIST_BYTES_MAX), LIST_BYTES_MAX).list()) {
            var id = item.text(TemplateId::new);
            var file = resource("/law/templates/" + id + ".yaml", TemplateReader.BYTES_MAX);
            if (files.put(id, file) != null) throw item.wrong("重复：" + id, id + " stands twice");
        }
        return parse(files);
    }

    private static byte[] resource(String name, int bytesMax) {
        try (var file = Templates.class.getResourceAsStream(name)) {
            if (file == null) throw new Malformed("没有文件 / no file: " + name);
            return file.readNBytes(bytesMax + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /**
     * Reads templates: the id that each is to have → its file.
     *
     * @throws Malformed with file, line and column, in Chinese and English
     */
    public static Templates parse(Map<TemplateId, byte[]> files) {
        var read = new LinkedHashMap<TemplateId, TemplateReader.Read>();
        files.forEach((id, file) -> read.put(id, named(id, () -> read(id, file))));
        var kept = new LinkedHashMap<TemplateId, Kept>();
        read.forEach((id, one) -> {
            named(id, () -> sourced(one, read));
            kept.put(id, new Kept(one.template(), sha256(files.getOrDefault(id, new byte[0]))));
        });
        return new Templates(kept);
    }

    private static TemplateReader.Read read(TemplateId id, byte[] file) {
        var read = TemplateReader.read(file);
        if (read.template().id().equals(id)) return read;
        throw new Malformed("文件名与 id 不符 / the file is not named by its id: " + read.template().id());
    }

    private static TemplateReader.Read sourced(TemplateReader.Read one, Map<TemplateId, TemplateReader.Read> all) {
        for (var field : one.template().fields()) {
            if (!(field.from().orElse(null) instanceof OfDocument(var template, var name))) continue;
            var place = one.sources().get(field.name());
            var source = Optional.ofNullable(all.get(template)).flatMap(read -> read.template().field(name));
            if (place != null && !source.map(found -> fills(found, field)).orElse(false)) {
                throw place.wrong("没有这个模板或者栏目，或者类型不符", "no such template or field, or one of another type");
            }
        }
        return one;
    }

    private static boolean fills(TemplateField source, TemplateField field) {
        return source.type().equals(field.type())
                || (source.type() instanceof FieldType.Text && field.type() instanceof FieldType.LongText);
    }

    private static TemplateReader.Read named(TemplateId id, Supplier<TemplateReader.Read> work) {
        try {
            return work.get();
        } catch (Malformed e) {
            throw new Malformed("templates/" + id + ".yaml: " + e.getMessage(), e);
        }
    }

    private static Digest sha256(byte[] bytes) {
        try {
            return Digest.sha256(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Every template. */
    public Collection<Template> all() {
        return templates.values().stream().map(Kept::template).toList();
    }

    /** The template of that id. */
    public Optional<Template> of(TemplateId id) {
        return Optional.ofNullable(templates.get(id)).map(Kept::template);
    }

    /** What names the wording of a template: another file, another digest. A draft keeps the one it was opened with. */
    public Optional<Digest> digest(TemplateId id) {
        return Optional.ofNullable(templates.get(id)).map(Kept::digest);
    }

    /** The templates that a case of that kind offers. */
    public List<Template> of(CaseKind kind) {
        return all().stream().filter(template -> template.cases().contains(kind)).toList();
    }

    /** The words of all number series. */
    public List<NumberWord> numberWords() {
        return all().stream().flatMap(template -> template.numberWord().stream()).distinct().sorted().toList();
    }
}
