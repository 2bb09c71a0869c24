package org.liuhen.server.cases.paper;

import java.util.List;

/** A paper before layout: what stands on it, top to bottom. */
record Sheet(Look look, String title, List<Part> parts, List<Signature> signatures, boolean sealed) {

    Sheet {
        parts = List.copyOf(parts);
        signatures = List.copyOf(signatures);
    }

    /** LETTER: running text, as for documents that leave the agency. FORM: a ruled table. */
    enum Look { LETTER, FORM }

    sealed interface Part {}

    /**
     * One value; two short neighbours share a line of a form.
     *
     * @param roomy a line of its own, with room for writing by hand
     */
    record Row(String label, String value, boolean roomy) implements Part {
        Row(String label, String value) {
            this(label, value, false);
        }
    }

    /** A text that may be longer than a page; each line of it is a paragraph. */
    record Passage(String label, String text) implements Part {}

    /** A list with columns. */
    record Grid(String label, List<String> columns, List<List<String>> rows) implements Part {
        Grid {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** Questions and answers (问答). */
    record Dialogue(String label, List<Exchange> exchanges) implements Part {
        Dialogue {
            exchanges = List.copyOf(exchanges);
        }
    }

    record Exchange(String question, String answer) {}

    /** A place to sign: {@code name} as in {@link Place}. */
    record Signature(String name, String label) {}
}
