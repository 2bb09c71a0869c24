package org.liuhen.cli.collect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.liuhen.core.devices.HandInSource;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.DeviceClock;

/**
 * The folder of a vendor's station, parted by its log into what each device has.
 *
 * @param devices a hand-in for each
 * @param nobodys files that the log does not have
 */
public record VendorFolder(List<Docked> devices, List<Outcome> nobodys) {
    public VendorFolder {
        devices = List.copyOf(devices);
        nobodys = List.copyOf(nobodys);
    }

    /**
     * Reads folder and log.
     *
     * @param number whose the files are that the log does not have
     * @throws IOException if either cannot be read; the message has the line of the log
     */
    public static VendorFolder read(FolderCamera camera, Path vendorLog, Optional<String> number, Optional<DeviceClock> clock) throws IOException {
        var log = VendorLog.read(vendorLog);
        var nobodys = new ArrayList<Outcome>();
        var byDevice = new TreeMap<String, List<CameraFile>>();
        for (var file : camera.list()) {
            var row = log.row(file.path());
            var owner = row.map(VendorLog.Row::device).or(() -> number);
            if (owner.isPresent()) {
                byDevice.computeIfAbsent(owner.get(), _ -> new ArrayList<>())
                        .add(new CameraFile(file.path(), file.stamp(), file.problem(), row.flatMap(VendorLog.Row::time)));
            } else if (!Files.isSameFile(vendorLog, camera.file(file.path()))) {
                nobodys.add(new Outcome.Failed(file.path(), file.stamp().sizeBytes(), "not-in-log", new Bilingual(
                        "厂商日志里没有这个文件：核对后用 --device 指定设备",
                                "the vendor's log does not have this file: check, and give its device with --device")));
            }
        }
        return new VendorFolder(byDevice.entrySet().stream()
                .map(entry -> new Docked(camera, entry.getKey(), HandInSource.STATION_FOLDER, entry.getValue(), clock)).toList(), nobodys);
    }
}
