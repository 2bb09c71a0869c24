package org.liuhen.vault;

/** Whether an object is still what was sealed. "Not performed" is an answer of its own, never a pass. */
public sealed interface Fixity {

    /** Every digest that was asked for was computed from the bytes and agrees. */
    record Passed(long sizeBytes) implements Fixity {}

    /** The object is not what was sealed. */
    record Failed(String expected, String found, What what) implements Fixity {}

    /** No statement: why. */
    record NotPerformed(String reason) implements Fixity {}

    /** Where an object and its description disagree. */
    enum What {
        /** There is no such object. */
        MISSING,
        /** The file beside the object that describes it is missing or changed. */
        DESCRIPTION,
        /** The object has more or fewer bytes. */
        SIZE,
        /** SHA-256 of the whole. */
        SHA256,
        /** The SM3 tree; found and expected name the first MiB that differs, where one does. */
        SM3_TREE,
    }
}
