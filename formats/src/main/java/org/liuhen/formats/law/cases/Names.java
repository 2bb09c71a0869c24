package org.liuhen.formats.law.cases;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.core.cases.documents.FieldValue;
import org.liuhen.core.cases.documents.Template;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.DocumentId;

/** Which id a name of a worked case stands for: the same name, the same id, in the story that it begins with too. */
final class Names {

    private final Map<String, UUID> ids = new HashMap<>();
    private final Map<UUID, String> names = new HashMap<>();
    private final Map<DocumentId, Template> templates = new HashMap<>();
    private final Map<DocumentId, Map<String, FieldValue>> values = new HashMap<>();

    /** The id of a name. */
    UUID id(String name) {
        var id = ids.computeIfAbsent(name, it -> UUID.nameUUIDFromBytes(it.getBytes(UTF_8)));
        names.put(id, name);
        return id;
    }

    /** Whether something has that name. */
    boolean knows(String name) {
        return ids.containsKey(name);
    }

    /** What a finding or a refusal is about: the id where the name is known, or is somebody's, else the word itself. */
    String subject(String name) {
        var id = ids.get(name);
        return id == null ? Cast.named(name).map(member -> member.id().toString()).orElse(name) : id.toString();
    }

    /** The text with names where there are ids. */
    String shown(String text) {
        var shown = text;
        for (var name : names.entrySet()) shown = shown.replace(name.getKey().toString(), name.getValue());
        return shown;
    }

    /** Some content with that name. */
    static Digest content(String name) {
        try {
            return Digest.sha256(MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The document is of that template. */
    void document(DocumentId document, Template template) {
        templates.put(document, template);
    }

    /** What stands in its fields from now on. */
    void document(DocumentId document, Map<String, FieldValue> fields) {
        values.put(document, Map.copyOf(fields));
    }

    /** What stands in the fields of a document; nothing before it was begun. */
    Map<String, FieldValue> values(DocumentId document) {
        return values.getOrDefault(document, Map.of());
    }

    /** The template of a document that was begun. */
    Optional<Template> template(DocumentId document) {
        return Optional.ofNullable(templates.get(document));
    }
}
