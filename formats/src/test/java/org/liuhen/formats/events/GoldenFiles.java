package org.liuhen.formats.events;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.liuhen.core.values.Event;
import org.liuhen.formats.json.RandomRecords;

/** Writes the golden files that are missing: run once when a type of a case, an activity or a device is new. What is there is never touched. */
final class GoldenFiles {

    private GoldenFiles() {}

    /** @param arguments the folder */
    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        for (var type : GoldenTest.plainTypes().toList()) {
            var file = folder.resolve(type.getSimpleName() + ".v1.json");
            if (Files.exists(file)) continue;
            Files.write(file, Samples.payload((Event) new RandomRecords(type.getSimpleName().hashCode(), true).record(type)).write());
        }
    }
}
