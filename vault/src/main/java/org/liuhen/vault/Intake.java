package org.liuhen.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import org.liuhen.core.values.Digest;

/**
 * One file on its way into a {@link Vault}: each byte is written and hashed in the same pass. For one thread at a time.
 *
 * <p>After an {@link IOException} (disk full, I/O error) every call but {@link #close} fails; close it, and {@link Vault#resume}
 * or {@link Vault#abandon}. Closing without sealing writes nothing more and keeps what was synced.
 */
public interface Intake extends AutoCloseable {

    /** A state to go back to. Belongs to one intake; {@link #sync}, {@link #seal} and the rollback to an earlier one end it. */
    interface Mark {
        /** The offset at the mark, in bytes. */
        long offset();
    }

    /** Bytes taken so far: where the next one goes. */
    long offset();

    /** The most this file may have, in bytes. */
    long limitBytes();

    /**
     * Takes the remaining bytes of the buffer and moves its position to the limit. They are not yet durable.
     *
     * @throws TooLarge if they would pass the limit; none is taken, the intake can go on
     */
    void write(ByteBuffer bytes) throws IOException, TooLarge;

    /**
     * Takes bytes from the channel to its end. An error of the channel itself leaves the intake usable, at the offset it then
     * has.
     *
     * @return bytes taken
     * @throws TooLarge if there are more than the limit allows; what fitted is taken, the intake can go on (roll back, or abandon
     *     it)
     */
    long write(ReadableByteChannel bytes) throws IOException, TooLarge;

    /**
     * A state to come back to, for bytes that may turn out to be wrong. From the mark on nothing counts as kept over a restart
     * until {@link #sync}, so that bytes which were never checked cannot come back after a crash.
     */
    Mark mark() throws IOException;

    /** Drops every byte taken since the mark, on disk too. The mark stays valid. */
    void rollback(Mark mark) throws IOException;

    /** Returns when every byte up to {@link #offset} is durable and would be resumed. Ends all marks. */
    void sync() throws IOException;

    /** The SHA-256 of the bytes taken so far, durable or not; the intake can go on. Meant for the end: it waits for the hashing to catch up. */
    Digest sha256() throws IOException;

    /**
     * Makes these bytes an object, durable and read-only; the same bytes again are the same object. Ends the intake. Its note
     * stays for {@link Vault#sealed} until {@link Vault#abandon}.
     *
     * @throws DamagedObject if this object is already held but damaged; the intake is kept and can be resumed once it is repaired
     * @throws IOException if the store failed; either the object is complete or the intake can be resumed
     */
    Sealed seal() throws IOException;

    /** Media bytes that were read again from the store for this intake: 0 unless it was resumed. */
    long bytesReadBack();

    /** Lets go of the intake. What was synced can be resumed. */
    @Override
    void close() throws IOException;
}
