package org.liuhen.core.cases;

/** How somebody signed or marked. */
public enum SignKind {
    /** 签名. */
    SIGNATURE("signature"),
    /** 盖章. */
    SEAL("seal"),
    /** 捺指印. */
    FINGERPRINT("fingerprint"),
    /** 电子签名. */
    ELECTRONIC("electronic");

    private final String word;

    SignKind(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
