package org.liuhen.core.devices;

/** What a device can do beside recording (特殊性能). */
public enum Capability {
    /** 防爆. */
    EXPLOSION_PROOF("explosionProof"),
    /** 夜视. */
    NIGHT_VISION("nightVision"),
    /** 定位. */
    POSITIONING("positioning"),
    /** 实时上传. */
    LIVE_UPLOAD("realTimeUpload"),
    /** 移动网络 (4G and later). */
    MOBILE_NETWORK("mobileNetwork");

    private final String word;

    Capability(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
