package org.liuhen.cli.collect;

import java.time.Instant;

/**
 * What tells whether a file is still the one that was seen, without reading it.
 *
 * @param modifiedAt the file's own time, by the device's clock, cut to milliseconds
 * @param identity what the file system knows it by (device and inode), or empty where it knows no such thing
 */
public record FileStamp(long sizeBytes, Instant modifiedAt, String identity) {}
