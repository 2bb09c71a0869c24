package org.liuhen.core.cases;

import static org.liuhen.core.values.Decision.accept;
import static org.liuhen.core.values.Decision.nothing;
import static org.liuhen.core.values.Decision.refuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.liuhen.core.cases.ApprovalCommand.DiscussCollectively;
import org.liuhen.core.cases.ApprovalCommand.GiveOpinion;
import org.liuhen.core.cases.ApprovalCommand.RequestApproval;
import org.liuhen.core.cases.ApprovalEvent.ApprovalRequested;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.documents.ApprovalMatter;
import org.liuhen.core.cases.rules.ProposalComplete;
import org.liuhen.core.cases.rules.ProposalStep;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Element;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Role;

/** Decides: approvals (审批), legal review (法制审核) and collective discussion (集体讨论). */
final class Approvals {

    private static final Key TABLE = new Key("record.decision.required");

    private Approvals() {}

    static Decision<CaseEvent, CaseRefusal> decide(Begun begun, ApprovalCommand command, CaseContext context) {
        if (begun.life().status() instanceof LifeStatus.Ended(_, var on)) return refuse(Refusals.ended(on));
        return switch (command) {
            case RequestApproval c -> request(begun, c, context);
            case GiveOpinion c -> answer(begun, c, context);
            case ApprovalCommand.AdoptReview c -> adopt(begun, c, context);
            case ApprovalCommand.WithdrawRequest c -> withdraw(begun, c, context);
            case DiscussCollectively c -> discuss(begun, c, context);
        };
    }

    /** Asked by a handler. What was returned is amended and asked for again under the same id, from the first step on. */
    private static Decision<CaseEvent, CaseRefusal> request(Begun begun, RequestApproval c, CaseContext context) {
        if (!begun.life().isHandler(context.person())) return refuse(Refusals.noHandler());
        if (c.document().isPresent() && begun.document(c.document().get()).isEmpty()) return refuse(Refusals.noSuchDocument());
        var requested = new ApprovalRequested(c.approval(), c.matter(), c.document(), c.proposal(),
                route(begun, c.matter(), context),
                context.person());
        var earlier = begun.approvals().get(c.approval());
        if (earlier != null && !(earlier.standing() instanceof ApprovalStanding.Returned)) {
            return earlier.requested().equals(requested) ? nothing() : refuse(ApprovalRefusals.alreadyRequested());
        }
        if (begun.approvals().values().stream().anyMatch(other -> other.requested().matter() == c.matter()
                && other.requested().document().equals(c.document()) && open(other))) {
            return refuse(ApprovalRefusals.alreadyRequested());
        }
        if (c.proposal().proposal().isBlank() && !decides(c.matter())) return refuse(Refusals.empty("请示事项", "what is asked for"));
        if (decides(c.matter())) {
            var missing = new ProposalComplete().missing(new ProposalStep(c.proposal()), context.rules()).stream()
                    .filter(item -> !begun.process().defectStated(c.approval().toString(), item.duty()))
                    .toList();
            if (missing.stream().anyMatch(Missing::blocks)) return refuse(CaseRefusal.incomplete(missing));
        }
        return accept(requested);
    }

    private static boolean open(Approval approval) {
        return approval.standing() instanceof ApprovalStanding.Due || approval.standing() instanceof ApprovalStanding.AdoptionDue;
    }

    private static boolean decides(ApprovalMatter matter) {
        return matter == ApprovalMatter.DECISION || matter == ApprovalMatter.LICENCE_DECISION;
    }

    /**
     * A decision takes the steps that the agency's table names, the review where the case is flagged for it; where the table
     * is silent, it goes from the unit's head to the agency's. Everything else goes that way, too.
     */
    private static List<ApprovalStep> route(Begun begun, ApprovalMatter matter, CaseContext context) {
        var words = context.rules().elements(TABLE).stream().map(Element::word).toList();
        var unit = words.isEmpty() || words.contains(RecordedContent.UNIT_PROPOSED_DECISION.word());
        var route = new ArrayList<ApprovalStep>();
        if (unit || !decides(matter)) route.add(ApprovalStep.UNIT_HEAD);
        if (decides(matter) && begun.life().flags().legalReview()) route.add(ApprovalStep.LEGAL_REVIEW);
        route.add(ApprovalStep.AGENCY_HEAD);
        return route;
    }

    private static Decision<CaseEvent, CaseRefusal> answer(Begun begun, GiveOpinion c, CaseContext context) {
        var approval = begun.approvals().get(c.approval());
        if (approval == null) return refuse(ApprovalRefusals.noSuchRequest());
        var by = context.person();
        if (answered(approval, c, by, context)) return nothing();
        if (!(approval.standing() instanceof ApprovalStanding.Due(var step))) {
            return refuse(ApprovalRefusals.nothingDue(approval.standing()));
        }
        if (approval.requested().by().equals(by) || (step != ApprovalStep.LEGAL_REVIEW && begun.life().isHandler(by))) {
            return refuse(ApprovalRefusals.ownRequest());
        }
        if (c.signedOn().isAfter(context.today())) return refuse(Refusals.dayInFuture(c.signedOn()));
        if (!context.register().roles(by, c.signedOn()).contains(role(step))) return refuse(ApprovalRefusals.notYours(step));
        if (step == ApprovalStep.LEGAL_REVIEW && begun.life().isHandler(by)) {
            return refuse(reviewerHandles(context.law().on(c.signedOn())));
        }
        if (c.opinion().isBlank()) return refuse(Refusals.empty("意见", "the opinion"));
        if (c.verdict() != Verdict.AGREED && c.reason().filter(reason -> !reason.isBlank()).isEmpty()) {
            return refuse(Refusals.empty("退回或者不同意的理由", "the reason for returning or refusing it"));
        }
        if (c.onPaper() && c.scan().isEmpty()) return refuse(Refusals.empty("纸质意见的扫描件", "the scan of the opinion on paper"));
        return accept(new ApprovalEvent.OpinionGiven(c.approval(), step, c.verdict(), c.opinion(), c.reason(), by,
                context.register().name(by).orElse(context.actor().name()), c.signedOn(), c.onPaper(), c.scan()));
    }

    /** Whether it was answered just so before; who has the role of the step that is due now, too, answers that one. */
    private static boolean answered(Approval approval, GiveOpinion c, PersonId by, CaseContext context) {
        if (approval.opinions().stream().noneMatch(earlier -> same(earlier, c, by))) return false;
        return !(approval.standing() instanceof ApprovalStanding.Due(var step))
                || !context.register().roles(by, c.signedOn()).contains(role(step));
    }

    private static boolean same(ApprovalEvent.OpinionGiven earlier, GiveOpinion c, PersonId by) {
        return earlier.by().equals(by) && earlier.verdict() == c.verdict() && earlier.opinion().equals(c.opinion())
                && earlier.reason().equals(c.reason()) && earlier.signedOn().equals(c.signedOn())
                && earlier.scan().equals(c.scan());
    }

    private static Role role(ApprovalStep step) {
        return switch (step) {
            case UNIT_HEAD -> Role.UNIT_HEAD;
            case LEGAL_REVIEW -> Role.LEGAL_SECTION;
            case AGENCY_HEAD -> Role.PERSON_IN_CHARGE;
        };
    }

    /** With the article where one asks for a review (SQ-M-8.3). */
    private static CaseRefusal reviewerHandles(Rules rules) {
        var refusal = ApprovalRefusals.reviewerHandles();
        return rules.elements(TABLE).stream()
                .filter(element -> element.word().equals(RecordedContent.LEGAL_REVIEW.word()))
                .findFirst()
                .map(element -> CaseRefusal.incomplete(List.of(
                        new Missing(TABLE.value(), new Authority.Article(element.article()), refusal.what(), refusal.next()))))
                .orElse(refusal);
    }

    /** The handlers follow the review, and amend, or give their reason for not following it. */
    private static Decision<CaseEvent, CaseRefusal> adopt(Begun begun, ApprovalCommand.AdoptReview c, CaseContext context) {
        if (!begun.life().isHandler(context.person())) return refuse(Refusals.noHandler());
        var approval = begun.approvals().get(c.approval());
        if (approval == null) return refuse(ApprovalRefusals.noSuchRequest());
        var adopted = new ApprovalEvent.ReviewAdopted(c.approval(), c.adopted(), c.reason(), context.person());
        if (approval.adopted().equals(Optional.of(adopted))) return nothing();
        if (approval.adopted().isPresent()) return refuse(Refusals.alreadyTaken());
        if (approval.opinions().stream().noneMatch(opinion -> opinion.step() == ApprovalStep.LEGAL_REVIEW)) {
            return refuse(ApprovalRefusals.noReview());
        }
        if (!c.adopted() && c.reason().filter(reason -> !reason.isBlank()).isEmpty()) {
            return refuse(Refusals.empty("不采纳的理由", "the reason for not following it"));
        }
        return accept(adopted);
    }

    private static Decision<CaseEvent, CaseRefusal> withdraw(Begun begun, ApprovalCommand.WithdrawRequest c,
            CaseContext context) {
        if (!begun.life().isHandler(context.person())) return refuse(Refusals.noHandler());
        var approval = begun.approvals().get(c.approval());
        if (approval == null) return refuse(ApprovalRefusals.noSuchRequest());
        if (approval.withdrawn().isPresent()) return nothing();
        if (c.reason().isBlank()) return refuse(Refusals.empty("撤回的理由", "the reason"));
        return open(approval) || approval.standing() instanceof ApprovalStanding.Returned
                ? accept(new ApprovalEvent.RequestWithdrawn(c.approval(), c.reason()))
                : refuse(ApprovalRefusals.nothingDue(approval.standing()));
    }

    /** What a discussion lacks is told when the decision is made final. */
    private static Decision<CaseEvent, CaseRefusal> discuss(Begun begun, DiscussCollectively c, CaseContext context) {
        if (c.on().isAfter(context.today())) return refuse(Refusals.dayInFuture(c.on()));
        if (c.on().isBefore(context.day(begun.life().opened().at()))) return refuse(Refusals.beforeOpening(c.on()));
        if (c.host().isBlank() || c.attendees().isEmpty() || c.conclusion().isBlank()) {
            return refuse(Refusals.empty("主持人、参加人和结论", "host, attendees and conclusion"));
        }
        for (var attendee : c.attendees()) {
            if (context.register().name(attendee.person()).isEmpty()) return refuse(DocumentRefusals.notRegistered());
            if (begun.life().recused().contains(attendee.person())) return refuse(Refusals.recused(attendee.name()));
            if (attendee.opinion().isBlank()) {
                return refuse(Refusals.empty(attendee.name() + "的意见", "the opinion of " + attendee.name()));
            }
        }
        if (c.minutes().isPresent() && begun.document(c.minutes().get()).isEmpty()) return refuse(Refusals.noSuchDocument());
        if (c.recording().isPresent() && !begun.process().recordings().containsKey(c.recording().get())) {
            return refuse(Refusals.noSuchRecording());
        }
        var discussed = new ApprovalEvent.CollectivelyDiscussed(c.on(), c.host(), c.attendees(), c.conclusion(), c.minutes(),
                c.recording());
        return begun.discussions().contains(discussed) ? nothing() : accept(discussed);
    }

    static Begun evolve(Begun begun, ApprovalEvent event) {
        return switch (event) {
            case ApprovalEvent.ApprovalRequested e ->
                    begun.with(e.approval(), new Approval(e, List.of(), Optional.empty(), Optional.empty()));
            case ApprovalEvent.OpinionGiven e -> known(begun, e.approval(), approval -> approval.with(e));
            case ApprovalEvent.ReviewAdopted e -> known(begun, e.approval(), approval -> approval.with(e));
            case ApprovalEvent.RequestWithdrawn e -> known(begun, e.approval(), approval -> approval.with(e));
            case ApprovalEvent.CollectivelyDiscussed e -> begun.with(e);
        };
    }

    /** Unknown only where the payload of the request was destroyed. */
    private static Begun known(Begun begun, ApprovalId id, UnaryOperator<Approval> change) {
        var approval = begun.approvals().get(id);
        return approval == null ? begun : begun.with(id, change.apply(approval));
    }
}
