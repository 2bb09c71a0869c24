package org.liuhen.cli.station;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuhen.cli.collect.Outcome;
import org.liuhen.cli.collect.Progress;
import org.liuhen.cli.collect.RawPath;
import org.liuhen.cli.station.Recogniser.Recognised;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.DeviceClock;

/** One dock as people at the station see it. Safe for threads. */
final class Dock implements Progress {

    private static final int TROUBLES_MAX = 5;
    private static final long NANOS = 1_000_000_000L;

    /** How far a docked camera has come. */
    enum Phase {
        /** No camera, or one without files. */
        EMPTY("empty"),
        /** Mounted, and no file is to be seen: cleared, or locked. */
        LOCKED("locked"),
        /** Files may still be coming. */
        WAITING("waiting"),
        READING("reading"),
        /** On its way to the server. */
        SENDING("sending"),
        /** On its way to this station's own store. */
        KEEPING("keeping"),
        /** Safe at this station; not yet with the server. */
        KEPT("kept"),
        /** With the server, receipts checked: may be cleared. */
        STORED("stored"),
        /** Something was not taken in. */
        FAILED("failed"),
        /** Storage that the policy does not take. */
        REFUSED("refused");

        private final String word;

        Phase(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    private final String mount;
    private Phase phase = Phase.EMPTY;
    private Optional<Recognised> recognised = Optional.empty();
    private Optional<ClockSetter.Checked> clock = Optional.empty();
    private final List<Notice> signs = new ArrayList<>();
    private final List<Bilingual> troubles = new ArrayList<>();
    private final Map<RawPath, Long> sent = new HashMap<>();
    private Counts counts = Counts.NONE;
    private long movedBytes;
    private long beganNanos;

    Dock(String mount) {
        this.mount = mount;
    }

    /**
     * Files and bytes of the camera.
     *
     * @param stored with the server
     * @param kept at this station only
     */
    record Counts(int files, int stored, int kept, int failed, long bytes, long doneBytes) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

        Counts stored(long size) {
            return new Counts(files, stored + 1, kept, failed, bytes, doneBytes + size);
        }

        Counts kept(long size) {
            return new Counts(files, stored, kept + 1, failed, bytes, doneBytes + size);
        }

        Counts failed(long size) {
            return new Counts(files, stored, kept, failed + 1, bytes, doneBytes + size);
        }
    }

    /** The dock at a moment. */
    record Sight(
            String mount, Phase phase, Optional<Recognised> recognised, Optional<DeviceClock> clock, List<Notice> notices,
            List<Bilingual> troubles, Counts counts, long bytesPerSecond, Optional<Long> secondsLeft) {
        Sight {
            notices = List.copyOf(notices);
            troubles = List.copyOf(troubles);
        }
    }

    synchronized Sight sight() {
        var seconds = Math.max(0.001, (double) (System.nanoTime() - beganNanos) / NANOS);
        var running = phase == Phase.SENDING || phase == Phase.KEEPING;
        var rate = running ? (long) (movedBytes / seconds) : 0;
        var left = counts.bytes() - counts.doneBytes() - sent.values().stream().mapToLong(Long::longValue).sum();
        var notices = new ArrayList<>(recognised.map(Recognised::notices).orElse(List.of()));
        notices.addAll(signs);
        notices.addAll(clock.map(ClockSetter.Checked::notices).orElse(List.of()));
        return new Sight(mount, phase, recognised, clock.flatMap(ClockSetter.Checked::clock), notices, troubles, counts, rate,
                running && rate > 0 ? Optional.of(Math.max(0, left) / rate) : Optional.empty());
    }

    synchronized void phase(Phase next) {
        phase = next;
    }

    /** A camera begins anew: what was known of the one before is gone. */
    synchronized void begin(int files, long bytes) {
        phase = Phase.READING;
        recognised = Optional.empty();
        signs.clear();
        troubles.clear();
        sent.clear();
        counts = new Counts(files, 0, 0, 0, bytes, 0);
        movedBytes = 0;
        beganNanos = System.nanoTime();
    }

    /**
     * What a look at the dock has found.
     *
     * @param docked a camera with files
     * @param mounted a camera, though no file of it may be seen
     */
    synchronized void present(boolean docked, boolean mounted) {
        var free = phase == Phase.EMPTY || phase == Phase.LOCKED;
        if (docked) {
            if (free) phase = Phase.WAITING;
            return;
        }
        if (!free) {
            begin(0, 0);
            clock = Optional.empty();
        }
        phase = mounted ? Phase.LOCKED : Phase.EMPTY;
    }

    synchronized void recognised(Recognised what, List<Notice> more) {
        recognised = Optional.of(what);
        signs.addAll(more);
    }

    /** What was found of its clock; asked once while it is docked: after the clock was set it tells nothing of the files. */
    synchronized Optional<ClockSetter.Checked> clock() {
        return clock.filter(checked -> checked.clock().isPresent() || !checked.notices().isEmpty());
    }

    synchronized void measured(ClockSetter.Checked checked) {
        clock = Optional.of(checked);
    }

    synchronized void noted(Notice notice) {
        signs.add(notice);
    }

    /** The files begin to move; what is known from before is counted at once. */
    synchronized void moving(Phase how) {
        phase = how;
        movedBytes = 0;
        beganNanos = System.nanoTime();
    }

    /** The count begins again: another way is tried with all files. */
    synchronized void recount() {
        counts = new Counts(counts.files(), 0, 0, 0, counts.bytes(), 0);
        sent.clear();
        troubles.clear();
    }

    /** A file is safe at this station. */
    synchronized void keptHere(long size) {
        counts = counts.kept(size);
        movedBytes += size;
    }

    /** A file was safe at this station before. */
    synchronized void keptBefore(long size) {
        counts = counts.kept(size);
    }

    /** A file is with the server from before. */
    synchronized void withServer(long size) {
        counts = counts.stored(size);
    }

    /** What was kept here of this camera is with the server now. */
    synchronized void handedIn(String owner) {
        var mine = recognised.flatMap(Recognised::device).filter(device -> owner.equals("device:" + device.number())).isPresent();
        if (!mine || phase != Phase.KEPT) return;
        counts = new Counts(counts.files(), counts.stored() + counts.kept(), 0, counts.failed(), counts.bytes(), counts.doneBytes());
        phase = Phase.STORED;
    }

    @Override
    public synchronized void sent(RawPath path, long bytes, long ofBytes) {
        var before = sent.put(path, bytes);
        movedBytes += Math.max(0, bytes - (before == null ? 0 : before));
    }

    @Override
    public synchronized void finished(Outcome outcome) {
        sent.remove(outcome.path());
        switch (outcome) {
            case Outcome.Stored stored -> counts = counts.stored(stored.sizeBytes());
            case Outcome.Failed failure -> failed(failure.path(), failure.sizeBytes(), failure.text());
        }
    }

    synchronized void failed(RawPath path, long size, Bilingual why) {
        counts = counts.failed(size);
        say(new Bilingual(path.name().display() + "：" + why.zh(), path.name().display() + ": " + why.en()));
    }

    @Override
    public synchronized void say(Bilingual text) {
        if (troubles.size() < TROUBLES_MAX && !troubles.contains(text)) troubles.add(text);
    }

    /** What the collection found, as the last word. */
    synchronized void counted(long stored, long failed) {
        counts = new Counts(counts.files(), (int) stored, counts.kept(), (int) failed, counts.bytes(), counts.bytes());
    }
}
