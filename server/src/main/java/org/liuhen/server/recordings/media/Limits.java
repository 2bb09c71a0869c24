package org.liuhen.server.recordings.media;

import java.time.Duration;

/**
 * What a child process may use. Beyond any of them it is ended, and the answer is the fault that names the limit.
 *
 * @param wall time by the clock
 * @param processor time of all its threads together
 * @param addressSpaceBytes of its address space; shared libraries and reserved stacks count
 * @param outputBytes on standard output; of standard error the first {@value ConfinedProcess#ERRORS_MAX_BYTES} bytes are kept
 * @param fileBytes of each file that it writes
 */
public record Limits(Duration wall, Duration processor, long addressSpaceBytes, long outputBytes, long fileBytes) {

    private static final long MIB = 1L << 20;

    public Limits {
        if (wall.compareTo(Duration.ofMillis(1)) < 0) throw new IllegalArgumentException("wall " + wall);
        if (processor.compareTo(Duration.ofSeconds(1)) < 0) throw new IllegalArgumentException("processor " + processor);
        if (addressSpaceBytes < MIB || outputBytes < 0 || fileBytes < 0) {
            throw new IllegalArgumentException("bytes " + addressSpaceBytes + ", " + outputBytes + ", " + fileBytes);
        }
    }

    /** Looking at a file of this size: a minute, and a second more for every 10 MiB, which a slow disk reads in that time. */
    static Limits looking(long sizeBytes) {
        var time = Duration.ofSeconds(60 + sizeBytes / (10 * MIB));
        return new Limits(time, time, 2048 * MIB, 4 * MIB, 0);
    }

    /**
     * Making a copy of a file of this size and length, on a machine that is busy: ten minutes and four times its length; at most
     * a megabyte for each second, and 64 MiB.
     */
    static Limits copying(long sizeBytes, Duration length) {
        var wall = Duration.ofMinutes(10).plus(length.multipliedBy(4)).plusSeconds(sizeBytes / (10 * MIB));
        return new Limits(wall, wall.multipliedBy(2), 4096 * MIB, 16 * MIB, 64 * MIB + sizeBytes + length.toSeconds() * MIB);
    }

    /** The same with another limit of standard output. */
    Limits writing(long bytes) {
        return new Limits(wall, processor, addressSpaceBytes, bytes, fileBytes);
    }

    /** The same with less time, for tests and for single pictures. */
    Limits within(Duration wallAndProcessor) {
        return new Limits(wallAndProcessor, wallAndProcessor, addressSpaceBytes, outputBytes, fileBytes);
    }
}
