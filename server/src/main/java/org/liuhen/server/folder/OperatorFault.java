package org.liuhen.server.folder;

import org.liuhen.core.values.Bilingual;

/** Something that the person who runs the server can and must put right. Shown as it is, without a stack trace. */
public final class OperatorFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Both sentences say what is wrong and what to do next. */
    public OperatorFault(String zh, String en) {
        super(new Bilingual(zh, en).toString());
    }
}
