package org.liuhen.core.cases.documents;

/**
 * A place on the paper where somebody signs (签名处). Which kind of mark is accepted there is the agency's profile.
 *
 * @param count how many different people sign there, at least; 1 to {@link #COUNT_MAX}
 */
public record SignaturePlace(Capacity as, int count) {

    /** The most people that one place asks for. */
    public static final int COUNT_MAX = 9;

    public SignaturePlace {
        if (count < 1 || count > COUNT_MAX) throw new IllegalArgumentException("not 1 to " + COUNT_MAX + " people: " + count);
    }
}
