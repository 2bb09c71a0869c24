package org.liuhen.formats.law.cases;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.function.Function;
import org.liuhen.formats.Malformed;

/** Files of worked cases in folders. Stories lie in {@code stories/} beside them, or are those that are shipped. */
public final class WorkedFiles {

    private static final String FOLDER = "/law/cases";
    private static final String SUFFIX = ".yaml";
    private static final Pattern NAMED = Pattern.compile("\\.ya?ml$", Pattern.CASE_INSENSITIVE);
    private static final String STORIES = "stories";
    private static final int FILES_MAX = 10_000;
    private static final int DEPTH_MAX = 32;

    private WorkedFiles() {}

    /**
     * The cases of a file, or of all files below a folder, by name.
     *
     * @throws Malformed with file, line and column
     * @throws IOException if something cannot be read
     */
    public static List<WorkedCase> in(Path path) throws IOException {
        var cases = new ArrayList<WorkedCase>();
        for (var file : files(path)) cases.addAll(read(file));
        return cases;
    }

    /**
     * The cases of one file.
     *
     * @throws Malformed with file, line and column
     * @throws IOException if it cannot be read
     */
    public static List<WorkedCase> read(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) throw new Malformed(file + ": 不是文件 / not a file");
        byte[] bytes;
        try (var in = Files.newInputStream(file)) {
            bytes = in.readNBytes(WorkedCases.BYTES_MAX + 1);
        }
        return WorkedCases.read(file.toString(), bytes, stories(file.resolveSibling(STORIES)));
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

    /**
     * The file itself, or every {@code *.yaml} and {@code *.yml} below a folder by name, stories left out. Links are followed; one
     * that leads back up is left out, since what it shows is read anyway.
     *
     * @throws Malformed if there are none, or more than 10,000
     * @throws IOException if a folder cannot be read
     */
    public static List<Path> files(Path path) throws IOException {
        if (!Files.isDirectory(path)) return List.of(path);
        var files = new TreeSet<Path>();
        Files.walkFileTree(path, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEPTH_MAX, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return folder.endsWith(STORIES) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (NAMED.matcher(file.toString()).find()) files.add(file);
                return files.size() > FILES_MAX ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof FileSystemLoopException) return FileVisitResult.CONTINUE;
                throw e;
            }
        });
        if (files.size() > FILES_MAX) {
            throw new Malformed(path + ": 案例文件超过 " + FILES_MAX + " 个 / more than " + FILES_MAX + " files of cases");
        }
        if (files.isEmpty()) throw new Malformed(path + ": 没有案例文件（*.yaml、*.yml） / no files of cases (*.yaml, *.yml)");
        return List.copyOf(files);
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
