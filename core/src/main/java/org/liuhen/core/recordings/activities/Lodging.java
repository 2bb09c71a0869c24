package org.liuhen.core.recordings.activities;

import static org.liuhen.core.values.Decision.accept;
import static org.liuhen.core.values.Decision.nothing;
import static org.liuhen.core.values.Decision.refuse;

import java.time.Instant;
import java.util.stream.Stream;
import org.liuhen.core.recordings.activities.ActivityCommand.LodgeSceneReceipt;
import org.liuhen.core.recordings.activities.ActivityEvent.SceneReceiptLodged;
import org.liuhen.core.recordings.activities.ActivityState.Known;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.PersonId;

/**
 * Decides about the lodging of scene receipts. However late one comes, it is taken: the party has it in hand. Only one that cannot be
 * of this activity is refused.
 */
final class Lodging {

    /** The most receipts of one activity. */
    static final int RECEIPTS_MAX = 50;

    private Lodging() {}

    static Decision<ActivityEvent, ActivityRefusal> lodge(Known known, LodgeSceneReceipt c, PersonId by,
            ActivityContext context) {
        var lodged = known.evidence().receipts();
        if (lodged.stream().anyMatch(one -> one.digest().equals(c.digest()))) return nothing();
        if (lodged.stream().anyMatch(one -> one.code().equals(c.code()))) return refuse(ActivityRefusal.codeTaken(c.code()));
        if (lodged.size() >= RECEIPTS_MAX) return refuse(ActivityRefusal.tooManyReceipts(RECEIPTS_MAX));
        var receipt = c.receipt();
        var fault = receipt.fault();
        if (fault.isPresent()) return refuse(ActivityRefusal.receiptWrong(fault.get()));
        if (!receipt.agency().equals(context.law().agency().value())) {
            return refuse(ActivityRefusal.receiptOfAnotherAgency(receipt.agency()));
        }
        if (!receipt.activity().equals(known.opened().activity())) return refuse(ActivityRefusal.receiptOfAnotherActivity());
        if (!Activities.there(known, by)) return refuse(ActivityRefusal.notThere());
        if (receipt.endedAt().isBefore(receipt.startedAt())) {
            return refuse(ActivityRefusal.contradictory("结束早于开始", "it ends before it started"));
        }
        var future = times(receipt).filter(context::inFuture).findFirst();
        if (future.isPresent()) return refuse(ActivityRefusal.inFuture(future.get()));
        return accept(new SceneReceiptLodged(receipt, c.digest(), c.code()));
    }

    private static Stream<Instant> times(SceneReceipt receipt) {
        return Stream.concat(Stream.of(receipt.startedAt(), receipt.endedAt(), receipt.issuedAt()),
                receipt.captures().stream().map(SceneReceipt.Capture::to));
    }
}
