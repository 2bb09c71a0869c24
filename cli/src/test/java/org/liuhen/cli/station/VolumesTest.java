package org.liuhen.cli.station;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VolumesTest {

    @TempDir
    private Path root = Path.of("");

    @Test
    void linux_tells_serial_and_volume_of_a_mount_and_nothing_of_a_plain_folder() throws IOException {
        var dock = Files.createDirectories(root.resolve("docks/位置 1")).toRealPath();
        var plain = Files.createDirectories(root.resolve("docks/2"));
        Files.createDirectories(root.resolve("proc/self"));
        var escaped = dock.toString().replace(" ", "\\040");
        Files.writeString(root.resolve("proc/self/mountinfo"), """
                22 1 8:1 / / rw - ext4 /dev/sda1 rw
                90 22 8:17 / %s rw,nosuid shared:1 - vfat /dev/sdb1 rw
                """.formatted(escaped));
        var byId = Files.createDirectories(root.resolve("dev/disk/by-id"));
        var byUuid = Files.createDirectories(root.resolve("dev/disk/by-uuid"));
        Files.createSymbolicLink(byId.resolve("usb-DSJ_Body_Camera_A9000123-0:0-part1"), Path.of("../../sdb1"));
        Files.createSymbolicLink(byId.resolve("ata-Disk_XYZ-part1"), Path.of("../../sda1"));
        Files.createSymbolicLink(byUuid.resolve("3463-6539"), Path.of("../../sdb1"));
        var volumes = new Volumes(root);
        assertEquals(new Volumes.Volume(Optional.of("A9000123"), Optional.of("3463-6539")), volumes.at(dock));
        assertEquals(Volumes.Volume.NONE, volumes.at(plain));
        assertEquals(Volumes.Volume.NONE, new Volumes(root.resolve("elsewhere")).at(dock), "not Linux");
    }
}
