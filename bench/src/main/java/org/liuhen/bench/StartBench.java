package org.liuhen.bench;

import java.util.List;

/** From the command to {@code ready} on a data folder that exists, and what is in memory then: the server and its PostgreSQL. */
final class StartBench implements Bench {

    private static final String NAME = "start";
    private static final String READY = "command to ready";
    private static final String RESIDENT = "resident, server and PostgreSQL";
    private static final int ROUNDS = 3;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Bar> bars() {
        return List.of(Bar.atMost(READY, 5, "s"), Bar.atMost(RESIDENT, 400, "MB"));
    }

    @Override
    public List<Row> run(Workplace workplace) throws Exception {
        var data = workplace.folder().resolve("data");
        RunningServer.start(workplace, data, "--demo").stop();
        var ready = new Samples();
        var resident = new Samples();
        var server = new Samples();
        for (var round = 0; round < ROUNDS; round++) {
            var begun = System.nanoTime();
            var running = RunningServer.start(workplace, data);
            ready.add((System.nanoTime() - begun) / 1e9);
            server.add(Memory.of(running.process()).residentBytes() / 1e6);
            resident.add(Memory.shareOfTree(running.process()) / 1e6);
            running.stop();
        }
        return List.of(
                Row.of(NAME, READY, ready.median(), "s"),
                Row.of(NAME, READY + ", slowest of " + ROUNDS, ready.max(), "s"),
                Row.of(NAME, RESIDENT, resident.max(), "MB"),
                Row.of(NAME, "resident, server alone", server.max(), "MB"));
    }
}
