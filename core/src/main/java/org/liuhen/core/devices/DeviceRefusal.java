package org.liuhen.core.devices;

import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.DeviceNumber;
import org.liuhen.core.values.HandInId;
import org.liuhen.core.values.Refusal;

/** Why a command on a device is not carried out. */
public sealed interface DeviceRefusal extends Refusal {

    /** Not in the register. */
    record NoSuchDevice() implements DeviceRefusal {
        @Override
        public String code() {
            return "no-such-device";
        }

        @Override
        public Bilingual what() {
            return new Bilingual("没有登记这台设备。", "This device is not in the register.");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("请核对设备编号。确实没有登记的，仍可入库：网页上勾选“设备没有登记，仍要入库”，采集命令加 --unregistered。",
                    "Check the device number. Files of a device that is in no register are stored too: tick that box on the page, or add"
                            + " --unregistered to the command.");
        }
    }

    /** In the register with other facts. */
    record AlreadyRegistered(DeviceNumber number) implements DeviceRefusal {
        @Override
        public String code() {
            return "device-already-registered";
        }

        @Override
        public Bilingual what() {
            return new Bilingual("设备 " + number + " 已经登记，内容不同。", "Device " + number + " is in the register with other facts.");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("请使用新的设备编号。", "Use another device number.");
        }
    }

    /** The payload of the registration was destroyed by law. */
    record DeviceDestroyed() implements DeviceRefusal {
        @Override
        public String code() {
            return "device-destroyed";
        }

        @Override
        public Bilingual what() {
            return new Bilingual("这台设备的登记内容已依法销毁。", "The registration of this device was destroyed by law.");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("请重新登记该设备。", "Register the device anew.");
        }
    }

    /** The id of a hand-in was used for another list. */
    record HandInAlreadyOpened(HandInId handIn) implements DeviceRefusal {
        @Override
        public String code() {
            return "hand-in-already-opened";
        }

        @Override
        public Bilingual what() {
            return new Bilingual("移交 " + handIn + " 已经开始，清单不同。", "Hand-in " + handIn + " was opened before, with another list.");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("请用新的编号开始另一次移交。", "Open another hand-in with a new id.");
        }
    }

    /** The device has no such hand-in. */
    record NoSuchHandIn(HandInId handIn) implements DeviceRefusal {
        @Override
        public String code() {
            return "no-such-hand-in";
        }

        @Override
        public Bilingual what() {
            return new Bilingual("这台设备没有移交 " + handIn + "。", "This device has no hand-in " + handIn + ".");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("请先开始移交，再报告结果。", "Open the hand-in before reporting its result.");
        }
    }

    /** A count is negative. */
    record NegativeCount(String field, long found) implements DeviceRefusal {
        @Override
        public String code() {
            return "negative-count";
        }

        @Override
        public Bilingual what() {
            return new Bilingual(field + " 不能是负数：" + found + "。", field + " must not be negative: " + found + ".");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("请重新清点后再报告。", "Count again and report again.");
        }
    }
}
