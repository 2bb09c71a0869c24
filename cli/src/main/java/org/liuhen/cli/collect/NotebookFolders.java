package org.liuhen.cli.collect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.values.Bilingual;

/**
 * The notebooks of a station: one for each device, so that several cameras can be collected at once by processes of their own, and
 * beside each the folders it was collected from, so that clearing a folder finds the notebook that knows it.
 *
 * @param base the folder of all notebooks
 */
public record NotebookFolders(Path base) {

    private static final String SOURCES = "sources";

    /** Where people keep it who do not say otherwise. */
    public static NotebookFolders usual() {
        return new NotebookFolders(Path.of(System.getProperty("user.home"), ".liuhen", "notebook"));
    }

    /** The notebook of the device. The folder's name is the number where every file system can have it, else its bytes in hex. */
    Path of(String device) {
        return base.resolve(device.matches("[A-Za-z0-9][A-Za-z0-9_-]*") ? device : "0x" + HexFormat.of().formatHex(device.getBytes(UTF_8)));
    }

    /** Remembers that this notebook knows files of these folders. */
    public static void remember(Path notebook, List<Path> sources) throws IOException {
        var file = notebook.resolve(SOURCES);
        var known = Files.exists(file) ? Files.readAllLines(file, UTF_8) : List.<String>of();
        for (var source : sources) {
            var name = FolderCamera.nameOf(source);
            if (!known.contains(name)) Files.writeString(file, name + "\n", UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    /**
     * The notebook that knows files of the folder.
     *
     * @throws IllegalArgumentException if there is none, or more than one; the message says what to give
     */
    Path knowing(Path source) throws IOException {
        var wanted = FolderCamera.nameOf(source);
        var found = new ArrayList<Path>();
        for (var notebook : all()) {
            var file = notebook.resolve(SOURCES);
            if (Files.exists(file) && Files.readAllLines(file, UTF_8).contains(wanted)) found.add(notebook);
        }
        if (found.size() == 1) return found.getFirst();
        throw new IllegalArgumentException((found.isEmpty()
                ? new Bilingual("本机没有从 " + wanted + " 入库的记录：请先 collect，或用 --notebook 指定记事本",
                        "nothing was collected from " + wanted + " on this machine: collect first, or name the notebook with --notebook")
                : new Bilingual("从 " + wanted + " 入库过多台设备：请用 --device 指定设备编号",
                        "several devices were collected from " + wanted + ": name the device with --device")).toString());
    }

    private List<Path> all() throws IOException {
        var all = new ArrayList<>(List.of(base));
        if (!Files.isDirectory(base)) return all;
        try (var folders = Files.list(base)) {
            folders.filter(Files::isDirectory).sorted().forEach(all::add);
        }
        return all;
    }
}
