package org.liuhen.bench;

import java.util.Arrays;

/** Measured figures of one kind, in any order. Grows. */
final class Samples {

    private double[] values = new double[16];
    private int count;

    void add(double value) {
        if (count == values.length) values = Arrays.copyOf(values, 2 * count);
        values[count++] = value;
    }

    void addAll(Samples others) {
        for (var i = 0; i < others.count; i++) add(others.values[i]);
    }

    int count() {
        return count;
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
        if (count == 0) throw new IllegalStateException("nothing was measured");
        var sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(percent / 100 * count) - 1];
    }
}
