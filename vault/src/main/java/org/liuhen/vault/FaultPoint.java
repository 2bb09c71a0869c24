package org.liuhen.vault;

/** The named steps at which a test, or {@value Faults#PROPERTY}, stops a {@link DiskVault}; in the order of one intake. */
public enum FaultPoint {
    AFTER_BEGIN,
    AFTER_WRITE,
    BEFORE_SYNC,
    BETWEEN_SYNCS,
    AFTER_SYNC,
    AFTER_TRUNCATE,
    BEFORE_SEAL_SYNC,
    AFTER_SEAL_SYNC,
    AFTER_DESCRIPTION_WRITTEN,
    AFTER_NOTE,
    AFTER_DESCRIPTION,
    BEFORE_RENAME,
    AFTER_RENAME,
    BEFORE_FOLDER_SYNC,
    AFTER_FOLDER_SYNC,
    AFTER_SEAL;

    /** The name of the step as it is given on a command line: {@code after-rename}. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
