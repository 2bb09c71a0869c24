package org.liuhen.cli.export;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.liuhen.cli.verify.TarReader;

/**
 * Unpacks a bundle's tar from a server that is not trusted: every file must lie below the bundle's folder, and none may replace
 * another.
 */
final class Unpacking {

    private static final int FILES_MAX = 1_100_000; // a receipt for each version of six digits, and a little more

    private Unpacking() {}

    /**
     * Unpacks into the folder, which must not exist yet. What stood in the tar below {@code top} stands in the folder.
     *
     * @return how many files there are
     * @throws IOException if the tar is cut short or strange; what was unpacked so far stays for a look
     */
    static int unpack(InputStream tar, String top, Path folder) throws IOException {
        Files.createDirectories(folder.toAbsolutePath().getParent());
        Files.createDirectory(folder);
        var reader = new TarReader(tar);
        var files = 0;
        for (var entry = reader.next(); entry.isPresent(); entry = reader.next()) {
            if (++files > FILES_MAX) throw new IOException("more than " + FILES_MAX + " files");
            var target = target(folder, top, entry.get().path());
            Files.createDirectories(target.getParent());
            try (var out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                var copied = reader.data().transferTo(out);
                if (copied != entry.get().sizeBytes()) throw new IOException("cut short: " + entry.get().path());
            }
        }
        return files;
    }

    private static Path target(Path folder, String top, String path) throws IOException {
        var elements = List.of((path.startsWith("./") ? path.substring(2) : path).split("/", -1));
        var below = elements.subList(Math.min(1, elements.size()), elements.size());
        var plain = below.stream().noneMatch(element -> element.isEmpty() || element.equals(".") || element.equals("..")
                || element.indexOf('\\') >= 0 || element.indexOf('\0') >= 0
                        || (element.indexOf(':') >= 0 && File.separatorChar == '\\'));
        if (!elements.getFirst().equals(top) || below.isEmpty() || !plain) throw new IOException(
                "a file that no bundle has: " + path);
        var target = folder;
        for (var element : below) target = target.resolve(element);
        if (!target.normalize().startsWith(folder.normalize())) throw new IOException("a file outside of the bundle: " + path);
        return target;
    }
}
