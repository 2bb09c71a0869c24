package org.liuhen.core.devices.numbers;

/**
 * Numbers that never arrived, between two files that did.
 *
 * @param first spelled as in a file name
 * @param last the same as {@code first} where one is missing
 * @param count how many
 * @param after path of the file before them
 * @param before path of the file after them
 */
public record MissingNumbers(String first, String last, long count, String after, String before) {}
