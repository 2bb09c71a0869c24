package org.liuhen.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;

/** Uploads by {@code tus-js-client}, the same for both sides. */
final class Uploads {

    /** What a station of ours sends in one request, in MiB. */
    private static final int CHUNK_MIB = 32;

    private final Workplace workplace;
    private final Path peers;

    private Uploads(Workplace workplace, Path peers) {
        this.workplace = workplace;
        this.peers = peers;
    }

    /** Has the peers' packages installed where they are not yet. */
    static Uploads prepare(Workplace workplace) throws IOException, InterruptedException {
        var peers = workplace.home().resolve("bench/peers");
        if (!Files.isDirectory(peers.resolve("node_modules"))) workplace.runIn(peers, "npm", "ci");
        return new Uploads(workplace, peers);
    }

    /** Starts {@code @tus/server} with its file store over this folder; returns where it takes uploads. */
    String startPeer(Path folder) throws IOException {
        return Workplace.ready(workplace.start("node", peers.resolve("tus-server.mjs").toString(), folder.toString()));
    }

    /**
     * A finished upload.
     *
     * @param begunAt of the first request, in milliseconds since 1970
     * @param millis to the answer to the last byte
     */
    record Done(double begunAt, double millis, String url, Optional<UUID> recording) {
        double endedAt() {
            return begunAt + millis;
        }
    }

    /** Sends the file to the endpoint. */
    Done send(Path file, String endpoint, Map<String, String> metadata, Optional<Path> tokenFile) throws IOException {
        var words = RunningServer.json("{}").asObject();
        metadata.forEach(words::put);
        var command = new java.util.ArrayList<>(List.of(
                "node", peers.resolve("upload.mjs").toString(), endpoint, file.toString(), Integer.toString(CHUNK_MIB), words.toString()));
        tokenFile.ifPresent(path -> command.add(path.toString()));
        var client = workplace.start(workplace.folder(), Map.of(), command);
        var line = client.inputReader().readLine(); // not its end: that takes longer than the upload is to be blamed for
        if (line == null) throw new IOException("not uploaded: " + file + " to " + endpoint);
        var answer = RunningServer.json(line);
        return new Done(number(answer, "begunAt"), number(answer, "millis"), RunningServer.text(answer, "url"),
                answer.hasNonNull("recording") ? Optional.of(UUID.fromString(RunningServer.text(answer, "recording"))) : Optional.empty());
    }

    private static double number(JsonNode node, String field) throws IOException {
        var value = node.get(field);
        if (value == null || !value.isNumber()) throw new IOException("no " + field + " in " + node);
        return value.doubleValue();
    }

    /** Does the work for every file at once and returns what came of each. */
    static <T> List<T> together(List<Callable<T>> work) throws IOException, InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = work.stream().map(threads::submit).toList();
            var results = new java.util.ArrayList<T>();
            for (var one : running) {
                results.add(one.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IOException("one of " + work.size() + " failed", e);
        }
    }
}
