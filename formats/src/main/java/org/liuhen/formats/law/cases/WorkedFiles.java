package org.liuhen.formats.law.cases;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.liuhen.formats.Malformed;

/** Files of worked cases in folders. Stories lie in {@code stories/} beside them, or are those that are shipped. */
public final class WorkedFiles {

    private static final String FOLDER = "/law/cases";
    private static final String SUFFIX = ".yaml";
    private static final String STORIES = "stories";
    private static final int FILES_MAX = 10_000;

    private WorkedFiles() {}

    /**
     * The cases of a file, or of all files below a folder, by name.
     *
     * @throws Malformed with file, line and column
     * @throws IOException if something cannot be read
     */
    public static List<WorkedCase> in(Path path) throws IOException {
        var cases = new ArrayList<WorkedCase>();
        for (var file : files(path)) {
            byte[] bytes;
            try (var in = Files.newInputStream(file)) {
                bytes = in.readNBytes(WorkedCases.BYTES_MAX + 1);
            }
            cases.addAll(WorkedCases.read(file.toString(), bytes, stories(file.resolveSibling(STORIES))));
        }
        return cases;
    }

    /**
     * The cases that are shipped.
     *
     * @throws IOException if they cannot be read
     */
    public static List<WorkedCase> shipped() throws IOException {
        URL folder = WorkedFiles.class.getResource(FOLDER);
        if (folder == null) throw new Malformed("没有 " + FOLDER + " / there is no " + FOLDER);
        try {
            if (!folder.getProtocol().equals("jar")) return in(Path.of(folder.toURI()));
            var jar = Path.of(WorkedFiles.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            try (var inside = FileSystems.newFileSystem(jar)) {
                return in(inside.getPath(FOLDER));
            }
        } catch (URISyntaxException e) {
            throw new IOException(FOLDER, e);
        }
    }

    private static List<Path> files(Path path) throws IOException {
        if (!Files.isDirectory(path)) return List.of(path);
        try (var walk = Files.walk(path)) {
            var files = walk.filter(file -> file.toString().endsWith(SUFFIX) && Files.isRegularFile(file))
                    .filter(file -> file.getParent() == null || !file.getParent().endsWith(STORIES))
                    .sorted()
                    .limit(FILES_MAX + 1L)
                    .toList();
            if (files.size() > FILES_MAX) throw new Malformed(path + ": 案例文件太多 / too many files of cases");
            if (files.isEmpty()) throw new Malformed(path + ": 没有案例文件 / no files of cases");
            return files;
        }
    }

    private static Function<String, Optional<byte[]>> stories(Path folder) {
        var beside = WorkedCases.storiesIn(folder);
        return name -> beside.apply(name).or(() -> shipped(name));
    }

    private static Optional<byte[]> shipped(String name) {
        try (var file = WorkedFiles.class.getResourceAsStream(FOLDER + "/" + STORIES + "/" + name + SUFFIX)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException e) {
            throw new Malformed(name + ": " + e.getMessage(), e);
        }
    }
}
