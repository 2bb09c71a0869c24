package org.liuhen.server.cases.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.liuhen.formats.law.cases.WorkedCase;
import org.liuhen.formats.law.cases.WorkedFiles;

/** The worked cases that are shipped, by their articles. They are read when somebody first asks: that takes longer than a server may start. */
final class Examples {

    private Examples() {}

    /**
     * Those of an article, in the order of their file.
     *
     * @throws UncheckedIOException if they cannot be read
     */
    static List<WorkedCase> of(String article) {
        return Shipped.BY_ARTICLE.getOrDefault(article, List.of());
    }

    /** Filled when it is first touched. */
    private static final class Shipped {

        static final Map<String, List<WorkedCase>> BY_ARTICLE = read();

        private static Map<String, List<WorkedCase>> read() {
            try {
                return WorkedFiles.shipped().stream()
                        .collect(Collectors.groupingBy(worked -> worked.article().value(), TreeMap::new, Collectors.toUnmodifiableList()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
