package org.liuhen.cli.collect;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.liuhen.core.values.Bilingual;

/** Progress for a person: bars that move on a terminal, else a line for each finished file. */
final class ProgressLines implements Progress {

    private static final int BAR_CELLS = 24;
    private static final long REDRAW_NANOS = 100_000_000L;
    private static final long MIB = 1024 * 1024;

    private final PrintStream out;
    private final boolean terminal;
    private final Map<RawPath, long[]> running = new LinkedHashMap<>(); // sent, of
    private int files;
    private int finished;
    private int failed;
    private int drawn;
    private long drawnAt;

    ProgressLines(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public synchronized void listed(String device, int count, long bytes) {
        files += count;
        line("设备 " + device + "：" + count + " 个文件，" + mib(bytes));
    }

    @Override
    public synchronized void sent(RawPath path, long bytes, long ofBytes) {
        running.put(path, new long[] {bytes, ofBytes});
        if (terminal && System.nanoTime() - drawnAt > REDRAW_NANOS) draw();
    }

    @Override
    public synchronized void finished(Outcome outcome) {
        running.remove(outcome.path());
        finished++;
        switch (outcome) {
            case Outcome.Stored stored -> line("✓ " + stored.path().display() + "  " + mib(stored.sizeBytes())
                    + "  已入库，回执已核对（第 " + stored.leafIndex() + " 条）");
            case Outcome.Failed failure -> {
                failed++;
                line("✗ " + failure.path().display() + "  " + failure.text());
            }
        }
    }

    @Override
    public synchronized void say(Bilingual text) {
        line(text.toString());
    }

    private void line(String text) {
        erase();
        out.println(text);
        if (terminal) draw();
    }

    private void erase() {
        if (drawn > 0) out.print("\033[" + drawn + "A\033[J");
        drawn = 0;
    }

    private void draw() {
        erase();
        running.forEach((path, bytes) -> {
            var cells = bytes[1] == 0 ? BAR_CELLS : (int) (BAR_CELLS * bytes[0] / bytes[1]);
            out.println("  [" + "█".repeat(cells) + "░".repeat(BAR_CELLS - cells) + "] " + mib(bytes[0]) + " / " + mib(bytes[1])
                    + "  " + path.display());
            drawn++;
        });
        if (finished < files) {
            out.println("  共 " + files + " 个，完成 " + finished + "，未成功 " + failed);
            drawn++;
        }
        out.flush();
        drawnAt = System.nanoTime();
    }

    private static String mib(long bytes) {
        return bytes < MIB ? bytes + " B" : String.format("%.1f MiB", (double) bytes / MIB);
    }
}
