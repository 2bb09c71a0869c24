package org.liuhen.vault;

/** More bytes than this intake may have. */
public final class TooLarge extends Exception {

    private static final long serialVersionUID = 1;

    private final long limitBytes;

    TooLarge(long limitBytes) {
        super("文件超过上限 " + limitBytes + " 字节：请核对文件或提高上限后重新上传。"
            + " The file has more than the " + limitBytes + " bytes allowed: check it, or raise the limit and upload again.");
        this.limitBytes = limitBytes;
    }

    /** The limit that was passed, in bytes. */
    public long limitBytes() {
        return limitBytes;
    }
}
