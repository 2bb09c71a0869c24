package org.liuhen.server.recordings.activities;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How often somebody who is not signed in may ask, by the minute. Safe for threads. */
final class Questions {

    /** Of one address: a household or an office, behind one address, has many receipts. */
    static final int OF_ONE = 30;

    /** Of all together: reading the store for strangers must not stand in the way of work. */
    static final int OF_ALL = 600;

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Map<String, Integer> asked = new HashMap<>();
    private Instant since = Instant.EPOCH;
    private int all;

    /** Counts a question; how long to wait if it is one too many. */
    synchronized Optional<Duration> ask(String address, Instant now) {
        if (Duration.between(since, now).compareTo(WINDOW) >= 0 || now.isBefore(since)) {
            asked.clear();
            all = 0;
            since = now;
        }
        if (all >= OF_ALL || asked.getOrDefault(address, 0) >= OF_ONE) {
            return Optional.of(WINDOW.minus(Duration.between(since, now)));
        }
        all++;
        asked.merge(address, 1, Integer::sum);
        return Optional.empty();
    }
}
