package org.liuhen.server.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.json.CanonicalJson;
import org.liuhen.formats.json.Json;

/**
 * What the data folder belongs to.
 *
 * @param name first part of the origin of every ledger, for ever; for example {@code liuhen-5f3a09c2}
 */
public record Installation(String name) {

    private static final String FORMAT = "liuhen-data-v1";
    private static final int BYTES_MAX = 4_096;

    /** Reads the folder's own description, writing it with a new random name at first. Call it behind {@link DataFolder#lock}. */
    public static Installation of(DataFolder folder) throws IOException {
        if (folder.initialised()) return read(folder);
        var random = new byte[4];
        new SecureRandom().nextBytes(random);
        var name = "liuhen-" + HexFormat.of().formatHex(random);
        DurableFiles.write(folder.installation(), CanonicalJson.write(new Json.Fields(
                Map.of("format", new Json.Text(FORMAT), "installation", new Json.Text(name)))));
        return new Installation(name);
    }

    private static Installation read(DataFolder folder) throws IOException {
        try {
            if (CanonicalJson.read(Files.readAllBytes(folder.installation()), BYTES_MAX) instanceof Json.Fields(var fields)
                    && fields.get("format") instanceof Json.Text(var format)
                    && format.equals(FORMAT)
                    && fields.get("installation") instanceof Json.Text(var name)) {
                return new Installation(name);
            }
        } catch (Malformed e) {
            throw notOurs(folder, e);
        }
        throw notOurs(folder, new Malformed("format is not " + FORMAT));
    }

    private static OperatorFault notOurs(DataFolder folder, Malformed cause) {
        var fault = new OperatorFault(
                folder.installation() + " 不是本版本的数据目录说明：" + cause.getMessage() + "。请核对 --data，或使用写入它的版本。",
                folder.installation() + " does not describe a data folder of this version: " + cause.getMessage()
                        + ". Check --data, or use the version that wrote it.");
        fault.initCause(cause);
        return fault;
    }
}
