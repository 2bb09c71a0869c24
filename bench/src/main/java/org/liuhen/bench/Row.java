package org.liuhen.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One measured figure.
 *
 * @param value in {@code unit}
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

    static Row of(String bench, String metric, double value, String unit) {
        return new Row(bench, metric, value, unit, null, null, null, null);
    }

    Row against(String peer, double ratio) {
        return new Row(bench, metric, value, unit, peer, ratio, bar, met);
    }

    Row bar(String bar, boolean met) {
        return new Row(bench, metric, value, unit, peer, ratio, bar, met);
    }

    String toJson() {
        var text = new StringBuilder("{");
        field(text, "bench", bench);
        field(text, "metric", metric);
        text.append(",\"value\":").append(number(value));
        field(text, "unit", unit);
        if (peer != null) field(text, "peer", peer);
        if (ratio != null) text.append(",\"ratio\":").append(number(ratio));
        if (bar != null) field(text, "bar", bar);
        if (met != null) text.append(",\"met\":").append(met);
        return text.append('}').toString();
    }

    @Override
    public String toString() {
        var text = new StringBuilder(String.format(Locale.ROOT, "%-8s %-44s %14s %-7s", bench, metric, number(value), unit));
        if (ratio != null) text.append(String.format(Locale.ROOT, " %8s x %s", number(ratio), peer));
        if (bar != null) text.append("   bar ").append(bar).append(Boolean.TRUE.equals(met) ? ": met" : ": NOT MET");
        return text.toString();
    }

    private static void field(StringBuilder text, String name, String value) {
        if (text.length() > 1) text.append(',');
        text.append('"').append(name).append("\":\"").append(value.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    }

    private static String number(double value) {
        var places = Math.abs(value) >= 100 ? 0 : 2;
        return String.format(Locale.ROOT, "%." + places + "f", value);
    }
}
