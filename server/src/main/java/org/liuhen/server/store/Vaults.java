package org.liuhen.server.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.liuhen.core.values.Digest;
import org.liuhen.server.folder.DataFolder;
import org.liuhen.server.folder.DurableFiles;
import org.liuhen.vault.DiskVault;
import org.liuhen.vault.Vault;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Opens the vault of an agency when it is first needed. Safe for threads. */
@Component
public class Vaults implements DisposableBean {

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

    @Override
    public void destroy() throws IOException {
        for (var vault : open.values()) vault.close();
    }
}
