package org.liuhen.cli.collect;

import org.liuhen.core.values.Bilingual;

/** Hears how a collection goes. Called from several threads. */
public interface Progress {

    /** The source was listed. */
    default void listed(String device, int files, long bytes) {}

    /** So many bytes of the file are with the store. */
    default void sent(RawPath path, long bytes, long ofBytes) {}

    /** A file's outcome is known. */
    default void finished(Outcome outcome) {}

    /** Something a person should know. */
    default void say(Bilingual text) {}
}
