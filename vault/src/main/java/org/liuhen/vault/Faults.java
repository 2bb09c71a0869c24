package org.liuhen.vault;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What happens when a {@link DiskVault} reaches a named step: nothing, but in tests. */
@FunctionalInterface
public interface Faults {

    /** The property that names the step at which the process is to die: {@code after-write:17}, the 17th time. */
    String PROPERTY = "liuhen.vault.fault";

    /** Called at the step. May throw, or never return. */
    void reached(FaultPoint step) throws IOException;

    /** Nothing happens. */
    static Faults none() {
        return step -> {};
    }

    /**
     * What {@link #PROPERTY} asks for: to end the process there, at once, as {@code kill -9} would.
     *
     * @throws IllegalArgumentException if it names no step
     */
    static Faults fromProperty() {
        return parse(System.getProperty(PROPERTY));
    }

    private static Faults parse(@Nullable String text) {
        if (text == null) return none();
        var parts = text.split(":", 2);
        var step = Arrays.stream(FaultPoint.values()).filter(point -> point.label().equals(parts[0])).findAny()
            .orElseThrow(() -> new IllegalArgumentException("no such fault point: " + text));
        var left = new AtomicInteger(parts.length == 2 ? Integer.parseInt(parts[1]) : 1);
        return reached -> {
            if (reached == step && left.decrementAndGet() == 0) Runtime.getRuntime().halt(137);
        };
    }
}
