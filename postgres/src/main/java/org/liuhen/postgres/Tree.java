package org.liuhen.postgres;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A folder and everything in it; links are never followed. */
record Tree(Path root) {

    void delete() throws IOException {
        walk(Files::deleteIfExists);
    }

    /** Gives all of it to an account, the root last, so that a walk that was cut short is walked again. Needs root. */
    void give(int uid, int gid) throws IOException {
        walk(path -> {
            var now = Files.readAttributes(path, "unix:uid,gid", LinkOption.NOFOLLOW_LINKS);
            if (now.equals(Map.of("uid", uid, "gid", gid))) return;
            Files.setAttribute(path, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
        });
    }

    private interface Step {
        void take(Path path) throws IOException;
    }

    /** Contents first. What disappears meanwhile is no fault. */
    private void walk(Step step) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) return;
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                return visit(file);
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException fault) throws IOException {
                if (fault != null) throw fault;
                return visit(folder);
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException fault) throws IOException {
                if (fault instanceof NoSuchFileException) return FileVisitResult.CONTINUE;
                throw fault;
            }

            private FileVisitResult visit(Path path) throws IOException {
                try {
                    step.take(path);
                } catch (NoSuchFileException e) {
                    return FileVisitResult.CONTINUE; // gone between the listing and the step
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
