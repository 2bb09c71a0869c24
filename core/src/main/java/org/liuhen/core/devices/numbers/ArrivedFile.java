package org.liuhen.core.devices.numbers;

/**
 * A file that a device handed in.
 *
 * @param handIn tells hand-ins apart; the order in which they are given is that of their opening
 * @param path in the source, folders parted by {@code /}
 * @param content tells contents apart: its digest
 */
public record ArrivedFile(String handIn, String path, String content) {}
