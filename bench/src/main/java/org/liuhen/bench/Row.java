package org.liuhen.bench;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One measured figure.
 *
 * @param value in {@code unit}; finite
 * @param peer what it was compared with in the same run, or nothing
 * @param ratio this figure over the peer's, turned so that larger is better, or nothing
 * @param bar what was asked for, in words, or nothing
 * @param met whether the bar is met, or nothing where there is none
 */
record Row(
        String bench,
        String metric,
        double value,
        String unit,
        @Nullable String peer,
        @Nullable Double ratio,
        @Nullable String bar,
        @Nullable Boolean met) {

    Row {
        if (!Double.isFinite(value)) throw new IllegalArgumentException(metric + " was not measured: " + value);
        if (ratio != null && !Double.isFinite(ratio)) throw new IllegalArgumentException(metric + " was not compared: " + ratio);
    }

    static Row of(String bench, String metric, double value, String unit) {
        return new Row(bench, metric, value, unit, null, null, null, null);
    }

    Row against(String peer, double ratio) {
        return new Row(bench, metric, value, unit, peer, ratio, bar, met);
    }

    /** This row, judged by those of the bars that ask for its metric. */
    Row judgedBy(List<Bar> bars) {
        for (var asked : bars) {
            if (asked.metric().equals(metric)) {
                return new Row(bench, metric, value, unit, peer, ratio, asked.asked(), asked.test().test(this));
            }
        }
        return this;
    }

    /** One line, always with the same eight fields; null where there is nothing. */
    String toJson() {
        return "{\"bench\":" + quoted(bench) + ",\"metric\":" + quoted(metric) + ",\"value\":" + number(value) + ",\"unit\":" + quoted(unit)
                + ",\"peer\":" + quoted(peer) + ",\"ratio\":" + (ratio == null ? "null" : number(ratio))
                + ",\"bar\":" + quoted(bar) + ",\"met\":" + met + "}";
    }

    @Override
    public String toString() {
        var text = new StringBuilder(String.format(Locale.ROOT, "%-7s %-52s %10s %-9s", bench, metric, number(value), unit));
        if (ratio != null) text.append(' ').append(number(ratio)).append(" × ").append(peer);
        if (bar != null) text.append("   bar ").append(bar).append(Boolean.TRUE.equals(met) ? ": met" : ": NOT MET");
        return text.toString().stripTrailing();
    }

    static String quoted(@Nullable String text) {
        return text == null ? "null" : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Three digits or more, so that small figures keep their meaning. */
    private static String number(double value) {
        var size = Math.abs(value);
        if (value == 0 || size >= 100) return String.format(Locale.ROOT, "%.0f", value);
        return String.format(Locale.ROOT, size >= 1 ? "%.2f" : "%.4f", value);
    }
}
