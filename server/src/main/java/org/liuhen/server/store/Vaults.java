package org.liuhen.server.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.liuhen.core.values.Digest;
import org.liuhen.server.folder.DataFolder;
import org.liuhen.server.folder.DurableFiles;
import org.liuhen.server.http.Problem;
import org.liuhen.vault.DiskVault;
import org.liuhen.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Opens the vault of an agency when it is first needed. Safe for threads. */
@Component
public class Vaults implements DisposableBean {

    /** Room that uploads leave to everything else on the disk. */
    public static final long RESERVE_BYTES = 64L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Vaults.class);

    private final DataFolder folder;
    private final Map<String, Vault> open = new ConcurrentHashMap<>();

    Vaults(DataFolder folder) {
        this.folder = folder;
    }

    /**
     * The vault of that agency. Not to be closed by the caller.
     *
     * @throws IOException if its folder cannot be opened
     */
    public Vault of(String agency) throws IOException {
        var vault = open.get(agency);
        return vault != null ? vault : open(agency);
    }

    private synchronized Vault open(String agency) throws IOException {
        var vault = open.get(agency);
        if (vault != null) return vault;
        var opened = DiskVault.open(folder.vault(agency));
        open.put(agency, opened);
        return opened;
    }

    /**
     * The file of a stored object, for tools that read files. For reading only.
     *
     * @throws IOException if there is no such object, or it is damaged
     */
    public Path file(String agency, Digest sha256) throws IOException {
        if (of(agency).find(sha256).isEmpty()) throw new NoSuchFileException(sha256.toString());
        var hex = sha256.hex(); // docs/formats.md, section 6.2
        return folder.vault(agency).resolve("objects").resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4)).resolve(hex);
    }

    /** Bytes that the agency's vault could still take, as the file system says. */
    public long usableBytes(String agency) {
        try {
            DurableFiles.createFolders(folder.vault(agency));
            return Files.getFileStore(folder.vault(agency)).getUsableSpace();
        } catch (IOException e) {
            return 0; // a folder that cannot be asked can take nothing
        }
    }

    /** What to tell the person whose bytes the vault could not take. The error itself goes to the log. */
    public Problem failure(String agency, IOException e) {
        LOG.error("the vault of {} failed", agency, e);
        return usableBytes(agency) < RESERVE_BYTES || isDiskFull(e) ? diskFull() : storeFailed();
    }

    private static boolean isDiskFull(IOException e) {
        var message = e.getMessage();
        return message != null && (message.contains("No space left") || message.contains("quota"));
    }

    /** Said when the disk cannot take more. */
    public static Problem diskFull() {
        return Problem.of(HttpStatus.INSUFFICIENT_STORAGE, "storage-full", "存储空间不足", "The store is full")
            .because("已经确认的内容不受影响，上传可以续传。", "What was confirmed is safe, and the upload can be resumed.")
            .next("请通知系统管理员扩充存储后继续。", "Tell the system administrator to add space, then go on.");
    }

    private static Problem storeFailed() {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "storage-failed", "存储发生故障", "The store failed")
            .because("已经确认的内容不受影响，上传可以续传。", "What was confirmed is safe, and the upload can be resumed.")
            .next("请稍后继续；持续出现时请通知系统管理员检查磁盘。", "Go on later; if it happens again, tell the system administrator to look at the disk.")
            .retryAfter(Duration.ofSeconds(5));
    }

    @Override
    public void destroy() throws IOException {
        for (var vault : open.values()) vault.close();
    }
}
