package org.liuhen.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * What a process has in memory, as Linux counts it.
 *
 * @param residentBytes all pages that are there
 * @param shareBytes the same, a page that several processes have divided among them
 */
record Memory(long residentBytes, long shareBytes) {

    private static final long KIB = 1024;

    static Memory of(ProcessHandle process) throws IOException {
        var rollup = Files.readString(Path.of("/proc", Long.toString(process.pid()), "smaps_rollup"));
        return new Memory(bytes(rollup, "Rss:"), bytes(rollup, "Pss:"));
    }

    /** The shares of a process and all that it started. */
    static long shareOfTree(ProcessHandle root) throws IOException {
        var total = of(root).shareBytes();
        for (var child : root.descendants().toList()) {
            try {
                total += of(child).shareBytes();
            } catch (NoSuchFileException e) {
                if (child.isAlive()) throw e; // it ended while we looked
            }
        }
        return total;
    }

    private static long bytes(String rollup, String name) throws IOException {
        var line = rollup.lines().filter(words -> words.startsWith(name)).findFirst()
                .orElseThrow(() -> new IOException("no " + name + " in " + rollup));
        return Long.parseLong(line.replaceAll("[^0-9]", "")) * KIB;
    }
}
