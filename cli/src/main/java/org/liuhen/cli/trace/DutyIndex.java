package org.liuhen.cli.trace;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.liuhen.core.law.Key;
import org.liuhen.core.rules.Duty;

/** Which classes of core bear which {@link Duty}. */
public final class DutyIndex {

    private static final String PACKAGE = "org/liuhen/core";
    private static final String SUFFIX = ".class";

    private final SortedMap<Key, SortedSet<String>> classes = new TreeMap<>();

    private DutyIndex() {}

    /** Looks at every class of core, in its jar or its folder; none is run. */
    public static DutyIndex ofCore() throws IOException {
        try {
            var place = Path.of(Duty.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(place)) return of(place);
            try (var jar = FileSystems.newFileSystem(place)) {
                return of(jar.getPath("/"));
            }
        } catch (URISyntaxException e) {
            throw new IOException("core is not in a file", e);
        }
    }

    private static DutyIndex of(Path root) throws IOException {
        var types = new ArrayList<Class<?>>();
        try (var files = Files.walk(root.resolve(PACKAGE))) {
            for (var file : files.filter(path -> path.toString().endsWith(SUFFIX)).toList()) {
                var name = root.relativize(file).toString().replace(root.getFileSystem().getSeparator(), ".");
                types.add(loaded(name.substring(0, name.length() - SUFFIX.length())));
            }
        }
        return of(types);
    }

    private static Class<?> loaded(String name) throws IOException {
        try {
            return Class.forName(name, false, Duty.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IOException("core has a class that cannot be loaded: " + name, e);
        }
    }

    /** Looks at these classes. */
    static DutyIndex of(List<Class<?>> types) {
        var index = new DutyIndex();
        for (var type : types) {
            var duty = type.getAnnotation(Duty.class);
            if (duty == null) continue;
            index.classes.computeIfAbsent(new Key(duty.value()), _ -> new TreeSet<>()).add(type.getSimpleName());
        }
        return index;
    }

    /** Simple names of the classes that carry the duty of a key, sorted. */
    public List<String> classes(Key key) {
        var found = classes.get(key);
        return found == null ? List.of() : List.copyOf(found);
    }
}
