package org.liuhen.server.recordings.activities;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.liuhen.core.recordings.activities.ActivityState.Known;
import org.liuhen.core.recordings.activities.SceneReceipt;
import org.liuhen.core.values.Digest;
import org.liuhen.formats.ledger.Receipt;
import org.liuhen.formats.recordings.SceneAnswer.Standing;
import org.liuhen.formats.recordings.SceneAnswer;
import org.liuhen.server.ledger.Ledger;
import org.liuhen.server.recordings.activities.SceneReceiptTable.HandedIn;
import org.liuhen.server.store.Vaults;
import org.liuhen.vault.DamagedObject;
import org.springframework.stereotype.Component;

/** What the holder of a scene receipt is told: that it is lodged, with the proof, and how each of its captures stands today. */
@Component
class SceneAnswers {

    private static final Duration CHECKPOINT_WAIT = Duration.ofSeconds(2);

    private final ActivityStreams streams;
    private final SceneReceiptTable table;
    private final Ledger ledger;
    private final Vaults vaults;
    private final InstantSource clock;

    SceneAnswers(ActivityStreams streams, SceneReceiptTable table, Ledger ledger, Vaults vaults, InstantSource clock) {
        this.streams = streams;
        this.table = table;
        this.ledger = ledger;
        this.vaults = vaults;
        this.clock = clock;
    }

    /**
     * The answer of today.
     *
     * @throws org.liuhen.server.http.Problem if the activity was destroyed by law
     * @throws IOException if the store cannot be looked at
     */
    SceneAnswer of(SceneReceiptTable.Lodged at, Digest digest) throws IOException, InterruptedException {
        var activity = ActivityStreams.known(streams.load(at.agency(), at.activity()));
        var receipt = activity.evidence().receipts().stream().filter(one -> one.digest().equals(digest)).findFirst()
                .orElseThrow(SceneReceiptEndpoints::notLodged).receipt();
        var filed = activity.evidence().recordings().keySet().stream().map(id -> id.value()).collect(Collectors.toSet());
        var lodged = ledger.await(at.activity(), at.version(), CHECKPOINT_WAIT).map(bytes -> new String(bytes, UTF_8));
        return new SceneAnswer(clock.instant().truncatedTo(ChronoUnit.MILLIS), captures(at.agency(), receipt, filed),
                destroyed(at.agency(), activity), digest, SceneAnswer.FORMAT, lodged);
    }

    private List<SceneAnswer.Capture> captures(String agency, SceneReceipt receipt, Set<UUID> filed) throws IOException {
        var names = receipt.captures().stream().map(SceneReceipt.Capture::sha256).toList();
        var handedIn = table.handedIn(agency, names).stream().collect(Collectors.groupingBy(HandedIn::sha256));
        var standings = new ArrayList<SceneAnswer.Capture>();
        for (var name : names) standings.add(capture(agency, name, handedIn.getOrDefault(name, List.of()), filed));
        return standings;
    }

    /** The same bytes may have been handed in more than once; one that is kept is enough. */
    private SceneAnswer.Capture capture(String agency, String sha256, List<HandedIn> handedIn,
            Set<UUID> filed) throws IOException {
        if (handedIn.isEmpty()) return new SceneAnswer.Capture(Optional.empty(), sha256, Standing.ABSENT, Optional.empty());
        var first = Optional.of(handedIn.getFirst().at());
        var kept = handedIn.stream().filter(one -> one.destroyedBy().isEmpty()).toList();
        if (kept.isEmpty()) {
            var gone = handedIn.getLast();
            return new SceneAnswer.Capture(proof(gone.recording(), gone.destroyedBy().orElseThrow()), sha256,
                    Standing.DESTROYED, first);
        }
        if (!stored(agency, sha256)) return new SceneAnswer.Capture(Optional.empty(), sha256, Standing.MISSING, first);
        var standing = kept.stream().anyMatch(one -> filed.contains(one.recording())) ? Standing.FILED : Standing.STORED;
        return new SceneAnswer.Capture(Optional.empty(), sha256, standing, Optional.of(kept.getFirst().at()));
    }

    /** There, of its size and with its description; that its bytes are the same is the work of the regular checks of the store. */
    private boolean stored(String agency, String sha256) throws IOException {
        try {
            return vaults.of(agency).find(new Digest(Digest.Algorithm.SHA256, sha256)).isPresent();
        } catch (DamagedObject damaged) {
            return false; // not as it was handed in: that is what the holder asks
        }
    }

    private List<String> destroyed(String agency, Known activity) {
        var filed = activity.evidence().recordings().keySet().stream().map(id -> id.value()).toList();
        return table.forgotten(agency, filed).stream().flatMap(gone -> proof(gone.recording(), gone.by()).stream()).toList();
    }

    /** Who confirmed it and why is for the agency to tell; that it was done, and when, is in the ledger. */
    private Optional<String> proof(UUID recording, long version) {
        return ledger.receipt(recording, version).map(Receipt::parse)
                .map(receipt -> new String(new Receipt(receipt.leaf(), Optional.empty(), receipt.proof()).write(), UTF_8));
    }
}
