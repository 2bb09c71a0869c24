package org.liuhen.core.devices.numbers;

import java.util.List;

/**
 * Files whose names a camera counted with one counter.
 *
 * @param pattern of the names: {@code #} for each digit of the counter; other names that share the counter behind a comma
 * @param first the first that arrived, spelled as in a file name
 * @param last the last that arrived
 * @param files that arrived
 * @param missing in the order of the counter
 */
public record Series(String pattern, String first, String last, long files, List<MissingNumbers> missing) {
    public Series {
        missing = List.copyOf(missing);
    }
}
