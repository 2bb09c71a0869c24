package org.liuhen.server.recordings;

import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
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
record UploadBody(ServletInputStream in, long announcedBytes, Optional<Checksum> checksum) {

    private static final int PIECE = 1 << 20;
    /** Bytes after which what has arrived is made durable although more is coming: so much is sent again after a power cut, at most. */
    private static final long SYNC_EVERY = 256L << 20;

    /** How it ended. What is kept is durable. */
    enum Ending {
        /** All of the body is kept. */
        COMPLETE,
        /** The connection broke; what had arrived is kept, or nothing where a checksum was to be met. */
        BROKEN,
        /** The checksum differs; nothing is kept. */
        MISMATCH,
        /** There are more bytes than were announced. The last one announced is not kept, so that a cut file never becomes a recording. */
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
        var unsynced = 0L;
        while (intake.limitBytes() - intake.offset() > 1) {
            var piece = new Piece(Math.min(PIECE, intake.limitBytes() - intake.offset() - 1));
            var bytes = write(intake, piece);
            if (bytes > 0) FaultPoint.AFTER_WRITE.pass();
            if (piece.ending.isPresent()) return piece.ending.get();
            unsynced += bytes;
            if (checksum.isEmpty() && unsynced >= SYNC_EVERY) {
                intake.sync();
                unsynced = 0;
            }
        }
        return lastByte(intake);
    }

    /** The last byte of a file is kept only when it is known that none follows: with it, a file that was cut would be complete. */
    private Ending lastByte(Intake intake) throws IOException {
        var last = new byte[1];
        try {
            if (in.read(last) < 0) return Ending.COMPLETE;
        } catch (IOException e) {
            return Ending.BROKEN;
        }
        if (intake.offset() == intake.limitBytes() || hasMore()) return Ending.TOO_LONG;
        checksum.ifPresent(sum -> sum.running().update(last));
        write(intake, Channels.newChannel(new ByteArrayInputStream(last)));
        FaultPoint.AFTER_WRITE.pass();
        return Ending.COMPLETE;
    }

    private static long write(Intake intake, ReadableByteChannel bytes) throws IOException {
        try {
            return intake.write(bytes);
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

    /** So much of the body, from the connection's buffer straight into the vault's. An error of the connection is an ending. */
    private final class Piece implements ReadableByteChannel {
        private long left;
        private Optional<Ending> ending = Optional.empty();

        private Piece(long bytes) {
            left = bytes;
        }

        @Override
        public int read(ByteBuffer room) {
            if (left == 0 || ending.isPresent()) return -1;
            var arrived = room.slice(room.position(), (int) Math.min(room.remaining(), left));
            int bytes;
            try {
                bytes = in.read(arrived);
            } catch (IOException e) {
                ending = Optional.of(Ending.BROKEN); // the client went away: normal, and the reason for resumable uploads
                return -1;
            }
            if (bytes < 0) {
                ending = Optional.of(Ending.COMPLETE);
                return -1;
            }
            arrived.clear().limit(bytes); // Tomcat leaves the position where it was
            checksum.ifPresent(sum -> sum.running().update(arrived));
            room.position(room.position() + bytes);
            left -= bytes;
            return bytes;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            throw new UnsupportedOperationException("the body belongs to the request");
        }
    }
}
