package org.liuhen.bench;

import java.io.IOException;

/** A page of metrics in the Prometheus text format. */
record Metrics(String page) {

    /**
     * The sum of a metric over those of its lines that have the label.
     *
     * @param label as it is written, {@code area="heap"}; empty for all lines
     * @throws IOException if there is no such line
     */
    double sum(String name, String label) throws IOException {
        var values = page.lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .filter(line -> line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .toArray();
        if (values.length == 0) throw new IOException("the server does not tell " + name);
        return java.util.Arrays.stream(values).sum();
    }
}
