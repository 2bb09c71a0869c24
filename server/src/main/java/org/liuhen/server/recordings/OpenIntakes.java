package org.liuhen.server.recordings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.liuhen.vault.Intake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which uploads are being written just now, and the intakes kept open between two requests so that their bytes need not be read
 * again. One request at a time for each upload. What is closed here loses nothing: it is resumed when the client comes back.
 */
final class OpenIntakes implements AutoCloseable {

    /** Intakes kept open without a request; each has a file and a buffer. */
    static final int IDLE_LIMIT = 32;
    private static final Logger LOG = LoggerFactory.getLogger(OpenIntakes.class);

    private record Idle(Intake intake, Instant since) {}

    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();
    private final Map<UUID, Idle> idle = new LinkedHashMap<>();

    /** Takes the upload for this request; false if another request has it. */
    boolean take(UUID upload) {
        return busy.add(upload);
    }

    /** The open intake of an upload that was taken; the caller has it alone now. */
    Optional<Intake> reuse(UUID upload) {
        synchronized (idle) {
            return Optional.ofNullable(idle.remove(upload)).map(Idle::intake);
        }
    }

    /** Lets the upload go, keeping the intake open for a while if there is one that can go on. */
    void release(UUID upload, @Nullable Intake intake, Instant now) {
        var closing = new ArrayList<Intake>();
        synchronized (idle) {
            if (intake != null) idle.put(upload, new Idle(intake, now));
            var oldest = idle.values().iterator();
            for (var over = idle.size() - IDLE_LIMIT; over > 0; over--) {
                closing.add(oldest.next().intake());
                oldest.remove();
            }
        }
        busy.remove(upload);
        closing.forEach(OpenIntakes::letGo);
    }

    /** Closes those that nobody used for so long. */
    void closeIdle(Duration longerThan, Instant now) {
        var closing = new ArrayList<Intake>();
        synchronized (idle) {
            var each = idle.values().iterator();
            while (each.hasNext()) {
                var one = each.next();
                if (one.since().plus(longerThan).isAfter(now)) continue;
                closing.add(one.intake());
                each.remove();
            }
        }
        closing.forEach(OpenIntakes::letGo);
    }

    @Override
    public void close() {
        closeIdle(Duration.ZERO, Instant.MAX);
    }

    /** Closes an intake; what was synced stays. */
    static void letGo(Intake intake) {
        try {
            intake.close();
        } catch (IOException e) {
            LOG.warn("an intake could not be closed; it is checked when the client comes back", new UncheckedIOException(e));
        }
    }
}
