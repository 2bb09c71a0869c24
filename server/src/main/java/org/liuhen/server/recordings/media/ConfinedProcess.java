package org.liuhen.server.recordings.media;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.liuhen.core.recordings.MediaFault;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Runs programs that read what a stranger wrote. Each run has {@link Limits}, low priority, an environment of its own, an empty
 * folder as its working folder (removed afterwards), no network where the machine allows it ({@link #confinement()}), and, as
 * standard input, the one file it may read, opened for reading only: the program never learns the file's name.
 */
public final class ConfinedProcess {

    static final int ERRORS_MAX_BYTES = 8 * 1024;

    /**
     * Sets the limits and becomes the command, which stands in its arguments and is never part of the script's text. A limit
     * that cannot be set is in order only where a stricter one is already there.
     */
    private static final String SET_LIMITS = """
        ulimit -c 0
        ulimit -n 256 2>/dev/null
        ulimit -t "$1" 2>/dev/null || [ "$(ulimit -H -t)" != unlimited ] || exit 125
        ulimit -v "$2" 2>/dev/null || [ "$(ulimit -H -v)" != unlimited ] || exit 125
        ulimit -f "$3" 2>/dev/null || [ "$(ulimit -H -f)" != unlimited ] || exit 125
        shift 3
        exec "$@"
        """;

    private static final int CANNOT_LIMIT = 125;
    private static final int BY_SIGNAL = 128;
    private static final int SIGABRT = 6;
    private static final int SIGKILL = 9;
    private static final int SIGSEGV = 11;
    private static final int SIGXCPU = 24;
    private static final int SIGXFSZ = 25;
    private static final int FILE_BLOCK_BYTES = 512;
    private static final int GONE_SECONDS = 10;

    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(ConfinedProcess::kill), "end-confined-processes"));
    }

    /** Makes something of standard output while the program runs, in a thread of its own. */
    @FunctionalInterface
    public interface Reading<T> {
        /** Reads to the end; the stream fails when the limit is passed, and the failure must not be caught. */
        T read(InputStream output) throws IOException;
    }

    /**
     * One run.
     *
     * @param command program and arguments, handed over as they are
     * @param environment all that the program sees, beside a search path and its working folder as home
     * @param input becomes standard input; without it there is none
     */
    public record Task(List<String> command, Map<String, String> environment, Optional<Path> input, Limits limits) {
        public Task {
            command = List.copyOf(command);
            environment = Map.copyOf(environment);
        }
    }

    private final Path work;
    private final Confinement confinement;

    /** Working folders are made in {@code work}, which is made if it is missing. */
    public ConfinedProcess(Path work) throws IOException, InterruptedException {
        this.work = Files.createDirectories(work.toAbsolutePath());
        this.confinement = Confinement.strictest();
    }

    /** How far programs are shut off here. */
    public Confinement confinement() {
        return confinement;
    }

    /**
     * Runs to the end, or to a limit. When this returns or throws, the program and all its children are gone, and so is its
     * working folder.
     *
     * @throws IOException if the program or this machine's tools cannot be started, or {@code reading} failed
     * @throws InterruptedException the program is ended
     */
    public <T> Outcome<T> run(Task task, Reading<T> reading) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory(work, "run-");
        try {
            return run(task, reading, folder);
        } finally {
            delete(folder);
        }
    }

    private <T> Outcome<T> run(Task task, Reading<T> reading, Path folder) throws IOException, InterruptedException {
        var process = builder(task, folder).start();
        RUNNING.add(process);
        try {
            process.getOutputStream().close();
            var late = new AtomicBoolean();
            var clock = Thread.ofVirtual().start(() -> endAfter(process, task.limits().wall(), late));
            var errors = started(() -> errors(process.getErrorStream()));
            var output = started(() -> output(process.getInputStream(), task.limits().outputBytes(), reading));
            try {
                var read = output.get(); // a pipe cannot be waited for in a way that an interrupt ends; a task can
                var exit = process.waitFor();
                return late.get() ? tooLate(task.limits()) : ended(exit, read, errors.get(), task.limits());
            } catch (ExecutionException e) {
                if (e.getCause() instanceof TooMuch much) {
                    return stopped(MediaFault.OUTPUT, "more than " + much.limit + " bytes of output");
                }
                if (late.get()) return tooLate(task.limits()); // its pipe broke with it
                throw new IOException("the output of " + task.command().getFirst() + " could not be read", e.getCause());
            } finally {
                clock.interrupt();
            }
        } finally {
            end(process);
            RUNNING.remove(process);
        }
    }

    private static <T> FutureTask<T> started(Callable<T> callable) {
        var task = new FutureTask<>(callable);
        Thread.ofVirtual().start(task);
        return task;
    }

    private static <T> T output(InputStream stream, long limit, Reading<T> reading) throws IOException {
        try (var capped = new Capped(stream, limit)) {
            var read = reading.read(capped);
            capped.transferTo(OutputStream.nullOutputStream());
            return read;
        }
    }

    private ProcessBuilder builder(Task task, Path folder) {
        var limits = task.limits();
        var command = new ArrayList<>(List.of("/bin/sh", "-c", SET_LIMITS, "confined"));
        command.add(String.valueOf(limits.processor().toSeconds()));
        command.add(String.valueOf(limits.addressSpaceBytes() / 1024));
        command.add(String.valueOf((limits.fileBytes() + FILE_BLOCK_BYTES - 1) / FILE_BLOCK_BYTES));
        command.addAll(List.of("nice", "-n", "10"));
        command.addAll(confinement.prefix());
        command.addAll(task.command());
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        task.input().ifPresent(input -> builder.redirectInput(input.toFile()));
        var environment = builder.environment();
        environment.clear();
        environment.putAll(task.environment());
        environment.put("PATH", "/usr/local/bin:/usr/bin:/bin");
        environment.put("HOME", folder.toString());
        environment.put("TMPDIR", folder.toString());
        environment.put("LC_ALL", "C.UTF-8");
        return builder;
    }

    private static <T> Outcome<T> ended(int exit, T read, String errors, Limits limits) throws IOException {
        var told = errors.toLowerCase(Locale.ROOT);
        if (exit == CANNOT_LIMIT) throw new IOException("this machine's shell cannot limit a process: " + errors);
        if (exit == BY_SIGNAL + SIGXCPU || exit == BY_SIGNAL + SIGKILL) {
            return stopped(MediaFault.TIME, "processor time " + limits.processor());
        }
        if (exit == BY_SIGNAL + SIGXFSZ || (exit != 0 && told.contains("file too large"))) {
            return stopped(MediaFault.OUTPUT, "more than " + limits.fileBytes() + " bytes in a file");
        }
        var noMemory = told.contains("cannot allocate memory") || told.contains("out of memory") || told.contains("bad_alloc")
            || told.contains("failed to map segment");
        if (exit != 0 && noMemory) {
            return stopped(MediaFault.MEMORY, "more than " + limits.addressSpaceBytes() + " bytes of address space");
        }
        if (exit == BY_SIGNAL + SIGSEGV || exit == BY_SIGNAL + SIGABRT) {
            return stopped(MediaFault.DAMAGED, "the media tool crashed: " + errors);
        }
        return new Outcome.Ended<>(exit, read, errors);
    }

    private static <T> Outcome<T> stopped(MediaFault fault, String detail) {
        return new Outcome.Stopped<>(fault, detail);
    }

    private static <T> Outcome<T> tooLate(Limits limits) {
        return stopped(MediaFault.TIME, "wall time " + limits.wall());
    }

    private static void endAfter(Process process, Duration wall, AtomicBoolean late) {
        try {
            if (process.waitFor(wall.toMillis(), TimeUnit.MILLISECONDS)) return;
            late.set(true);
            kill(process);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the run is over; nobody waits any more
        }
    }

    /** Kills and waits until they are gone; no interrupt shortens that, and a process that the kernel holds does not prolong it. */
    private static void end(Process process) {
        var all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(handle -> handle.onExit().completeOnTimeout(handle, GONE_SECONDS, TimeUnit.SECONDS).join());
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static String errors(InputStream stream) throws IOException {
        try (stream) {
            var kept = stream.readNBytes(ERRORS_MAX_BYTES);
            stream.transferTo(OutputStream.nullOutputStream()); // read on, or the program would wait for ever
            return new String(kept, UTF_8);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static final class TooMuch extends IOException {
        private final long limit;

        TooMuch(long limit) {
            super("more than " + limit + " bytes of output");
            this.limit = limit;
        }
    }

    /** Fails on the first byte beyond the limit. */
    private static final class Capped extends FilterInputStream {
        private final long limit;
        private long read;

        Capped(InputStream in, long limit) {
            super(in);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            var b = super.read();
            if (b >= 0) count(1);
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            var n = super.read(bytes, offset, length);
            if (n > 0) count(n);
            return n;
        }

        private void count(int n) throws TooMuch {
            read += n;
            if (read > limit) throw new TooMuch(limit);
        }
    }
}
