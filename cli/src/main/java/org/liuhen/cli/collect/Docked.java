package org.liuhen.cli.collect;

import java.util.List;
import java.util.Optional;
import org.liuhen.core.devices.HandInSource;
import org.liuhen.core.values.DeviceClock;

/**
 * A source that was listed and is about to be handed in.
 *
 * @param device the number on the device
 * @param files all of them, sorted by raw path
 * @param clock the device's clock, if it could be measured
 * @param unregistered taken in even if the device is in no register, because a person has said so
 */
public record Docked(Camera camera, String device, HandInSource source, List<CameraFile> files, Optional<DeviceClock> clock, boolean unregistered) {
    public Docked {
        files = List.copyOf(files);
    }

    /** From a device that must be in the register. */
    public Docked(Camera camera, String device, HandInSource source, List<CameraFile> files, Optional<DeviceClock> clock) {
        this(camera, device, source, files, clock, false);
    }

    Docked evenUnregistered() {
        return new Docked(camera, device, source, files, clock, true);
    }
}
