package org.liuhen.server.cases.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.liuhen.formats.law.Keys;
import org.liuhen.formats.law.cases.WorkedCase;
import org.liuhen.formats.law.cases.WorkedFiles;

/** The worked cases that are shipped, by their articles. */
final class Examples {

    private static final String FOLDER = "/law/cases";

    private final Map<String, List<WorkedCase>> byArticle = new TreeMap<>();

    Examples() {
        try {
            var folder = Keys.class.getResource(FOLDER);
            if (folder == null) return; // a build without worked cases
            if (!folder.getProtocol().equals("jar")) {
                keep(Path.of(folder.toURI()));
            } else {
                var jar = Path.of(Keys.class.getProtectionDomain().getCodeSource().getLocation().toURI());
                try (var inside = FileSystems.newFileSystem(jar)) {
                    keep(inside.getPath(FOLDER));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(FOLDER, e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the worked cases are not in a file", e);
        }
    }

    private void keep(Path folder) throws IOException {
        for (var worked : WorkedFiles.in(folder)) byArticle.computeIfAbsent(worked.article().value(), _ -> new ArrayList<>()).add(worked);
    }

    /** Those of an article, in the order of their file. */
    List<WorkedCase> of(String article) {
        return byArticle.getOrDefault(article, List.of());
    }
}
