package org.liuhen.core.values;

/** What keeps a device from being handed in, where that is no exception of the agency's text. */
public enum ExcuseCause {
    /** 设备故障. */
    DEVICE_FAULT("deviceFault"),
    /** 没有网络. */
    NO_NETWORK("noNetwork"),
    /** 采集站故障或者停电. */
    STATION_FAULT("stationFault"),
    /** 其他. */
    OTHER("other");

    private final String word;

    ExcuseCause(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
