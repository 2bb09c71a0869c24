package org.liuhen.cli.station;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.liuhen.cli.collect.Docked;
import org.liuhen.cli.collect.FaultPoint;
import org.liuhen.cli.collect.Faults;
import org.liuhen.cli.collect.KeysChanged;
import org.liuhen.cli.collect.Outcome;
import org.liuhen.cli.collect.Progress;
import org.liuhen.cli.collect.RawPath;
import org.liuhen.cli.collect.Station;
import org.liuhen.cli.collect.StoreRefused;
import org.liuhen.core.devices.HandInSource;
import org.liuhen.core.values.Bilingual;

/**
 * Hands to the server what the station kept while it was away: first the bytes, as from a camera, then the station's own receipt.
 * Only then does the copy here go. Ended anywhere and run again, it goes on where it stopped.
 */
final class Reconciler {

    private final ServerLink link;
    private final LocalStore kept;
    private final Docks docks;
    private final Stations stations;
    private final String vkey;
    private final Faults faults;
    private final Consumer<Bilingual> say;
    private boolean announced;

    /** A station that reports to this progress. */
    interface Stations {
        Station with(Progress progress);
    }

    Reconciler(ServerLink link, LocalStore kept, Docks docks, Stations stations, String vkey, Faults faults, Consumer<Bilingual> say) {
        this.link = link;
        this.kept = kept;
        this.docks = docks;
        this.stations = stations;
        this.vkey = vkey;
        this.faults = faults;
        this.say = say;
    }

    /** Goes once through everything that waits, as far as the server takes it. */
    void round() throws InterruptedException {
        try {
            if (!announced) announce();
            for (var files : kept.waiting().values()) {
                var owner = files.getFirst().owner();
                var device = docks.deviceOf(owner, link.standing().register());
                if (device.isPresent()) hand(owner, device.get(), files);
            }
        } catch (StoreRefused e) {
            say.accept(e.text());
        } catch (KeysChanged e) {
            say.accept(new Bilingual("服务器的账本密钥变了，暂存的文件没有交给它：请系统管理员核实",
                    "the server's keys have changed, what is kept here was not handed to it: ask the administrator (" + e.getMessage() + ")"));
        } catch (IOException e) {
            say.accept(ServerLink.away(e));
        }
    }

    /** Another key than the one known there: the files go all the same, the receipts will be refused and told. */
    private void announce() throws IOException, StoreRefused, InterruptedException {
        try {
            link.store().announceKey(vkey);
        } catch (StoreRefused e) {
            if (e.concernsEverything()) throw e;
            say.accept(e.text());
        }
        announced = true;
    }

    private void hand(String owner, String device, List<KeptFile> files)
            throws IOException, StoreRefused, KeysChanged, InterruptedException {
        var lock = docks.lockOf("device:" + device);
        lock.lockInterruptibly();
        try {
            var camera = new KeptCamera(kept, "device:" + device, files);
            var collected = stations.with(new Progress() {}).collect(new Docked(camera, device, HandInSource.STATION_FOLDER, camera.list(),
                    files.getFirst().clock()));
            var byPath = new HashMap<RawPath, KeptFile>();
            files.forEach(file -> byPath.put(file.path(), file));
            for (var outcome : collected.outcomes()) {
                var file = Optional.ofNullable(byPath.get(outcome.path()));
                switch (outcome) {
                    case Outcome.Stored stored when file.isPresent() -> reconcile(file.get(), stored);
                    case Outcome.Stored _ -> {} // of nothing that is kept
                    case Outcome.Failed failure -> say.accept(new Bilingual(
                            "暂存的 " + failure.path().display() + " 没有交成：" + failure.text().zh(),
                            failure.path().display() + ", kept here, was not handed in: " + failure.text().en()));
                }
            }
            if (collected.balanced()) docks.handedIn(owner);
        } finally {
            lock.unlock();
        }
    }

    private void reconcile(KeptFile file, Outcome.Stored stored) throws IOException, StoreRefused, InterruptedException {
        try {
            link.store().stationReceipt(stored.recording(), file.note().bytes());
        } catch (StoreRefused e) {
            if (e.concernsEverything()) throw e;
            kept.refused(file, stored.recording(), e.code(), e.text().toString());
            return;
        }
        faults.reach(FaultPoint.RECEIPT_RECONCILED);
        kept.reconciled(file, stored.recording());
    }
}
