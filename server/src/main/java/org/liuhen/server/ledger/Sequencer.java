package org.liuhen.server.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Keeps the logs growing: a thread a log, woken by every commit of this process, and one that looks for commits it was not told
 * of.
 */
final class Sequencer implements AutoCloseable {

    /**
     * Between two signatures of a log. Below the second that is promised from commit to checkpoint, because an event may come
     * just after a pass has begun (docs/decisions/0011).
     */
    private static final Duration BETWEEN_SIGNATURES = Duration.ofMillis(800);
    private static final Duration LOOK_FOR_UNTOLD = Duration.ofMillis(200);
    private static final Duration AFTER_FAULT = Duration.ofSeconds(1);
    private static final Duration SIGN_OF_LIFE = Duration.ofDays(1);
    private static final Duration LAST_PASS = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);

    private record Worker(AgencyLog log, Semaphore wake, Thread thread) {}

    private final Map<String, Worker> workers = new ConcurrentHashMap<>();
    private final LedgerRows rows;
    private final Thread lookout;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean closed;

    Sequencer(LedgerRows rows) {
        this.rows = rows;
        lookout = Thread.ofVirtual().name("ledger-lookout").start(this::lookOut);
    }

    /** Begins to keep the log growing; at once takes up what a crash has left. */
    void start(AgencyLog log) {
        workers.computeIfAbsent(log.agency(), agency -> {
            var wake = new Semaphore(1);
            return new Worker(log, wake, Thread.ofVirtual().name("ledger-" + agency).start(() -> keepGrowing(log, wake)));
        });
    }

    /** The agency's journal has new events. */
    void wake(String agency) {
        var worker = workers.get(agency);
        if (worker != null && worker.wake().availablePermits() == 0) worker.wake().release();
    }

    private void keepGrowing(AgencyLog log, Semaphore wake) {
        try {
            while (!closed) {
                if (!wake.tryAcquire(SIGN_OF_LIFE.toMillis(), TimeUnit.MILLISECONDS)) {
                    log.signAgain();
                    continue;
                }
                wake.drainPermits();
                var began = System.nanoTime();
                if (pass(log)) wake.release();
                var rest = BETWEEN_SIGNATURES.toNanos() - (System.nanoTime() - began);
                if (rest > 0) Thread.sleep(Duration.ofNanos(rest));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closing
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One pass; what failed for a reason that may go away is tried again. */
    private boolean pass(AgencyLog log) throws InterruptedException {
        try {
            return log.pass();
        } catch (IOException | UncheckedIOException | DataAccessException | TransactionException e) {
            if (closed) return false;
            LOG.error("台账 {} 暂时无法签发，将重试 / ledger {} cannot be signed now, will try again", log.agency(), log.agency(), e);
            Thread.sleep(AFTER_FAULT);
            return true;
        }
    }

    private void lookOut() {
        try {
            while (!closing.await(LOOK_FOR_UNTOLD.toMillis(), TimeUnit.MILLISECONDS)) {
                var all = List.copyOf(workers.values());
                if (all.isEmpty()) continue;
                try {
                    rows.pending(all.stream().map(worker -> worker.log().agency()).toList(), all.stream()
                            .map(worker -> worker.log().above()).toList())
                            .forEach(this::wake);
                } catch (DataAccessException | TransactionException e) {
                    if (closed) return;
                    LOG.warn("数据库暂时不可用 / the database is away for now: {}", e.getMessage());
                    Thread.sleep(AFTER_FAULT);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closing
        }
    }

    /** Lets passes under way end; a pass that is cut short is taken up at the next start. */
    @Override
    public void close() {
        closed = true;
        closing.countDown();
        for (var worker : workers.values()) {
            worker.wake().release();
        }
        try {
            for (var worker : workers.values()) {
                if (!worker.thread().join(LAST_PASS)) worker.thread().interrupt();
            }
            if (!lookout.join(LAST_PASS)) lookout.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
