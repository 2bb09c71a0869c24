package org.liuhen.formats.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.liuhen.formats.Malformed;

/** The files under law/ that this version ships. */
final class LawFile {

    private LawFile() {}

    /** Whether there is such a file. */
    static boolean exists(String name) {
        return LawFile.class.getResource("/law/" + name) != null;
    }

    /**
     * The bytes of a file, or one byte more than the limit where it is larger.
     *
     * @param name below law/
     * @throws Malformed if there is no such file
     */
    static byte[] read(String name, int bytesMax) {
        try (var file = LawFile.class.getResourceAsStream("/law/" + name)) {
            if (file == null) throw new Malformed("没有规则文件 law/" + name + " / there is no file law/" + name);
            return file.readNBytes(bytesMax + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
