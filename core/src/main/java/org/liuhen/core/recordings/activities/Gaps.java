package org.liuhen.core.recordings.activities;

import static org.liuhen.core.values.Decision.accept;
import static org.liuhen.core.values.Decision.nothing;
import static org.liuhen.core.values.Decision.refuse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.law.Answer;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Cited;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.recordings.activities.ActivityState.Known;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.DeviceNumber;
import org.liuhen.core.values.PersonId;

/** Decides: what people say of parts that were not recorded. */
final class Gaps {

    private static final Key EXEMPTIONS = new Key("avRecord.exemption.reasons");
    private static final Key WORK_RECORD = new Key("avRecord.exemption.workRecord");
    private static final Key ALLOWED = new Key("avRecord.exemption.allowed");
    private static final Key EVENTS = new Key("avRecord.required.events");
    private static final Key UNSUITABLE = new Key("avRecord.unsuitable.allowed");
    private static final String UNSUITABLE_GROUND = "unsuitable";
    static final String NO_PROOF_DEVICE = "explosiveAreaWithoutProofDevice";
    private static final String SECRET = "secretOrPrivacy";

    private static final String OBJECTIVE_CAUSE = "objectiveCause";

    private Gaps() {}

    /** The cause may be one that the text does not name; a rule tells that. The declaration suffices (SQ-M-20). */
    static Decision<ActivityEvent, ActivityRefusal> explain(Known known, ActivityCommand.ExplainInterruption c, PersonId by,
            ActivityContext context) {
        if (c.cause().isBlank()) return refuse(ActivityRefusal.empty("中断原因", "the cause"));
        if (context.inFuture(c.time().to())) return refuse(ActivityRefusal.inFuture(c.time().to()));
        var explained = new Interruption(c.time(), c.cause(), c.text().filter(text -> !text.isBlank()), c.spoken(), by);
        return known.course().interruptions().contains(explained)
                ? nothing()
                : accept(new ActivityEvent.InterruptionExplained(explained));
    }

    static Decision<ActivityEvent, ActivityRefusal> giveUp(Known known, ActivityCommand.GiveUpRecording c, ActivityContext context) {
        if (c.cause().isBlank()) return refuse(ActivityRefusal.empty("原因", "the cause"));
        if (c.unrecorded().isBlank()) return refuse(ActivityRefusal.empty("未记录的内容", "what stayed unrecorded"));
        if (context.inFuture(c.stoppedAt())) return refuse(ActivityRefusal.inFuture(c.stoppedAt()));
        for (var report : c.reports()) {
            if (context.inFuture(report.at())) return refuse(ActivityRefusal.inFuture(report.at()));
            if (report.at().isBefore(c.stoppedAt())) {
                return refuse(ActivityRefusal.contradictory("报告早于停止记录", "reported before recording stopped"));
            }
        }
        var same = known.course().givenUp().filter(given -> given.stoppedAt().equals(c.stoppedAt()) && given.cause().equals(c.cause())
                && given.unrecorded().equals(c.unrecorded()) && given.reports().equals(c.reports()));
        return same.isPresent()
                ? nothing()
                : accept(new ActivityEvent.RecordingGivenUp(c.stoppedAt(), c.cause(), c.unrecorded(), c.reports()));
    }

    /** Signed after the work on site, by officers who were there (SQ-M-20.p2). */
    static Decision<ActivityEvent, ActivityRefusal> sign(Known known, ActivityCommand.SignStatement c, PersonId by, ActivityContext context) {
        var given = known.course().givenUp();
        if (given.isEmpty()) return refuse(ActivityRefusal.notGivenUp());
        if (!Activities.there(known, by)) return refuse(ActivityRefusal.notThere());
        if (context.inFuture(c.at())) return refuse(ActivityRefusal.inFuture(c.at()));
        if (known.course().endedAt().filter(c.at()::isBefore).isPresent()) {
            return refuse(ActivityRefusal.contradictory("书面说明早于活动结束", "the statement is signed before the activity ended"));
        }
        return given.get().statement().stream().anyMatch(signature -> signature.officer().equals(by))
                ? nothing()
                : accept(new ActivityEvent.StatementSigned(by, c.at()));
    }

    /** On a ground that the agency's text names; where it names none there is no exemption. */
    static Decision<ActivityEvent, ActivityRefusal> exempt(Known known, ActivityCommand.ExemptActivity c, PersonId by,
            ActivityContext context) {
        var rules = context.rules(Activities.lawMoment(known).orElse(context.now()));
        var article = c.ground().equals(UNSUITABLE_GROUND)
                ? unsuitable(known, rules)
                : rules.elements(EXEMPTIONS).stream().filter(element -> element.word().equals(c.ground())).findFirst()
                        .<Authority>map(element -> new Authority.Article(element.article()));
        if (article.isEmpty()) {
            // by which others are none
            var list = c.ground().equals(UNSUITABLE_GROUND) && rules.flag(UNSUITABLE) ? UNSUITABLE : ALLOWED;
            var named = rules.flagCited(list).filter(Cited::value).map(Cited::authority);
            return refuse(ActivityRefusal.groundNotAllowed(c.ground()).citing(list, named));
        }
        if (c.facts().isBlank()) return refuse(ActivityRefusal.empty("事实", "the facts").citing(EXEMPTIONS, article));
        if (c.ground().equals(SECRET) && c.secret().filter(kind -> !kind.isBlank()).isEmpty()) {
            return refuse(ActivityRefusal.empty("涉及秘密的种类", "the kind of secret").citing(EXEMPTIONS, article));
        }
        var objective = c.ground().equals(OBJECTIVE_CAUSE);
        var cause = c.cause().filter(word -> objective && !word.isBlank());
        if (objective && cause.isEmpty()) return refuse(ActivityRefusal.empty("客观原因的种类",
                "which objective cause").citing(EXEMPTIONS, article));
        var same = known.course().exemption().filter(exemption -> exemption.ground().equals(c.ground())
                && exemption.facts().equals(c.facts()) && exemption.secret().equals(c.secret())
                && known.details().cause().map(ActivityEvent.ExemptionCauseNamed::cause).equals(cause));
        return same.isPresent() ? nothing() : new Decision.Accepted<>(exempted(known, c, cause, by, context));
    }

    /** What the unit has is written beside the claim that it has none, and how often it was claimed: no later register can answer for that day. */
    private static List<ActivityEvent> exempted(
            Known known, ActivityCommand.ExemptActivity c, Optional<String> cause, PersonId by, ActivityContext context) {
        var events = new ArrayList<ActivityEvent>(List.of(new ActivityEvent.ActivityExempted(c.ground(), c.facts(), c.secret(), by)));
        var held = c.ground().equals(NO_PROOF_DEVICE) ? context.register().explosionProof(known.opened().unit()) : List.<DeviceNumber>of();
        if (!held.isEmpty()) events.add(new ActivityEvent.ProofDevicesHeld(held));
        cause.ifPresent(word -> events.add(new ActivityEvent.ExemptionCauseNamed(word, context.register().exempted(by, c.ground()))));
        return events;
    }

    /** Only the articles that say so allow it: of an act of another one the substitute is wanted (CL-7.p3, CL-13.p2). */
    private static Optional<Authority> unsuitable(Known known, Rules rules) {
        if (!(rules.answer(UNSUITABLE) instanceof Answer.Stated(var articles, _)) || !rules.flag(UNSUITABLE)) return Optional.empty();
        return rules.elements(EVENTS).stream()
                .filter(element -> known.opened().item().events().contains(element.word()))
                .filter(element -> articles.contains(element.article()))
                .findFirst()
                .map(element -> new Authority.Article(element.article()));
    }

    static Decision<ActivityEvent, ActivityRefusal> submit(Known known, ActivityCommand.SubmitWorkRecord c, ActivityContext context) {
        var exemption = known.course().exemption();
        if (exemption.isEmpty()) return refuse(ActivityRefusal.notExempted());
        var article = context.rules(Activities.lawMoment(known).orElse(context.now())).words(WORK_RECORD).map(Cited::authority);
        if (c.reason().isBlank()) {
            return refuse(ActivityRefusal.empty("不能记录的理由", "why no recording was possible").citing(WORK_RECORD, article));
        }
        if (c.basis().isBlank()) return refuse(ActivityRefusal.empty("依据", "the basis").citing(WORK_RECORD, article));
        if (context.inFuture(c.at())) return refuse(ActivityRefusal.inFuture(c.at()));
        var record = new Exemption.WorkRecord(c.reason(), c.basis(), c.to(), c.at(), Optional.<Instant>empty());
        return exemption.get().workRecord().equals(Optional.of(record))
                ? nothing()
                : accept(new ActivityEvent.WorkRecordSubmitted(c.reason(), c.basis(), c.to(), c.at()));
    }
}
