package org.liuhen.core.devices;

import java.util.List;
import java.util.Optional;

/**
 * What a device is (设备档案), as entered last.
 *
 * @param portable carried along, or fixed in a room or at a window
 * @param storagePlace where it is kept when it is not out
 */
public record DeviceDescription(
        List<DeviceFunction> functions, boolean portable, List<Capability> capabilities, Optional<String> storagePlace) {
    public DeviceDescription {
        functions = functions.stream().distinct().sorted().toList();
        capabilities = capabilities.stream().distinct().sorted().toList();
    }
}
