package org.liuhen.cli.station;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A file as a station keeps it: encrypted in segments of one MiB, each with AES-256-GCM under a key of this file alone. A segment
 * that was changed, moved, repeated or cut off is not read. docs/formats.md, section 20.2.
 */
final class SealedObject {

    /** Bytes of the file in a segment; the last one has what is left. */
    static final int SEGMENT_BYTES = 1024 * 1024;

    private static final byte[] MAGIC = "LHST0001".getBytes(US_ASCII);
    private static final byte[] INFO = "liuhen station object".getBytes(US_ASCII);
    private static final int SALT_BYTES = 32;
    private static final int HEADER_BYTES = MAGIC.length + SALT_BYTES;
    private static final int TAG_BYTES = 16;
    private static final int NONCE_BYTES = 12;

    private SealedObject() {}

    /** Bytes on the disk of a file of that size. */
    static long storedBytes(long sizeBytes) {
        return HEADER_BYTES + sizeBytes + segments(sizeBytes) * TAG_BYTES;
    }

    /** An empty file has one empty segment: that it is empty is sealed, too. */
    private static long segments(long sizeBytes) {
        return Math.max(1, (sizeBytes + SEGMENT_BYTES - 1) / SEGMENT_BYTES);
    }

    private static SecretKey keyOf(SecretKeySpec store, byte[] salt) throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256").deriveKey("AES",
                HKDFParameterSpec.ofExtract().addIKM(store.getEncoded()).addSalt(salt).thenExpand(INFO, 32));
    }

    /** The segment's place and whether it is the last: another place or a file cut short does not open. */
    private static GCMParameterSpec nonce(long segment, boolean last) {
        return new GCMParameterSpec(TAG_BYTES * 8, ByteBuffer.allocate(NONCE_BYTES).putLong(segment).putInt(last ? 1 : 0).array());
    }

    /** Writes a file segment by segment. */
    static final class Writer implements AutoCloseable {
        private final FileChannel out;
        private final SecretKey key;
        private final Cipher cipher;
        private final long sizeBytes;
        private final byte[] sealed = new byte[SEGMENT_BYTES + TAG_BYTES];
        private long segment;

        /** A new object for a file of that size. */
        Writer(Path file, SecretKeySpec store, long sizeBytes) throws IOException {
            var salt = new byte[SALT_BYTES];
            new SecureRandom().nextBytes(salt);
            this.sizeBytes = sizeBytes;
            try {
                key = keyOf(store, salt);
                cipher = Cipher.getInstance("AES/GCM/NoPadding");
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has AES-GCM and HKDF", e);
            }
            out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            write(ByteBuffer.allocate(HEADER_BYTES).put(MAGIC).put(salt).flip());
        }

        /** The next segment: a whole one, or the rest of the file. */
        void segment(ByteBuffer plain) throws IOException {
            var last = segment == segments(sizeBytes) - 1;
            try {
                cipher.init(Cipher.ENCRYPT_MODE, key, nonce(segment++, last));
                cipher.updateAAD(MAGIC);
                var buffer = ByteBuffer.wrap(sealed);
                cipher.doFinal(plain, buffer);
                write(buffer.flip());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("AES-GCM does not encrypt", e);
            }
        }

        private void write(ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) out.write(bytes);
        }

        /** Makes everything durable. */
        void force() throws IOException {
            out.force(true);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /**
     * The file in an object, to be read from any place.
     *
     * @throws IOException if it is no object of this station
     */
    static SeekableByteChannel open(Path file, SecretKeySpec store, long sizeBytes) throws IOException {
        var in = FileChannel.open(file, StandardOpenOption.READ);
        try {
            var header = ByteBuffer.allocate(HEADER_BYTES);
            readFully(in, header, 0, file);
            if (!Arrays.equals(header.array(), 0, MAGIC.length, MAGIC, 0, MAGIC.length) || in.size() != storedBytes(sizeBytes)) {
                throw damaged(file);
            }
            return new Reader(file, in, keyOf(store, Arrays.copyOfRange(header.array(), MAGIC.length, HEADER_BYTES)), sizeBytes);
        } catch (GeneralSecurityException e) {
            in.close();
            throw new IllegalStateException("every Java platform has HKDF", e);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static IOException damaged(Path file) {
        return new IOException("damaged: " + file.getFileName());
    }

    private static void readFully(FileChannel in, ByteBuffer buffer, long from, Path file) throws IOException {
        var at = from;
        while (buffer.hasRemaining()) {
            var read = in.read(buffer, at);
            if (read < 0) throw damaged(file);
            at += read;
        }
        buffer.flip();
    }

    /** Opens one segment at a time, and keeps it. */
    private static final class Reader implements SeekableByteChannel {
        private final Path file;
        private final FileChannel in;
        private final SecretKey key;
        private final long sizeBytes;
        private final byte[] plain = new byte[SEGMENT_BYTES + TAG_BYTES];
        private long opened = -1;
        private long position;

        Reader(Path file, FileChannel in, SecretKey key, long sizeBytes) {
            this.file = file;
            this.in = in;
            this.key = key;
            this.sizeBytes = sizeBytes;
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            if (!in.isOpen()) throw new ClosedChannelException();
            if (position >= sizeBytes) return -1;
            var segment = position / SEGMENT_BYTES;
            if (segment != opened) open(segment);
            var within = (int) (position % SEGMENT_BYTES);
            var length = (int) Math.min(into.remaining(), Math.min(SEGMENT_BYTES - within, sizeBytes - position));
            into.put(plain, within, length);
            position += length;
            return length;
        }

        private void open(long segment) throws IOException {
            var length = (int) Math.min(SEGMENT_BYTES, sizeBytes - segment * SEGMENT_BYTES);
            var sealed = ByteBuffer.allocate(length + TAG_BYTES);
            readFully(in, sealed, HEADER_BYTES + segment * (SEGMENT_BYTES + TAG_BYTES), file);
            try {
                var cipher = Cipher.getInstance("AES/GCM/NoPadding");
                cipher.init(Cipher.DECRYPT_MODE, key, nonce(segment, segment == segments(sizeBytes) - 1));
                cipher.updateAAD(MAGIC);
                cipher.doFinal(sealed, ByteBuffer.wrap(plain));
                opened = segment;
            } catch (AEADBadTagException e) {
                throw damaged(file);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("AES-GCM does not decrypt", e);
            }
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public SeekableByteChannel position(long next) {
            position = next;
            return this;
        }

        @Override
        public long size() {
            return sizeBytes;
        }

        @Override
        public int write(ByteBuffer bytes) {
            throw new NonWritableChannelException();
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            throw new NonWritableChannelException();
        }

        @Override
        public boolean isOpen() {
            return in.isOpen();
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
