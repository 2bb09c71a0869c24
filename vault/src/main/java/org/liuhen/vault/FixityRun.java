package org.liuhen.vault;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import org.liuhen.core.values.Digest;

/** One check of every object in a vault, several at once. */
public final class FixityRun {

    /** What was found so far. */
    public record Summary(long passed, long failed, long notPerformed, long bytes) {
        private Summary with(Fixity fixity) {
            return switch (fixity) {
                case Fixity.Passed(var size) -> new Summary(passed + 1, failed, notPerformed, bytes + size);
                case Fixity.Failed _ -> new Summary(passed, failed + 1, notPerformed, bytes);
                case Fixity.NotPerformed _ -> new Summary(passed, failed, notPerformed + 1, bytes);
            };
        }
    }

    /** Is told of each object, one after the other, by the thread that runs the check. */
    @FunctionalInterface
    public interface Progress {
        /** This object was checked; the summary counts it. */
        void checked(Digest sha256, Fixity fixity, Summary summary);
    }

    private record Checked(Digest sha256, Fixity fixity) {}

    private FixityRun() {}

    /**
     * Checks every object. What is wrong with an object is told to the progress and counted, and the run goes on.
     *
     * @param objectsAtOnce how many objects are read at the same time
     * @param pace how fast they are read, together
     * @throws IOException if the objects cannot be listed, or the thread was interrupted; what was told until then stands
     */
    public static Summary over(Vault vault, Set<Digest.Algorithm> algorithms, int objectsAtOnce, Pace pace, Progress progress)
            throws IOException {
        var summary = new Summary(0, 0, 0, 0);
        var threads =
            Executors.newFixedThreadPool(objectsAtOnce, Thread.ofPlatform().name("vault-fixity-", 0).daemon().factory());
        try (threads; var all = vault.list()) {
            try {
                var checks = new ExecutorCompletionService<Checked>(threads);
                var running = 0;
                for (var objects = all.iterator(); objects.hasNext() || running > 0; ) {
                    while (objects.hasNext() && running < 2 * objectsAtOnce) {
                        var sha256 = objects.next();
                        checks.submit(() -> new Checked(sha256, vault.check(sha256, algorithms, pace)));
                        running++;
                    }
                    var checked = checks.take().get();
                    running--;
                    summary = summary.with(checked.fixity());
                    progress.checked(checked.sha256(), checked.fixity(), summary);
                }
                return summary;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("校验被中断 the check was interrupted", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("a check failed otherwise than by an answer", e.getCause());
            } finally {
                threads.shutdownNow();
            }
        }
    }
}
