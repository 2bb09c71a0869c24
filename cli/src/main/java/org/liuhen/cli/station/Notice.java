package org.liuhen.cli.station;

import org.liuhen.core.values.Bilingual;

/**
 * Something that a person at the station should know; nothing that keeps a file from being taken in.
 *
 * @param code a word for scripts
 */
record Notice(String code, Level level, Bilingual text) {

    /** How much it matters. */
    enum Level {
        INFO("info"),
        LOOK("look"),
        ACT("act");

        private final String word;

        Level(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    static Notice info(String code, String zh, String en) {
        return new Notice(code, Level.INFO, new Bilingual(zh, en));
    }

    static Notice look(String code, String zh, String en) {
        return new Notice(code, Level.LOOK, new Bilingual(zh, en));
    }

    static Notice act(String code, String zh, String en) {
        return new Notice(code, Level.ACT, new Bilingual(zh, en));
    }
}
