package org.liuhen.bench;

import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for of one metric.
 *
 * @param asked in words, as it is printed
 * @param test of the row that measured the metric
 */
record Bar(String metric, String asked, Predicate<Row> test) {

    /** The figure is at least so many times the peer's. */
    static Bar times(String metric, double least) {
        return new Bar(metric, "≥ " + plain(least) + " ×", row -> atLeast(row.ratio(), least));
    }

    static Bar atLeast(String metric, double least, String unit) {
        return new Bar(metric, "≥ " + plain(least) + " " + unit, row -> row.value() >= least);
    }

    static Bar atMost(String metric, double most, String unit) {
        return new Bar(metric, "≤ " + plain(most) + " " + unit, row -> row.value() <= most);
    }

    private static boolean atLeast(@Nullable Double ratio, double least) {
        if (ratio == null) throw new IllegalStateException("nothing to compare with");
        return ratio >= least;
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.format(Locale.ROOT, "%,.0f", number) : Double.toString(number);
    }
}
