package org.liuhen.cli.station;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.liuhen.cli.collect.FolderCamera;
import org.liuhen.cli.collect.KeysChanged;
import org.liuhen.cli.collect.Outcome;
import org.liuhen.cli.collect.StoreRefused;
import org.liuhen.cli.collect.VendorFolder;
import org.liuhen.cli.station.Dock.Phase;
import org.liuhen.core.values.Bilingual;

/** The folder of a vendor's station, as a dock among the others: handed in when its log has changed and stands still. */
final class VendorDock {

    private static final Duration TRY_EVERY = Duration.ofMinutes(1);

    private final StationFile.Vendor vendor;
    private final Docks.HandsIn station;
    private final Dock dock;
    private Optional<FileTime> seen = Optional.empty();
    private Optional<FileTime> done = Optional.empty();
    private Instant nextTry = Instant.EPOCH;

    VendorDock(StationFile.Vendor vendor, Docks.HandsIn station) {
        this.vendor = vendor;
        this.station = station;
        this.dock = new Dock(FolderCamera.rawName(vendor.folder().toAbsolutePath()).display());
    }

    Dock dock() {
        return dock;
    }

    /** Looks once; a log that cannot be read is told and looked at again. */
    void look(Function<String, ReentrantLock> locks) throws InterruptedException {
        try {
            var now = modified(vendor.log());
            var still = now.isPresent() && now.equals(seen);
            seen = now;
            if (!still || now.equals(done) || Instant.now().isBefore(nextTry)) return;
            nextTry = Instant.now().plus(TRY_EVERY);
            handIn(locks);
            if (dock.sight().phase() == Phase.STORED) done = now;
        } catch (StoreRefused e) {
            failed(e.text());
        } catch (KeysChanged e) {
            failed(new Bilingual("服务器的账本密钥变了：请系统管理员核实", "the server's keys have changed: ask the administrator (" + e.getMessage() + ")"));
        } catch (IOException e) {
            failed(new Bilingual("厂商文件夹没有入库：" + e.getMessage(), "the vendor's folder was not handed in: " + e.getMessage()));
        }
    }

    private static Optional<FileTime> modified(Path file) throws IOException {
        return Files.isRegularFile(file) ? Optional.of(Files.getLastModifiedTime(file)) : Optional.empty();
    }

    private void handIn(Function<String, ReentrantLock> locks) throws IOException, StoreRefused, KeysChanged, InterruptedException {
        var parted = VendorFolder.read(FolderCamera.at(vendor.folder()), vendor.log(), Optional.empty(), Optional.empty());
        var files = parted.devices().stream().flatMap(docked -> docked.files().stream()).toList();
        dock.begin(files.size() + parted.nobodys().size(), files.stream().mapToLong(file -> file.stamp().sizeBytes()).sum());
        dock.moving(Phase.SENDING);
        var stored = 0L;
        var failed = (long) parted.nobodys().size();
        for (var docked : parted.devices()) {
            var lock = locks.apply("device:" + docked.device());
            lock.lockInterruptibly();
            try {
                var tally = station.collect(docked, dock);
                stored += tally.stored();
                failed += tally.failed();
            } finally {
                lock.unlock();
            }
        }
        for (var nobodys : parted.nobodys()) {
            if (nobodys instanceof Outcome.Failed failure) dock.say(new Bilingual(failure.path().display() + "：" + failure.text().zh(),
                    failure.path().display() + ": " + failure.text().en()));
        }
        dock.counted(stored, failed);
        dock.phase(failed == 0 ? Phase.STORED : Phase.FAILED);
    }

    private void failed(Bilingual why) {
        dock.say(why);
        dock.phase(Phase.FAILED);
    }
}
