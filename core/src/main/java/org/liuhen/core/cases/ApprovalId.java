package org.liuhen.core.cases;

import java.util.UUID;

/** Names a request for approval (审批). */
public record ApprovalId(UUID value) {

    /**
     * Reads the id in lower case.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static ApprovalId parse(String text) {
        var id = new ApprovalId(UUID.fromString(text));
        if (!id.toString().equals(text)) throw new IllegalArgumentException("not an id in lower case: " + text);
        return id;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
