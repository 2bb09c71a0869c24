package org.liuhen.cli.station;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** What Linux knows of the volume that is mounted at a folder; nothing elsewhere, and nothing of a folder that is no mount point. */
final class Volumes {

    private static final Pattern OCTAL = Pattern.compile("\\\\([0-7]{3})");
    private static final Pattern USB = Pattern.compile("usb-(?:.*_)?([^_]+?)(?:-[0-9]+:[0-9]+)?(?:-part[0-9]+)?");

    private final Path root;

    /** Volumes of the system whose files begin here. */
    Volumes(Path root) {
        this.root = root;
    }

    /**
     * A volume.
     *
     * @param serial of the USB device, as it says itself
     * @param id of the file system: what the card was formatted with
     */
    record Volume(Optional<String> serial, Optional<String> id) {
        static final Volume NONE = new Volume(Optional.empty(), Optional.empty());
    }

    /** The volume mounted at the folder. */
    Volume at(Path folder) {
        try {
            var device = device(folder.toRealPath().toString());
            if (device.isEmpty()) return Volume.NONE;
            return new Volume(link("by-id", device.get(), USB), link("by-uuid", device.get(), Pattern.compile("(.+)")));
        } catch (IOException notLinux) {
            return Volume.NONE;
        }
    }

    /** The device's own name, as {@code sdb1}. Of several mounts at one folder the last one is seen. */
    private Optional<String> device(String folder) throws IOException {
        var found = Optional.<String>empty();
        for (var line : Files.readAllLines(root.resolve("proc/self/mountinfo"), UTF_8)) {
            var parts = line.split(" - ", 2);
            var before = parts[0].split(" ");
            if (parts.length < 2 || before.length < 5 || !plain(before[4]).equals(folder)) continue;
            var source = plain(parts[1].split(" ").length > 1 ? parts[1].split(" ")[1] : "");
            found = source.startsWith("/dev/") ? Optional.of(source.substring(source.lastIndexOf('/') + 1)) : Optional.empty();
        }
        return found;
    }

    private static String plain(String escaped) {
        return OCTAL.matcher(escaped).replaceAll(match -> String.valueOf((char) Integer.parseInt(match.group(1), 8)).replace("\\", "\\\\"));
    }

    private Optional<String> link(String kind, String device, Pattern form) throws IOException {
        var folder = root.resolve("dev/disk").resolve(kind);
        if (!Files.isDirectory(folder)) return Optional.empty();
        try (var links = Files.list(folder)) {
            for (var one : (Iterable<Path>) links.sorted()::iterator) {
                if (!Files.isSymbolicLink(one)) continue;
                var name = form.matcher(String.valueOf(one.getFileName()));
                var target = String.valueOf(Files.readSymbolicLink(one).getFileName());
                if (target.equals(device) && name.matches()) return Optional.of(name.group(1));
            }
        }
        return Optional.empty();
    }
}
