package org.liuhen.server.recordings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.liuhen.vault.Intake;
import org.liuhen.vault.TooLarge;

/**
 * The bytes of one request, on their way into the vault in pieces of one MiB: memory does not grow with the file.
 *
 * @param in the request's body
 * @param announcedBytes its {@code Content-Length}; −1 if the client does not say
 * @param checksum what the bytes must hash to, all or none of them
 */
record UploadBody(InputStream in, long announcedBytes, Optional<Checksum> checksum) {

    private static final int PIECE = 1 << 20;
    /**
     * Bytes after which what has arrived is made durable although more is coming: so much is sent again after a power cut, at
     * most.
     */
    private static final long SYNC_EVERY = 256L << 20;

    /** How it ended. What is kept is durable. */
    enum Ending {
        /** All of the body is kept. */
        COMPLETE,
        /** The connection broke; what had arrived is kept, or nothing where a checksum was to be met. */
        BROKEN,
        /** The checksum differs; nothing is kept. */
        MISMATCH,
        /** There are more bytes than were announced. The last piece is not kept, so that a cut file never becomes a recording. */
        TOO_LONG
    }

    /**
     * Moves the body into the intake, at most up to its limit.
     *
     * @throws IOException if the store failed: the intake is unusable and must be closed
     */
    Ending into(Intake intake) throws IOException {
        var mark = checksum.isPresent() ? Optional.of(intake.mark()) : Optional.<Intake.Mark>empty();
        var ending = copy(intake);
        if (mark.isPresent() && (ending != Ending.COMPLETE || !checksum.orElseThrow().matches())) {
            intake.rollback(mark.get());
            if (ending == Ending.COMPLETE) ending = Ending.MISMATCH;
        }
        FaultPoint.BEFORE_SYNC.pass();
        intake.sync();
        FaultPoint.AFTER_SYNC.pass();
        return ending;
    }

    private Ending copy(Intake intake) throws IOException {
        var piece = new byte[PIECE];
        var unsynced = 0L;
        while (true) {
            var filled = fill(piece);
            var left = intake.limitBytes() - intake.offset();
            if (filled.bytes > left || (filled.bytes == left && filled.ending.isEmpty() && hasMore())) return Ending.TOO_LONG;
            if (filled.bytes > 0) {
                checksum.ifPresent(sum -> sum.running().update(piece, 0, filled.bytes));
                write(intake, ByteBuffer.wrap(piece, 0, filled.bytes));
                FaultPoint.AFTER_WRITE.pass();
                unsynced += filled.bytes;
            }
            if (filled.ending.isPresent()) return filled.ending.get();
            if (checksum.isEmpty() && unsynced >= SYNC_EVERY) {
                intake.sync();
                unsynced = 0;
            }
        }
    }

    private static void write(Intake intake, ByteBuffer piece) throws IOException {
        try {
            intake.write(piece);
        } catch (TooLarge e) {
            throw new IllegalStateException("compared with what is left, and yet too large", e);
        }
    }

    /** Whether the body goes on; a broken connection does not. */
    private boolean hasMore() {
        try {
            return in.read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    private record Filled(int bytes, Optional<Ending> ending) {}

    /** Fills the piece as far as the body goes; an error of the connection is an ending, not an error. */
    private Filled fill(byte[] piece) {
        var bytes = 0;
        while (bytes < piece.length) {
            int read;
            try {
                read = in.read(piece, bytes, piece.length - bytes);
            } catch (IOException e) {
                // the client went away: normal, and the reason for resumable uploads
                return new Filled(bytes, Optional.of(Ending.BROKEN));
            }
            if (read < 0) return new Filled(bytes, Optional.of(Ending.COMPLETE));
            bytes += read;
        }
        return new Filled(bytes, Optional.empty());
    }
}
