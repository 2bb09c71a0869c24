package org.liuhen.formats.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.liuhen.core.law.ArticleId;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.Bilingual;
import org.liuhen.formats.Malformed;

/** Every article of every regulation. docs/formats.md, section 13. Immutable. */
public final class ArticleRegister {

    private static final String FOLDER = "/law/articles";
    private static final String SUFFIX = ".yaml";

    private final List<Regulation> regulations;
    private final Map<ArticleId, RegisteredArticle> articles = new LinkedHashMap<>();

    private ArticleRegister(List<Regulation> regulations) {
        this.regulations = List.copyOf(regulations);
        for (var regulation : regulations) {
            for (var article : regulation.articles()) {
                if (articles.put(article.id(), article) != null) {
                    throw new Malformed(new Bilingual("两个文件都有 " + article.id(), article.id() + " stands in two files"));
                }
            }
        }
    }

    /**
     * The register that is shipped.
     *
     * @throws Malformed with file, line and column
     */
    public static ArticleRegister shipped() {
        try {
            return parse(files());
        } catch (IOException | URISyntaxException e) {
            throw new UncheckedIOException(FOLDER, e instanceof IOException io ? io : new IOException(e));
        }
    }

    /**
     * Reads a register.
     *
     * @param files content by name; {@code SQ-M.yaml} holds the regulation SQ-M
     * @throws Malformed with file, line and column, in Chinese and English
     */
    public static ArticleRegister parse(SortedMap<String, byte[]> files) {
        var regulations = new ArrayList<Regulation>();
        files.forEach((name, yaml) -> {
            try {
                regulations.add(RegulationReader.read(name.substring(0, name.length() - SUFFIX.length()), yaml));
            } catch (Malformed e) {
                throw new Malformed(name + ": " + e.getMessage(), e);
            }
        });
        return new ArticleRegister(regulations);
    }

    private static SortedMap<String, byte[]> files() throws IOException, URISyntaxException {
        URL folder = ArticleRegister.class.getResource(FOLDER);
        if (folder == null) throw new Malformed("没有 " + FOLDER + " / there is no " + FOLDER);
        if (!folder.getProtocol().equals("jar")) return filesIn(Path.of(folder.toURI()));
        var jar = ArticleRegister.class.getProtectionDomain().getCodeSource().getLocation();
        try (var inside = FileSystems.newFileSystem(Path.of(jar.toURI()))) {
            return filesIn(inside.getPath(FOLDER));
        }
    }

    private static SortedMap<String, byte[]> filesIn(Path folder) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var list = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (var file : list) files.put(file.getFileName().toString(), Files.readAllBytes(file));
        }
        return files;
    }

    /** All regulations, sorted by the name of their text. */
    public List<Regulation> regulations() {
        return regulations;
    }

    /** The documents of an agency's regulation; none for an agency that is not registered. */
    public List<Regulation> of(AgencyCode agency) {
        return regulations.stream().filter(regulation -> regulation.agency().equals(agency)).toList();
    }

    /** An article. */
    public Optional<RegisteredArticle> article(ArticleId id) {
        return Optional.ofNullable(articles.get(id));
    }
}
