package org.liuhen.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.liuhen.core.cases.Assessor;
import org.liuhen.core.cases.CaseState;
import org.liuhen.core.cases.Cases;
import org.liuhen.core.rules.Finding;

/**
 * All findings of many cases from nothing but the bytes of their events: read, understood, put together, judged by every rule. Against
 * judging each case again after every event, on a part of them.
 */
final class AssessBench implements Bench {

    private static final String NAME = "assess";
    private static final String ALL = "findings of all cases from their bytes, 2 threads";
    private static final String ONE = "findings of one case, median";
    private static final String PEER = "judged again after every event";

    private static final int THREADS = 2;
    private static final long BYTES_A_CASE = 48 * 1024;
    /** So many blocks are judged in the peer's way too, in turns. */
    private static final int COMPARED_BLOCKS = 10;
    private static final int DUTIES_SHOWN = 12;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Bar> bars() {
        return List.of(Bar.atMost(ALL, 60, "s"), Bar.atMost(ONE, 1, "ms"));
    }

    /** What a thread has done. Grows. */
    private static final class Done {
        private long cases;
        private long clean;
        private long events;
        private final Map<String, Long> findings = new HashMap<>();
        private double processorSeconds;
        private final Samples millis = new Samples();

        void judged(MadeUpCase one, List<Finding> found, double took) {
            cases++;
            if (found.isEmpty()) clean++;
            events += one.events().size();
            found.forEach(finding -> findings.merge(finding.key().duty(), 1L, Long::sum));
            millis.add(took);
        }

        void add(Done other) {
            cases += other.cases;
            clean += other.clean;
            events += other.events;
            other.findings.forEach((duty, count) -> findings.merge(duty, count, Long::sum));
            processorSeconds += other.processorSeconds;
            millis.addAll(other.millis);
        }
    }

    @Override
    public List<Row> run(Workplace workplace) throws Exception {
        workplace.require(workplace.cases() * BYTES_A_CASE);
        var blocks = CaseBlocks.write(workplace.folder().resolve("cases"), workplace.cases());

        var begun = System.nanoTime();
        var done = assess(blocks);
        var seconds = (System.nanoTime() - begun) / 1e9;
        if (done.cases != workplace.cases()) throw new IllegalStateException(done.cases + " cases were judged only");

        var once = new Samples();
        var again = new Samples();
        for (var block = 0; block < Math.min(COMPARED_BLOCKS, blocks.count()); block++) {
            for (var one : blocks.read(block)) {
                once.add(millis(() -> judged(one)));
                again.add(millis(() -> judgedAfterEvery(one)));
            }
        }
        var rows = new ArrayList<>(List.of(
                Row.of(NAME, ALL, seconds, "s"),
                Row.of(NAME, ONE, done.millis.median(), "ms").against(PEER, again.median() / once.median()),
                Row.of(NAME, "findings of one case, p99", done.millis.percentile(99), "ms"),
                Row.of(NAME, "processor time of both threads", done.processorSeconds, "s"),
                Row.of(NAME, "cases", (double) done.cases, "cases"),
                Row.of(NAME, "cases without a finding", (double) done.clean, "cases"),
                Row.of(NAME, "events", (double) done.events, "events"),
                Row.of(NAME, "bytes of the events", blocks.sizeBytes() / 1e6, "MB"),
                Row.of(NAME, "findings", done.findings.values().stream().mapToDouble(Long::doubleValue).sum(), "findings")));
        done.findings.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed()).limit(DUTIES_SHOWN)
                .forEach(duty -> rows.add(Row.of(NAME, "findings of " + duty.getKey(), duty.getValue().doubleValue(), "findings")));
        return List.copyOf(rows);
    }

    private static Done assess(CaseBlocks blocks) throws IOException, InterruptedException {
        var next = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var running = threads.invokeAll(IntStream.range(0, THREADS).<Callable<Done>>mapToObj(_ -> () -> assess(blocks, next)).toList());
            var all = new Done();
            for (var one : running) all.add(one.get());
            return all;
        } catch (ExecutionException e) {
            throw new IOException("a case could not be judged", e);
        }
    }

    private static Done assess(CaseBlocks blocks, AtomicInteger next) throws IOException {
        var done = new Done();
        for (var block = next.getAndIncrement(); block < blocks.count(); block = next.getAndIncrement()) {
            for (var one : blocks.read(block)) {
                var begun = System.nanoTime();
                var found = judged(one);
                done.judged(one, found, (System.nanoTime() - begun) / 1e6);
            }
        }
        done.processorSeconds = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
        return done;
    }

    private static List<Finding> judged(MadeUpCase one) {
        return Assessor.assess(one.begun(), MadeUpCase.law(one.agency()), MadeUpCase.NOW).findings();
    }

    private static void judgedAfterEvery(MadeUpCase one) {
        CaseState state = new CaseState.Absent();
        for (var stored : one.events()) {
            state = Cases.evolve(state, stored.event(), stored.recordedAt());
            if (state instanceof CaseState.Begun begun) Assessor.assess(begun, MadeUpCase.law(one.agency()), stored.recordedAt());
        }
    }

    private static double millis(Runnable work) {
        var begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e6;
    }
}
