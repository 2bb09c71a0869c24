package org.liuhen.vault;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;

/** Prints how fast one core hashes leaves in lanes and one message alone. Not a test: run by hand. */
final class Sm3Speed {

    private static final int MIB = 1024 * 1024;

    private Sm3Speed() {}

    public static void main(String[] arguments) {
        var direct = MemorySegment.ofBuffer(ByteBuffer.allocateDirect(MIB));
        for (var i = 0; i < MIB; i++) direct.set(ValueLayout.JAVA_BYTE, i, (byte) (i * 31 + i / 977));
        for (var turn = 0; turn < 6; turn++) {
            measure("lanes", turn == 0 ? 1 : 400, () -> Sm3Leaves.root(direct));
        }
        for (var turn = 0; turn < 4; turn++) {
            measure("scalar", turn == 0 ? 1 : 60, () -> new Sm3().update(direct).digest());
        }
    }

    private static void measure(String what, int mibs, Runnable oneMib) {
        var clock = ManagementFactory.getThreadMXBean(); // time of this thread, so that others on the machine count less
        var start = clock.getCurrentThreadCpuTime();
        for (var i = 0; i < mibs; i++) oneMib.run();
        var seconds = (clock.getCurrentThreadCpuTime() - start) / 1e9;
        System.out.printf("%s: %d MiB in %.1f ms, %.0f MB/s%n", what, mibs, seconds * 1e3, mibs * (double) MIB / 1e6 / seconds);
    }
}
