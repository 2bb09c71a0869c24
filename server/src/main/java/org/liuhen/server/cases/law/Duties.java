package org.liuhen.server.cases.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.liuhen.core.law.Key;
import org.liuhen.core.rules.Duty;

/** Which rules and requirements of core carry which duty. */
final class Duties {

    private static final String PACKAGE = "org/liuhen/core";
    private static final String SUFFIX = ".class";

    private final Map<String, TreeSet<String>> classes = new TreeMap<>();

    /** Looks at every class of core, where it lies; none is run. */
    Duties() {
        try {
            var place = Path.of(Duty.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(place)) {
                look(place);
            } else {
                try (var jar = FileSystems.newFileSystem(place)) {
                    look(jar.getPath("/"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the classes of core", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("core is not in a file", e);
        }
    }

    private void look(Path root) throws IOException {
        try (var files = Files.walk(root.resolve(PACKAGE))) {
            for (var file : files.filter(path -> path.toString().endsWith(SUFFIX)).toList()) {
                var name = root.relativize(file).toString().replace(root.getFileSystem().getSeparator(), ".");
                look(name.substring(0, name.length() - SUFFIX.length()));
            }
        }
    }

    private void look(String name) throws IOException {
        try {
            var type = Class.forName(name, false, Duty.class.getClassLoader());
            var duty = type.getAnnotation(Duty.class);
            if (duty != null) classes.computeIfAbsent(duty.value(), _ -> new TreeSet<>()).add(type.getSimpleName());
        } catch (ClassNotFoundException e) {
            throw new IOException("core has a class that cannot be loaded: " + name, e);
        }
    }

    /** Simple names of the classes that carry a duty of these keys, sorted. */
    List<String> of(List<Key> keys) {
        var all = new TreeSet<String>();
        for (var key : keys) all.addAll(classes.getOrDefault(key.value(), new TreeSet<>()));
        return List.copyOf(all);
    }
}
