package org.liuhen.core.cases.documents;

import java.util.Optional;
import java.util.regex.Pattern;
import org.liuhen.core.values.Bilingual;

/**
 * One field of a template, or one column of a table in it.
 *
 * @param name in files: a small letter, then letters and digits
 * @param required whether a document without it cannot become final
 */
public record TemplateField(String name, Bilingual title, FieldType type, boolean required, Optional<FieldSource> from) {

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");

    public TemplateField {
        if (!NAME.matcher(name).matches()) throw new IllegalArgumentException("not the name of a field: " + name);
    }
}
