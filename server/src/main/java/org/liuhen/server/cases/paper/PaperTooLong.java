package org.liuhen.server.cases.paper;

/** Refuses a document with more text or pages than a paper may have. Nothing was made. The message is for people, in both languages. */
public final class PaperTooLong extends Exception {

    private static final long serialVersionUID = 1;

    PaperTooLong(String zh, String en) {
        super(zh + " / " + en);
    }
}
