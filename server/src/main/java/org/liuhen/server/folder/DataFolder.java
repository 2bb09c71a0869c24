package org.liuhen.server.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Where everything of one installation stands. Only names; see {@link Lock} for who may write. */
public record DataFolder(Path root) {

    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    /** Name of the installation and version of the layout. */
    public Path installation() {
        return root.resolve("liuhen.json");
    }

    /** Our own PostgreSQL. */
    public Path postgres() {
        return root.resolve("postgres");
    }

    public Path vault(String agency) {
        return root.resolve("vault").resolve(agency);
    }

    public Path ledger(String agency) {
        return root.resolve("ledger").resolve(agency);
    }

    /** Everything secret; readable by the owner alone. */
    public Path keys() {
        return root.resolve("keys");
    }

    public Path keys(String agency) {
        return keys().resolve(agency);
    }

    /** What the agencies' seals sign with; readable by the owner alone. docs/formats.md, "Documents on paper". */
    public Path seals() {
        return root.resolve("seals");
    }

    /** Key and certificate of our own time stamps; readable by the owner alone. */
    public Path timestamps() {
        return root.resolve("timestamps");
    }

    /** Certificates for TLS. */
    public Path tls() {
        return root.resolve("tls");
    }

    /** Tokens that wait to be taken to their stations. */
    public Path tokens() {
        return root.resolve("tokens");
    }

    /** Sign-ins and trust file of the demo. */
    public Path demo() {
        return root.resolve("demo");
    }

    /** Unfinished uploads and other things that may be lost. */
    public Path work() {
        return root.resolve("work");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    /** Where the running server can be reached; absent while none runs. */
    public Path serving() {
        return root.resolve("serve.json");
    }

    /** Whether {@code init} or a first {@code serve} has been here. */
    public boolean initialised() {
        return Files.exists(installation());
    }

    /**
     * Takes the folder for this process, making it if need be. The operating system lets go when the process ends, however it
     * ends.
     *
     * @throws OperatorFault if another process has it
     */
    public Lock lock() throws IOException {
        DurableFiles.createFolders(root);
        DurableFiles.createSecretFolder(keys());
        var channel = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw taken(e);
        }
        if (lock == null) {
            channel.close();
            throw taken(null);
        }
        return new Lock(channel);
    }

    private OperatorFault taken(@Nullable Exception cause) {
        var fault = new OperatorFault(
                "数据目录 " + root + " 正由另一个留痕进程使用。请先停止它，或换一个目录。",
                "The data folder " + root + " is in use by another Liuhen process. Stop that one first, or name another folder.");
        if (cause != null) fault.initCause(cause);
        return fault;
    }

    /** Held while this process owns the folder. */
    public record Lock(FileChannel channel) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
