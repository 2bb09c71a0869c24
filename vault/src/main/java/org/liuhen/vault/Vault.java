package org.liuhen.vault;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.liuhen.core.values.Digest;

/**
 * The media of one agency, written once and named by their SHA-256. Nothing here removes or changes a sealed object. Safe for
 * threads; an {@link Intake} is not. Closing the vault closes its open intakes, which stay resumable.
 */
public interface Vault extends AutoCloseable {

    /**
     * Begins to take in one file.
     *
     * @param limitBytes the most this file may have, in bytes; kept over a restart
     * @throws IntakeBusy if this id is in use, here or by another process, or too many intakes are open
     * @throws IOException if something is already kept under this id, or the store failed; nothing of the call is left behind
     *     that {@link #abandon} does not remove
     */
    Intake begin(UUID id, long limitBytes) throws IOException;

    /**
     * Goes on with an intake that is not open: after a restart, a fault, or {@link Intake#close}. What is on disk is read once
     * and compared with the kept SM3 nodes; the intake continues behind the last byte that agrees, which is never before the last
     * {@link Intake#sync} unless the disk lost or changed bytes.
     *
     * @return empty if there is no such unfinished intake; see {@link #sealed} for one that became an object
     * @throws IntakeBusy if it is open, here or in another process
     */
    Optional<Intake> resume(UUID id) throws IOException;

    /** The ids under which something is kept: unfinished intakes, and sealed ones until {@link #abandon}. */
    Set<UUID> unfinished() throws IOException;

    /**
     * What this intake became, if it was sealed: known from before {@link Intake#seal} returns, over a restart, until {@link
     * #abandon}. So a caller that died between sealing and its own record of it loses nothing.
     */
    Optional<Sealed> sealed(UUID id) throws IOException;

    /**
     * Forgets an intake: the bytes of an unfinished one, or the note that a sealed one leaves. Never an object. Does nothing if
     * there is nothing.
     *
     * @throws IntakeBusy if it is open; close it first
     */
    void abandon(UUID id) throws IOException;

    /**
     * The object of this name.
     *
     * @throws DamagedObject if it is there but its size or its description is wrong: damaged is not the same as absent
     */
    Optional<StoredObject> find(Digest sha256) throws IOException;

    /**
     * The bytes of the object, to read. The caller closes it.
     *
     * @throws java.nio.file.NoSuchFileException if there is no such object
     */
    SeekableByteChannel open(Digest sha256) throws IOException;

    /** The names of all objects, damaged ones too, in ascending order; memory does not grow with their number. To be closed. */
    Stream<Digest> list() throws IOException;

    /**
     * Proves the leaves that hold the bytes {@code [fromByte, toByte)}. Reads the MiBs that it touches, for the rest the kept
     * nodes.
     *
     * @throws IllegalArgumentException unless {@code 0 ≤ fromByte < toByte ≤ size}
     * @throws java.nio.file.NoSuchFileException if there is no such object
     * @throws DamagedObject if what is read does not lead to the kept root
     */
    RangeProof prove(Digest sha256, long fromByte, long toByte) throws IOException;

    /** Reads the object to its end and compares: never throws for what is wrong with the object. */
    default Fixity check(Digest sha256, Set<Digest.Algorithm> algorithms) {
        return check(sha256, algorithms, Pace.unlimited());
    }

    /** The same, reading no faster than the pace, which many checks may share. */
    Fixity check(Digest sha256, Set<Digest.Algorithm> algorithms, Pace pace);

    @Override
    void close() throws IOException;
}
