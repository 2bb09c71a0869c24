package org.liuhen.bench;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** Measured figures of one kind, in any order. Grows. */
final class Samples {

    private double[] values = {};

    void add(double value) {
        values = DoubleStream.concat(Arrays.stream(values), DoubleStream.of(value)).toArray();
    }

    int count() {
        return values.length;
    }

    double median() {
        return percentile(50);
    }

    double max() {
        return percentile(100);
    }

    /**
     * The smallest sample that is not exceeded by so many percent of them.
     *
     * @param percent above 0, at most 100
     */
    double percentile(double percent) {
        if (values.length == 0) throw new IllegalStateException("nothing was measured");
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(percent / 100 * sorted.length) - 1];
    }
}
