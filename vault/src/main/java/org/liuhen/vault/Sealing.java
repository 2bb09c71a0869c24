package org.liuhen.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** How a finished intake becomes an object in a {@link DiskVault}: the order of these steps is the promise. */
final class Sealing {

    /** Objects that can be published at once; of one object, one intake at a time. */
    private static final int STRIPES = 64;

    private final StoreFolder folder;
    private final Faults faults;
    private final List<Object> stripes = IntStream.range(0, STRIPES).mapToObj(stripe -> new Object()).toList();

    Sealing(StoreFolder folder, Faults faults) {
        this.folder = folder;
        this.faults = faults;
    }

    /** Makes the durable part of this intake an object; see {@link Intake#seal}. */
    Sealed publish(UUID id, Description description) throws IOException {
        var object = description.object();
        var target = folder.object(object.sha256());
        synchronized (stripes.get(Math.floorMod(object.sha256().hashCode(), STRIPES))) {
            var held = Description.find(folder, object.sha256()).map(Description::object);
            if (held.isPresent()) {
                if (!held.get().equals(object)) throw differs(object, held.get());
                note(id, object, "already-held");
                Files.delete(folder.part(id));
            } else {
                description.write(folder.draft(id));
                faults.reached(FaultPoint.AFTER_DESCRIPTION_WRITTEN);
                note(id, object, "new");
                var shelf = target.resolveSibling(".").normalize();
                folder.createFolders(shelf);
                Files.move(folder.draft(id), folder.description(object.sha256()), StandardCopyOption.ATOMIC_MOVE);
                StoreFolder.sync(shelf); // the description is durable before the object can be seen
                faults.reached(FaultPoint.AFTER_DESCRIPTION);
                StoreFolder.protect(folder.part(id));
                faults.reached(FaultPoint.BEFORE_RENAME);
                Files.move(folder.part(id), target, StandardCopyOption.ATOMIC_MOVE);
                faults.reached(FaultPoint.AFTER_RENAME);
                faults.reached(FaultPoint.BEFORE_FOLDER_SYNC);
                StoreFolder.sync(shelf);
                faults.reached(FaultPoint.AFTER_FOLDER_SYNC);
            }
            StoreFolder.sync(folder.intakes());
            return new Sealed(object.sha256(), object.sm3Tree(), object.sizeBytes(), held.isPresent());
        }
    }

    private void note(UUID id, StoredObject object, String how) throws IOException {
        StoreFolder.write(
            folder.note(id), ByteBuffer.wrap((object.sha256() + " " + how + "\n").getBytes(StandardCharsets.US_ASCII)));
        StoreFolder.sync(folder.intakes());
        faults.reached(FaultPoint.AFTER_NOTE);
    }

    private static DamagedObject differs(StoredObject expected, StoredObject found) {
        return new DamagedObject(
            expected.sha256(), new Fixity.Failed(expected.toString(), found.toString(), Fixity.What.DESCRIPTION));
    }
}
