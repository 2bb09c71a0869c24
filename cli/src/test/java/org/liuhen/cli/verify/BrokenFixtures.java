package org.liuhen.cli.verify;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.liuhen.cli.TestLog;
import org.liuhen.core.recordings.RecordingEvent.RecordingViewed;
import org.liuhen.core.values.ViewingId;
import org.liuhen.formats.ledger.Checkpoint;
import org.liuhen.formats.recordings.SceneAnswer;

/**
 * Writes the folders under {@code cli/src/test/broken} and {@code cli/src/test/valid}, once, from seeds; they are kept as they
 * are. Each holds {@code trust.txt} and one of {@code bundle}, {@code file}, {@code ledger}, {@code data} (with {@code
 * journal.jsonl}), {@code scene}. Run from the folder {@code cli}, after removing what is to be made anew.
 */
final class BrokenFixtures {

    private static final int TWO_TILES = 260;

    private final Path root;

    private BrokenFixtures(Path root) {
        this.root = root;
    }

    /** Makes one folder broken. */
    private interface Break {
        void in(Scene scene, Path folder) throws IOException;
    }

    public static void main(String[] arguments) throws IOException {
        var fixtures = new BrokenFixtures(Path.of("src", "test"));
        fixtures.valid();
        fixtures.bundles();
        fixtures.ledgers();
        fixtures.dataFolders();
        fixtures.closedLogs();
        fixtures.scenes();
    }

    private void valid() throws IOException {
        scene("valid/bundle", 1, (scene, folder) -> scene.bundle(folder.resolve("bundle")));
        scene("valid/file", 2, (scene, folder) -> scene.file(folder.resolve("file")));
        scene("valid/ledger", 3, (scene, folder) -> {
            grow(scene, TWO_TILES);
            scene.log.write(folder.resolve("ledger"), TWO_TILES, 1, 3, 200, 256);
        });
        scene("valid/data", 4, (scene, folder) -> {
            scene.data(folder.resolve("data"));
            scene.journal(folder.resolve("journal.jsonl"), scene.log.entries());
        });
        scene("valid/continued", 8, (scene, folder) ->
                TestLog.put(folder.resolve("trust.txt"), scene.continued(folder.resolve("bundle")).getBytes(UTF_8)));
        scene("valid/closed", 5, (scene, folder) -> scene.closed(folder, scene.log.root(), scene.log.size() - 1));
    }

    private void bundles() throws IOException {
        bundle(Fault.E01, (_, bundle) -> replace(bundle.resolve("manifest.json"), "liuhen-bundle-v1", "liuhen-bundle-v9"));
        rewritten(Fault.E02, bundle -> replace(bundle.resolve("custody/000002.receipt"), "liuhen-receipt v1",
                "liuhen-receipt v9"));
        rewritten(Fault.E03, bundle -> {
            for (var version = 1; version <= 3; version++) flipSignature(bundle.resolve("custody/00000" + version + ".receipt"));
        });
        scene(name(Fault.E04), 4, (scene, folder) -> {
            scene.bundle(folder.resolve("bundle"));
            TestLog.put(folder.resolve("trust.txt"), new TestLog(99).trust().getBytes(UTF_8));
        });
        rewritten(Fault.E05, bundle -> alterPath(bundle.resolve("custody/000002.receipt")));
        rewritten(Fault.E06, bundle -> alterPayload(bundle.resolve("custody/000002.receipt")));
        bundle(Fault.E07, (_, bundle) -> Files.delete(bundle.resolve("original").resolve(Scene.NAME)));
        bundle(Fault.E08, (_, bundle) -> flip(bundle.resolve("original").resolve(Scene.NAME), 1000));
        write(name(Fault.E09), new Scene(9, true), (scene, folder) -> scene.bundle(folder.resolve("bundle")));
        bundle(Fault.E10, (_, bundle) -> TestLog.put(bundle.resolve("original/又一个.mp4"), "x".getBytes(UTF_8)));
        bundle(Fault.E17, (scene, bundle) -> scene.manifest(bundle, "liuhen-other/SQ"));
        rewritten(Fault.E18, bundle -> Files.delete(bundle.resolve("custody/000002.receipt")));
        bundle(Fault.E27, (_, bundle) -> flip(bundle.resolve("README.txt"), 0));
        scene(name(Fault.E28), 28, (scene, folder) -> {
            scene.file(folder.resolve("file"));
            flip(folder.resolve("file").resolve(Scene.NAME), 5);
        });
    }

    private void ledgers() throws IOException {
        ledger(Fault.E11, TWO_TILES - 240, (scene, folder) -> {
            scene.log.write(folder, scene.log.size() - 5);
            TestLog.put(folder.resolve("checkpoints").resolve(String.format("%016d", scene.log.size())),
                    scene.log.checkpoint(scene.log.size()).write());
        });
        ledger(Fault.E12, TWO_TILES, (_, folder) -> flip(folder.resolve("tile/0/000"), 40));
        ledger(Fault.E13, TWO_TILES, (_, folder) -> Files.delete(folder.resolve("tile/0/001.p/4")));
        ledger(Fault.E14, 10, (_, folder) -> flip(folder.resolve("tile/entries/000.p/10"), 900));
        ledger(Fault.E15, 10, (_, folder) -> {
            Files.delete(folder.resolve("tile/entries/000.p/10"));
            TestLog.put(folder.resolve("tile/entries/README"), "gone\n".getBytes(UTF_8));
        });
        ledger(Fault.E16, 10, (scene, folder) -> TestLog.put(folder.resolve("checkpoints/0000000000000007"),
                scene.log.signed(Checkpoint.of(TestLog.ORIGIN, 7, scene.log.bytes(32))).write()));
        scene(name(Fault.E25), 25, (scene, folder) -> {
            scene.log.append(scene.stream(), viewed(scene), TestLog.BEGIN.minusSeconds(1));
            scene.log.write(folder.resolve("ledger"), scene.log.size());
        });
        scene(name(Fault.E26), 26, (scene, folder) -> {
            var right = scene.log.entry(scene.stream(), 4, viewed(scene), TestLog.BEGIN.plusSeconds(4));
            var spaced = new String(right.leaf(), UTF_8).replace("\",\"format\"", "\", \"format\"").getBytes(UTF_8);
            scene.log.append(new TestLog.Entry(spaced, right.salt(), right.payload()));
            scene.log.write(folder.resolve("ledger"), scene.log.size());
        });
    }

    private void dataFolders() throws IOException {
        data(Fault.E19, (scene, folder) -> scene.journal(folder.resolve("journal.jsonl"), scene.log.entries().subList(0, 3)));
        data(Fault.E20, (scene, folder) -> {
            var entries = new ArrayList<>(scene.log.entries());
            entries.add(scene.log.entry(scene.stream(), 4, viewed(scene), TestLog.BEGIN.plusSeconds(9)));
            scene.journal(folder.resolve("journal.jsonl"), entries);
        });
        data(Fault.E21, (scene, folder) -> {
            var entries = new ArrayList<>(scene.log.entries());
            entries.set(2, scene.log.entry(scene.stream(), 2, viewed(scene), TestLog.BEGIN.plusSeconds(9)));
            scene.journal(folder.resolve("journal.jsonl"), entries);
        });
        data(Fault.E22, (scene, folder) -> {
            var object = scene.object(folder.resolve("data"), scene.medium);
            Files.delete(object.resolveSibling(object.getFileName() + ".about"));
            Files.delete(object);
        });
        data(Fault.E23, (scene, folder) -> flip(scene.object(folder.resolve("data"), scene.medium), 12));
        data(Fault.E24, (scene, folder) -> {
            var object = scene.object(folder.resolve("data"), scene.medium);
            flip(object.resolveSibling(object.getFileName() + ".about"), 20);
        });
    }

    private void closedLogs() throws IOException {
        scene(name(Fault.E29), seed(Fault.E29), (scene, folder) -> scene.closed(folder, scene.log.bytes(32), scene.log.size()));
    }

    private void scenes() throws IOException {
        scene("valid/scene", 6, (scene, folder) -> new SceneOnPaper(scene).write(folder.resolve("scene")));
        scene("valid/scene-file", 7, (scene, folder) -> {
            new SceneOnPaper(scene).write(folder.resolve("scene"));
            TestLog.put(folder.resolve("scene").resolve(Scene.NAME), scene.medium);
        });
        onPaper(Fault.E30, (paper, folder) -> paper.hold(folder, paper.another()));
        onPaper(Fault.E31, (paper, folder) -> paper.answer(folder, paper.another(), SceneAnswer.Standing.FILED));
        onPaper(Fault.E32, (paper, folder) -> paper.answer(folder, paper.lodged(), SceneAnswer.Standing.MISSING));
        onPaper(Fault.E33, (_, folder) -> TestLog.put(folder.resolve(Scene.NAME), "别的".getBytes(UTF_8)));
    }

    private interface BreakPaper {
        void in(SceneOnPaper paper, Path folder) throws IOException;
    }

    private void onPaper(Fault fault, BreakPaper change) throws IOException {
        scene(name(fault), seed(fault), (scene, folder) -> {
            var paper = new SceneOnPaper(scene);
            paper.write(folder.resolve("scene"));
            change.in(paper, folder.resolve("scene"));
        });
    }

    private static RecordingViewed viewed(Scene scene) {
        return new RecordingViewed(new ViewingId(scene.log.id()), Optional.empty());
    }

    private static void grow(Scene scene, int size) {
        while (scene.log.size() < size) scene.log.append(scene.stream(), viewed(scene));
    }

    private static String name(Fault fault) {
        return "broken/" + fault.code() + "-" + fault.title();
    }

    /** A seed of its own for each fault, for ever. */
    private static long seed(Fault fault) {
        return 1000L + Integer.parseInt(fault.code().substring(1));
    }

    /** A bundle that is right, and then broken. */
    private void bundle(Fault fault, Break change) throws IOException {
        scene(name(fault), seed(fault), (scene, folder) -> {
            scene.bundle(folder.resolve("bundle"));
            change.in(scene, folder.resolve("bundle"));
        });
    }

    private interface Change {
        void in(Path bundle) throws IOException;
    }

    /** A bundle whose maker knew how to hide the change from the manifest. */
    private void rewritten(Fault fault, Change change) throws IOException {
        bundle(fault, (scene, bundle) -> {
            change.in(bundle);
            scene.manifest(bundle, TestLog.ORIGIN);
        });
    }

    private void ledger(Fault fault, int size, Break change) throws IOException {
        scene(name(fault), seed(fault), (scene, folder) -> {
            grow(scene, size);
            scene.log.write(folder.resolve("ledger"), size);
            change.in(scene, folder.resolve("ledger"));
        });
    }

    private void data(Fault fault, Break change) throws IOException {
        scene(name(fault), seed(fault), (scene, folder) -> {
            scene.data(folder.resolve("data"));
            scene.journal(folder.resolve("journal.jsonl"), scene.log.entries());
            change.in(scene, folder);
        });
    }

    private void scene(String name, long seed, Break making) throws IOException {
        write(name, new Scene(seed), making);
    }

    private void write(String name, Scene scene, Break making) throws IOException {
        var folder = root.resolve(name);
        if (Files.exists(folder)) return; // kept as it is
        TestLog.put(folder.resolve("trust.txt"), scene.log.trust().getBytes(UTF_8));
        making.in(scene, folder);
    }

    static void flip(Path file, int at) throws IOException {
        var bytes = Files.readAllBytes(file);
        bytes[at] ^= 1;
        Files.write(file, bytes);
    }

    private static void replace(Path file, String from, String to) throws IOException {
        var text = new String(Files.readAllBytes(file), ISO_8859_1);
        if (!text.contains(from)) throw new IllegalStateException(from + " is not in " + file);
        Files.write(file, text.replace(from, to).getBytes(ISO_8859_1));
    }

    /** One bit of the last signature. */
    private static void flipSignature(Path receipt) throws IOException {
        var lines = new ArrayList<>(List.of(new String(Files.readAllBytes(receipt), UTF_8).split("\n", -1)));
        var last = lines.size() - 2;
        var space = lines.get(last).lastIndexOf(' ');
        var signature = Base64.getDecoder().decode(lines.get(last).substring(space + 1));
        signature[signature.length - 1] ^= 1;
        lines.set(last, lines.get(last).substring(0, space + 1) + Base64.getEncoder().encodeToString(signature));
        Files.write(receipt, String.join("\n", lines).getBytes(UTF_8));
    }

    /** One bit of the lowest sibling in the path. */
    private static void alterPath(Path receipt) throws IOException {
        var lines = new ArrayList<>(List.of(new String(Files.readAllBytes(receipt), UTF_8).split("\n", -1)));
        var first = lines.indexOf("index 2") + 1;
        var sibling = Base64.getDecoder().decode(lines.get(first));
        sibling[0] ^= 1;
        lines.set(first, Base64.getEncoder().encodeToString(sibling));
        Files.write(receipt, String.join("\n", lines).getBytes(UTF_8));
    }

    private static void alterPayload(Path receipt) throws IOException {
        var lines = new ArrayList<>(List.of(new String(Files.readAllBytes(receipt), UTF_8).split("\n", -1)));
        var line = lines.stream().filter(text -> text.startsWith("payload ")).max(Comparator.naturalOrder()).orElseThrow();
        var payload = new String(Base64.getDecoder().decode(line.substring("payload ".length())), UTF_8).replace("法制审核", "个人用途");
        lines.set(lines.indexOf(line), "payload " + Base64.getEncoder().encodeToString(payload.getBytes(UTF_8)));
        Files.write(receipt, String.join("\n", lines).getBytes(UTF_8));
    }
}
