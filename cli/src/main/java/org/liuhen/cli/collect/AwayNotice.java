package org.liuhen.cli.collect;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import org.liuhen.core.values.Bilingual;

/**
 * Tells the person at the station, at once and then now and then, that the server is away and that there is nothing to do. Safe for
 * threads.
 */
final class AwayNotice implements Consumer<IOException> {

    /** A little less than the longest wait, so that each of those is told. */
    private static final Duration EVERY = Duration.ofSeconds(15);

    private final PrintStream err;
    private final URI server;
    private long quietUntil = System.nanoTime();

    AwayNotice(PrintStream err, URI server) {
        this.err = err;
        this.server = server;
    }

    @Override
    public synchronized void accept(IOException failure) {
        if (System.nanoTime() - quietUntil < 0) return;
        quietUntil = System.nanoTime() + EVERY.toNanos();
        var reason = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        err.println(new Bilingual(
                "服务器 " + server + " 暂时没有应答（" + reason + "）：正在等待并重试，已传的不会重传",
                "the server " + server + " does not answer (" + reason + "): waiting and trying again, nothing sent is lost"));
    }
}
