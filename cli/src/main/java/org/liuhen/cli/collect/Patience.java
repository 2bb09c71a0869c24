package org.liuhen.cli.collect;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * How often and how long something that may pass is tried again: a network that is away, a server that starts.
 *
 * @param attempts how often it is tried in all, at least once
 * @param firstWait after the first failure; doubles with each further one
 * @param longestWait the most to wait between two
 * @param waiting is told of each failure after which there will be another attempt; from several threads
 */
public record Patience(int attempts, Duration firstWait, Duration longestWait, Consumer<IOException> waiting) {

    /** About three minutes: longer than a server's restart, shorter than a person's. */
    public static final Patience USUAL = new Patience(15, Duration.ofMillis(500), Duration.ofSeconds(20));

    /** Patience that waits in silence. */
    public Patience(int attempts, Duration firstWait, Duration longestWait) {
        this(attempts, firstWait, longestWait, _ -> {});
    }

    /** Something that can fail for a while. */
    @FunctionalInterface
    public interface Attempt<T> {
        /** Tries once. */
        T run() throws IOException, StoreRefused, InterruptedException;
    }

    /**
     * Tries until it works.
     *
     * @throws IOException the last failure, when patience is at its end
     * @throws StoreRefused at once: a refusal does not pass by itself
     */
    public <T> T with(Attempt<T> attempt) throws IOException, StoreRefused, InterruptedException {
        var wait = firstWait;
        for (var tried = 1; ; tried++) {
            try {
                return attempt.run();
            } catch (IOException e) {
                if (tried >= attempts) throw e;
                waiting.accept(e);
            }
            Thread.sleep(wait);
            wait = after(wait);
        }
    }

    /** How long to wait after having waited so long. */
    Duration after(Duration wait) {
        return wait.multipliedBy(2).compareTo(longestWait) < 0 ? wait.multipliedBy(2) : longestWait;
    }
}
