package org.liuhen.postgres;

import java.nio.file.Path;
import org.liuhen.postgres.LocalPostgres.Settings;

/**
 * A program of its own for the tests: starts a server, says {@code ready} and its URL, and holds it until its standard input
 * ends.
 */
final class Holder {

    private Holder() {}

    public static void main(String[] words) throws Exception {
        try (var postgres = LocalPostgres.start(Settings.in(Path.of(words[0])).withBinaries(Path.of(words[1])))) {
            System.out.println("ready " + postgres.access().url());
            while (System.in.read() >= 0) {
                // only the end matters
            }
        } catch (PostgresFault e) {
            System.out.println("fault " + e.getClass().getSimpleName() + " " + e.getMessage());
        }
    }
}
