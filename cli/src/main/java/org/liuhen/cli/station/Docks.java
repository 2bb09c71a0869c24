package org.liuhen.cli.station;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.liuhen.cli.collect.Camera;
import org.liuhen.cli.collect.CameraFile;
import org.liuhen.cli.collect.Docked;
import org.liuhen.cli.collect.FolderCamera;
import org.liuhen.cli.collect.KeysChanged;
import org.liuhen.cli.collect.SourceFailed;
import org.liuhen.cli.collect.StoreRefused;
import org.liuhen.cli.collect.Watch;
import org.liuhen.cli.station.Dock.Phase;
import org.liuhen.cli.station.Recogniser.Recognised;
import org.liuhen.core.devices.HandInSource;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.DeviceClock;

/**
 * The docks of a station. Each docked camera has a thread of its own: it is recognised, its clock is measured, and everything on it
 * goes to the server, or to the station's own store while the server is away or the camera is not in the register. No intake waits
 * for another camera's.
 */
final class Docks implements Watch.Collect, AutoCloseable {

    private static final int BALANCED = 0;
    private static final int AGAIN = 1;

    private static final Duration ENDING = Duration.ofSeconds(30);

    private final ServerLink link;
    private final StationFile rules;
    private final Volumes volumes;
    private final LocalStore kept;
    private final HandsIn station;
    private final ClockSetter clocks;
    private final List<VendorDock> vendors;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Path, Dock> docks = new ConcurrentHashMap<>();
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    /** Hands a source in; a station with its notebook behind it. */
    interface HandsIn {
        /** How many files are with the server, and how many are not. */
        Tally collect(Docked docked, org.liuhen.cli.collect.Progress progress) throws IOException, StoreRefused, KeysChanged, InterruptedException;

        /** Whether the server has this file of this device already, by what is noted here. */
        boolean has(String device, CameraFile file);

        /** Remembers that files of this folder are in the notebook, so that clearing finds it. */
        void remember(Path source) throws IOException;
    }

    /** What became of a source. */
    record Tally(long stored, long failed, boolean balanced, boolean stopped) {}

    Docks(ServerLink link, StationFile rules, Volumes volumes, LocalStore kept, HandsIn station, ClockSetter clocks) {
        this.link = link;
        this.rules = rules;
        this.volumes = volumes;
        this.kept = kept;
        this.station = station;
        this.clocks = clocks;
        this.vendors = rules.vendors().stream().map(vendor -> new VendorDock(vendor, station)).toList();
    }

    /** The docks in the order of their names, then the folders of vendors' stations. */
    List<Dock.Sight> sights() {
        return Stream.concat(new TreeMap<>(docks).values().stream(), vendors.stream().map(VendorDock::dock)).map(Dock::sight).toList();
    }

    /** Looks at the folders of vendors' stations. What they have is durable there: it waits for the server and is kept nowhere else. */
    void lookAtVendors() throws InterruptedException {
        for (var vendor : vendors) vendor.look(this::lockOf);
    }

    /** One source of one device at a time: two cameras with one number, and what is kept of it, never send the same file twice. */
    ReentrantLock lockOf(String device) {
        return locks.computeIfAbsent(device, _ -> new ReentrantLock(true));
    }

    @Override
    public void seen(List<Path> folders, List<Path> docked) {
        docks.keySet().retainAll(folders);
        for (var folder : folders) {
            var files = docked.contains(folder);
            dock(folder).present(files, files || !volumes.at(folder).equals(Volumes.Volume.NONE));
        }
    }

    private Dock dock(Path folder) {
        return docks.computeIfAbsent(folder, path -> new Dock(FolderCamera.rawName(path).display()));
    }

    @Override
    public Future<Integer> collect(Watch.Mounted mounted) {
        var dock = dock(mounted.folder());
        return workers.submit(() -> {
            try {
                return work(dock, mounted);
            } catch (IOException e) {
                dock.phase(Phase.FAILED);
                dock.say(new Bilingual("读不出来（" + e.getMessage() + "）：检查接线后重新插好", "cannot be read (" + e.getMessage()
                        + "): check the cable and dock it again"));
                return AGAIN;
            }
        });
    }

    private int work(Dock dock, Watch.Mounted mounted) throws IOException, InterruptedException {
        var camera = FolderCamera.at(mounted.folder());
        var now = link.look();
        if (rules.foreign() == StationFile.Foreign.TAKE) checkClock(dock, mounted.folder(), now); // it may write a file: before the list
        var files = camera.list();
        dock.begin(files.size(), files.stream().mapToLong(file -> file.stamp().sizeBytes()).sum());
        var volume = volumes.at(mounted.folder());
        var what = recognise(mounted.device(), camera, files, volume, now.register());
        dock.recognised(what, FileSigns.of(files, what.names(), now.ownClock().map(clock -> clock.correct(Instant.now())).orElseGet(Instant::now)));
        if (what.device().isEmpty() && rules.foreign() == StationFile.Foreign.REFUSE) {
            dock.noted(Notice.act("foreign-refused", "本站只接收登记过的设备，没有读取它的文件。请取走，或先登记",
                    "this station takes registered cameras only; its files were not read. Take it away, or register it first"));
            dock.phase(Phase.REFUSED);
            return BALANCED;
        }
        if (rules.foreign() == StationFile.Foreign.REFUSE) {
            checkClock(dock, mounted.folder(), now);
            files = camera.list();
        }
        var measured = dock.clock().flatMap(ClockSetter.Checked::clock);
        var owner = what.device().map(device -> "device:" + device.number()).or(() -> what.serial().map(serial -> "serial:" + serial))
                .orElse("mount:" + mounted.device());
        var source = new LocalStore.Source(owner, what.device().map(CameraRegister.Camera::number), UUID.randomUUID(), measured);
        station.remember(mounted.folder());
        var lock = lockOf(owner);
        lock.lockInterruptibly();
        try {
            return takeIn(dock, camera.named(owner), files, source);
        } finally {
            lock.unlock();
        }
    }

    private void checkClock(Dock dock, Path folder, ServerLink.Standing now) throws InterruptedException {
        if (dock.clock().isEmpty()) dock.measured(clocks.check(folder, now.ownClock()));
    }

    private Recognised recognise(String mount, Camera camera, List<CameraFile> files, Volumes.Volume volume, CameraRegister register)
            throws InterruptedException {
        var first = new Recogniser(rules, register, link::owners).recognise(mount, camera, files, volume);
        if (first.device().isPresent() || !link.standing().reachable()) return first;
        try {
            link.ask(); // perhaps somebody has registered it just now
        } catch (IOException | StoreRefused stillTheOldOne) {
            return first;
        }
        return new Recogniser(rules, link.standing().register(), link::owners).recognise(mount, camera, files, volume);
    }

    /** To the server if it can take it, and whatever it did not take into the station's own store. */
    private int takeIn(Dock dock, Camera camera, List<CameraFile> files, LocalStore.Source source) throws InterruptedException {
        if (source.device().isPresent() && link.standing().reachable()) {
            dock.moving(Phase.SENDING);
            try {
                var tally = station.collect(new Docked(camera, source.device().get(), HandInSource.CAMERA, files, source.clock()), dock);
                dock.counted(tally.stored(), tally.failed());
                if (!tally.stopped()) {
                    dock.phase(tally.failed() == 0 && tally.balanced() ? Phase.STORED : Phase.FAILED);
                    return tally.balanced() ? BALANCED : AGAIN;
                }
                link.look();
            } catch (StoreRefused e) {
                dock.say(e.text());
            } catch (IOException e) {
                link.look();
                dock.say(ServerLink.away(e));
            } catch (KeysChanged e) {
                dock.say(new Bilingual("服务器的账本密钥变了：未交给它，先存本站；请系统管理员核实", "the server's keys have changed: nothing was handed to it, "
                        + "the files are kept here; ask the administrator (" + e.getMessage() + ")"));
            }
        }
        return keep(dock, camera, files, source);
    }

    private int keep(Dock dock, Camera camera, List<CameraFile> files, LocalStore.Source source) throws InterruptedException {
        dock.recount();
        dock.moving(Phase.KEEPING);
        var failed = false;
        for (var file : files) {
            if (Thread.interrupted()) throw new InterruptedException();
            var size = file.stamp().sizeBytes();
            if (source.device().filter(device -> station.has(device, file)).isPresent()) {
                dock.withServer(size);
            } else if (kept.find(source.owner(), file).isPresent()) {
                dock.keptBefore(size);
            } else {
                var trouble = keep(camera, file, source);
                failed |= trouble.isPresent();
                if (trouble.isPresent()) dock.failed(file.path(), size, trouble.get());
                else dock.keptHere(size);
            }
        }
        dock.phase(failed ? Phase.FAILED : Phase.KEPT);
        return failed || source.device().isPresent() ? AGAIN : BALANCED;
    }

    /** Why the file is not kept; empty if it is. */
    private Optional<Bilingual> keep(Camera camera, CameraFile file, LocalStore.Source source) {
        if (file.problem().isPresent()) {
            return Optional.of(new Bilingual("打不开，或不是普通文件：请检查", "cannot be opened, or is no plain file: have a look"));
        }
        try {
            kept.keep(camera, file, source, link.standing().ownClock().map(clock -> clock.correct(Instant.now())).orElseGet(Instant::now));
            return Optional.empty();
        } catch (LocalStore.Full e) {
            return Optional.of(e.text());
        } catch (SourceFailed e) {
            return Optional.of(e.text());
        } catch (IOException e) {
            return Optional.of(new Bilingual("本站暂存写不进去（" + e.getMessage() + "）：文件留在设备上，未动；请检查本站磁盘",
                    "the station's store cannot be written (" + e.getMessage() + "): the file stays on the camera; check this machine's disk"));
        }
    }

    /** A docked camera whose files are all with the server now, since what was kept here was sent. */
    void handedIn(String owner) {
        for (var dock : docks.values()) dock.handedIn(owner);
    }

    /** Cameras of the register that the station's file or the serial names. */
    Optional<String> deviceOf(String owner, CameraRegister register) {
        var at = owner.indexOf(':');
        var name = owner.substring(at + 1);
        return switch (owner.substring(0, at)) {
            case "device" -> Optional.of(name);
            case "serial" -> {
                var own = rules.cameras().stream().filter(camera -> camera.serial().or(camera::volume).filter(name::equalsIgnoreCase).isPresent())
                        .map(StationFile.Own::device).findFirst();
                var with = new ArrayList<>(register.withSerial(name));
                yield own.or(() -> with.size() == 1 ? Optional.of(with.getFirst().number()) : Optional.empty());
            }
            default -> register.numbered(name).map(CameraRegister.Camera::number);
        };
    }

    /** Interrupts what is under way, and waits until it has let go of the notebook and the store. */
    @Override
    public void close() {
        workers.shutdownNow();
        try {
            if (!workers.awaitTermination(ENDING.toSeconds(), TimeUnit.SECONDS)) {
                System.getLogger(Docks.class.getName()).log(System.Logger.Level.WARNING, "a dock did not end within " + ENDING);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
