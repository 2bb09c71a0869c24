package org.liuhen.cli.collect;

import java.util.concurrent.atomic.AtomicInteger;

/** What happens at a {@link FaultPoint}: nothing, unless a test asked for it. */
@FunctionalInterface
public interface Faults {

    /** Exit code of a process ended at a fault point: as if killed by signal 9. */
    int HALTED = 137;

    /** Called at the moment; may never return. */
    void reach(FaultPoint point);

    /**
     * Halts the process, without any closing, at the point that the system property {@code liuhen.fault} names: {@code POINT} or
     * {@code POINT:n} for the n-th time. Without the property nothing ever happens.
     *
     * @throws IllegalArgumentException if the property names no point
     */
    static Faults ofProperty() {
        var property = System.getProperty("liuhen.fault", "");
        if (property.isEmpty()) return _ -> {};
        var parts = property.split(":", 2);
        var chosen = FaultPoint.valueOf(parts[0]);
        var left = new AtomicInteger(parts.length == 2 ? Integer.parseInt(parts[1]) : 1);
        return point -> {
            if (point == chosen && left.decrementAndGet() == 0) Runtime.getRuntime().halt(HALTED);
        };
    }
}
