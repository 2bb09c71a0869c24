package org.liuhen.cli.verify;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.liuhen.core.recordings.RecordingEvent.RecordingHandedIn;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.Digest;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.ledger.Origin;
import org.liuhen.formats.ledger.Receipt;
import org.liuhen.formats.recordings.Manifest;

/** A bundle: manifest, original, chain of custody. docs/formats.md, section 5. */
final class BundleCheck {

    private static final String MANIFEST = "manifest.json";
    private static final Pattern CUSTODY = Pattern.compile("custody/([0-9]{6})\\.receipt");

    private final BundleFiles files;
    private final Signers signers;
    private final Report report;
    private final LongConsumer progress;

    BundleCheck(BundleFiles files, Signers signers, Report report, LongConsumer progress) {
        this.files = files;
        this.signers = signers;
        this.report = report;
        this.progress = progress;
    }

    void run() throws IOException {
        var manifest = manifest();
        if (manifest.isEmpty()) return;
        var listed = new TreeMap<String, Manifest.File>();
        for (var file : manifest.get().files()) listed.put(file.path(), file);
        for (var path : files.paths()) {
            if (!path.equals(MANIFEST) && !listed.containsKey(path)) report.failed(Fault.E10, path, "nothing", "a file");
        }
        others(listed, manifest.get().medium());
        var custody = custody(manifest.get());
        custody.ifPresent(chain -> chain(chain, manifest.get()));
        medium(manifest.get(), listed, custody);
    }

    private Optional<Manifest> manifest() throws IOException {
        try {
            var manifest = Manifest.read(files.read(MANIFEST, Manifest.BYTES_MAX));
            if (manifest.files().stream().noneMatch(file -> file.path().equals(manifest.medium()))) {
                throw new Malformed("medium " + manifest.medium() + " is not one of the files");
            }
            report.passed(Check.MANIFEST, MANIFEST);
            return Optional.of(manifest);
        } catch (Malformed | NoSuchFileException | BundleFiles.TooLarge e) {
            report.failed(Fault.E01, MANIFEST, "a manifest of formats.md, section 5", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private void others(Map<String, Manifest.File> listed, String medium) throws IOException {
        var checked = 0;
        for (var file : listed.values()) {
            if (file.path().equals(medium)) continue;
            var expected = file.sizeBytes() + " bytes, " + file.sha256();
            if (!files.paths().contains(file.path())) {
                report.failed(Fault.E27, file.path(), expected, "no such file");
                continue;
            }
            var found = sha256(file.path());
            var size = files.sizeBytes(file.path());
            if (size != file.sizeBytes() || !found.equals(file.sha256())) {
                report.failed(Fault.E27, file.path(), expected, size + " bytes, " + found);
            } else {
                checked++;
            }
        }
        report.passed(Check.FILES, checked + " files");
    }

    private Digest sha256(String path) throws IOException {
        var sha256 = FileDigests.sha256();
        try (var in = files.open(path)) {
            var buffer = new byte[64 * 1024];
            for (var read = in.read(buffer); read > 0; read = in.read(buffer)) sha256.update(buffer, 0, read);
        }
        return Digest.sha256(sha256.digest());
    }

    /**
     * Every receipt of the stream by the version in its name; empty if one of them cannot be used, for then the chain cannot be
     * judged.
     */
    private Optional<Map<Long, Proven>> custody(Manifest manifest) throws IOException {
        var chain = new TreeMap<Long, Proven>();
        var usable = true;
        for (var path : files.paths()) {
            var name = CUSTODY.matcher(path);
            if (!name.matches()) continue;
            var proven = receipt(path);
            if (proven.isEmpty()) usable = false;
            else chain.put(Long.parseLong(name.group(1)), proven.get());
        }
        if (!usable) {
            report.notPerformed(Check.CUSTODY, "custody", new Bilingual("有回执无法使用", "a receipt could not be used"));
            return Optional.empty();
        }
        if (chain.isEmpty()) {
            report.failed(Fault.E18, "custody", "a receipt for each event of " + manifest.recording(), "none");
            return Optional.empty();
        }
        return Optional.of(chain);
    }

    private Optional<Proven> receipt(String path) throws IOException {
        try {
            return Proven.by(files.read(path, Receipt.BYTES_MAX), path, signers, report);
        } catch (BundleFiles.TooLarge e) {
            report.failed(Fault.E02, path, "at most " + Receipt.BYTES_MAX + " bytes", files.sizeBytes(path) + " bytes");
            return Optional.empty();
        }
    }

    private void chain(Map<Long, Proven> chain, Manifest manifest) {
        origins(chain, manifest);
        oneHistory(chain);
        var broken = new ArrayList<String>();
        var expected = 1L;
        var last = Optional.<Proven>empty();
        var lastTime = Instant.MIN;
        for (var entry : chain.entrySet()) {
            var leaf = entry.getValue().leaf();
            if (entry.getKey() != expected || leaf.version() != expected) broken.add(
                    "version " + leaf.version() + " in place " + expected);
            if (!leaf.stream().equals(manifest.recording().value())) broken.add("an event of stream " + leaf.stream());
            if (last.isPresent() && !comesAfter(entry.getValue(), last.get())) broken.add(
                    "version " + leaf.version() + " stands before its forerunner in the log");
            if (leaf.recordedAt().isBefore(lastTime)) {
                report.failed(Fault.E25, "custody version " + leaf.version(), "not before " + lastTime,
                        leaf.recordedAt().toString());
            }
            expected++;
            last = Optional.of(entry.getValue());
            lastTime = leaf.recordedAt();
        }
        if (broken.isEmpty()) report.passed(Check.CUSTODY, chain.size() + " events");
        else report.failed(Fault.E18, "custody", "versions 1 to " + chain.size() + " of " + manifest.recording(),
                String.join("; ", broken));
        report.notPerformed(Check.CUSTODY, "custody", new Bilingual(
                "无法得知导出之后（检查点之后）又发生了什么", "what happened after the checkpoint of this bundle cannot be known from it"));
    }

    /** Further on in the same log, or in a later one. */
    private static boolean comesAfter(Proven proven, Proven before) {
        var origin = proven.checkpoint().origin();
        return origin.equals(before.checkpoint().origin()) ? proven.index() > before.index()
                : isEarlier(before.checkpoint().origin(), origin);
    }

    private static boolean isEarlier(String origin, String other) {
        return Origin.find(other).flatMap(later -> Origin.find(origin).map(later::follows)).orElse(false);
    }

    private void origins(Map<Long, Proven> chain, Manifest manifest) {
        var differing = chain.values().stream().map(proven -> proven.checkpoint().origin())
                .filter(origin -> !origin.equals(manifest.origin()) && !isEarlier(origin, manifest.origin())).distinct().toList();
        if (!differing.isEmpty()) {
            report.failed(Fault.E17, MANIFEST, manifest.origin(), String.join(", ", differing));
        } else if (!Proven.agencyOf(manifest.origin()).equals(manifest.agency().value())) {
            report.failed(Fault.E17, MANIFEST, "agency of " + manifest.origin(), manifest.agency().value());
        } else {
            report.passed(Check.ORIGIN, MANIFEST);
        }
    }

    /** Two roots of one log at one size are two histories. */
    private void oneHistory(Map<Long, Proven> chain) {
        var roots = new HashMap<List<Object>, String>();
        for (var proven : chain.values()) {
            var checkpoint = proven.checkpoint();
            var other = roots.putIfAbsent(List.of(checkpoint.origin(), checkpoint.size()), checkpoint.root());
            if (other != null && !other.equals(checkpoint.root())) {
                report.failed(Fault.E16, "checkpoint of " + checkpoint.size(), other, checkpoint.root());
            }
        }
    }

    private void medium(Manifest manifest, Map<String, Manifest.File> listed, Optional<Map<Long, Proven>> custody)
            throws IOException {
        var path = manifest.medium();
        if (!files.paths().contains(path)) {
            report.failed(Fault.E07, path, "the original", "no such file");
            return;
        }
        FileDigests.Digests found;
        try (var in = files.open(path)) {
            found = MediumCheck.digests(in, progress);
        }
        var first = custody.flatMap(chain -> Optional.ofNullable(chain.get(1L)));
        var payload = first.flatMap(Proven::payload);
        if (payload.isPresent() && payload.get().event() instanceof RecordingHandedIn event) {
            MediumCheck.compare(found, event, Fault.E08, path, report);
            var inManifest = Objects.requireNonNull(listed.get(path));
            if (!inManifest.sha256().equals(event.sha256()) || inManifest.sizeBytes() != event.sizeBytes()) {
                report.failed(Fault.E01, MANIFEST, "for " + path + " " + event.sha256(), inManifest.sha256().toString());
            }
        } else if (report.faults().isEmpty()) {
            report.failed(Fault.E28, path, "a receipt of RecordingHandedIn that shows its payload", "none");
        } else {
            report.notPerformed(Check.MEDIUM, path, new Bilingual("缺少可用的移交回执", "there is no usable receipt of the hand-in"));
        }
    }
}
