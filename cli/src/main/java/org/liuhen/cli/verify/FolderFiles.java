package org.liuhen.cli.verify;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** A bundle as a folder. A link in it is a file that nobody named, and is never followed. */
record FolderFiles(Path folder, SortedSet<String> paths) implements BundleFiles {

    static FolderFiles of(Path folder) throws IOException {
        var paths = new TreeSet<String>();
        try (var walk = Files.walk(folder)) {
            walk.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .forEach(path -> paths.add(folder.relativize(path).toString().replace(File.separatorChar, '/')));
        }
        return new FolderFiles(folder, Collections.unmodifiableSortedSet(paths));
    }

    @Override
    public long sizeBytes(String path) throws IOException {
        return Files.readAttributes(folder.resolve(path), BasicFileAttributes.class,
                LinkOption.NOFOLLOW_LINKS).size();
    }

    @Override
    public InputStream open(String path) throws IOException {
        return Files.newInputStream(folder.resolve(path), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public void close() {}
}
