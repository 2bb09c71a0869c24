package org.liuhen.server.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets what waits at the same time share one transaction. Whoever comes while nothing is under way leads; those who come
 * meanwhile wait together, and the first of them leads next. Without contention it costs nothing; with it, one commit carries
 * many: who leads waits a moment for as many as were here lately, because those just served often come again at once, and else
 * would find the door closed by the first of them.
 *
 * @param <W> work, which takes its result back to who waits for it
 */
final class GroupCommit<W, R> {

    /** Work and its result. */
    static final class Waiting<W, R> {
        private final W work;
        private final CompletableFuture<R> result = new CompletableFuture<>();
        private final CompletableFuture<Boolean> turn = new CompletableFuture<>();

        private Waiting(W work) {
            this.work = work;
        }

        W work() {
            return work;
        }

        void done(R outcome) {
            result.complete(outcome);
            turn.complete(false);
        }

        void failed(RuntimeException fault) {
            result.completeExceptionally(fault);
            turn.complete(false);
        }

        /** After an error of the Java machine there may be no result; nobody shall wait for it. */
        private void neverForgotten() {
            if (!result.isDone()) {
                failed(new IllegalStateException("ended without a result; whether it was carried out is unknown"));
            }
        }
    }

    private static final int GROUP_MAX = 256;
    /** A fraction of what a commit takes. */
    private static final long COMPANY_NANOS = TimeUnit.MICROSECONDS.toNanos(300);

    private final Queue<Waiting<W, R>> queue = new ArrayDeque<>();
    private boolean busy;
    /** Threads in {@link #submit} now. */
    private int present;
    /** The most that were present since the last group was taken. */
    private int company;
    /** Who waits for company. */
    private @Nullable Thread leader;

    /**
     * Has the work carried out, alone or with others, by this thread or another.
     *
     * @param carryOut gives every one of the group a result or a fault, and does not throw
     */
    R submit(W work, Consumer<List<Waiting<W, R>>> carryOut) {
        var mine = new Waiting<W, R>(work);
        try {
            if (enter(mine) || mine.turn.join()) {
                awaitCompany();
                var group = take();
                try {
                    carryOut.accept(group);
                } finally {
                    group.forEach(Waiting::neverForgotten);
                    passOn();
                }
            }
            return mine.result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException fault) throw fault;
            throw e;
        } finally {
            leave();
        }
    }

    private synchronized boolean enter(Waiting<W, R> mine) {
        queue.add(mine);
        company = Math.min(Math.max(company, ++present), GROUP_MAX);
        if (leader != null && queue.size() >= company) LockSupport.unpark(leader);
        if (busy) return false;
        busy = true;
        return true;
    }

    private synchronized void leave() {
        present--;
    }

    private void awaitCompany() {
        var until = System.nanoTime() + COMPANY_NANOS;
        for (var left = COMPANY_NANOS; left > 0 && isCompanyMissing(); left = until - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
        }
    }

    private synchronized boolean isCompanyMissing() {
        leader = Thread.currentThread();
        return queue.size() < company;
    }

    private synchronized List<Waiting<W, R>> take() {
        leader = null;
        company = Math.min(present, GROUP_MAX);
        var group = new ArrayList<Waiting<W, R>>();
        while (group.size() < GROUP_MAX && !queue.isEmpty()) {
            group.add(queue.remove());
        }
        return group;
    }

    private synchronized void passOn() {
        var next = queue.peek();
        if (next == null) busy = false;
        else next.turn.complete(true);
    }
}
