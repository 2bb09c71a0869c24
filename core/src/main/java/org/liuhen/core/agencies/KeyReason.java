package org.liuhen.core.agencies;

/** Why the ledger has other keys from now on. */
public enum KeyReason {
    FIRST_START("first start"),
    ROTATION("rotation"),
    NEW_ORIGIN("new origin");

    private final String word;

    KeyReason(String word) {
        this.word = word;
    }

    /** The words in files and answers. */
    public String word() {
        return word;
    }
}
