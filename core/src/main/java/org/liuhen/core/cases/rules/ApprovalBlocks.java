package org.liuhen.core.cases.rules;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.liuhen.core.cases.Approval;
import org.liuhen.core.cases.ApprovalStep;
import org.liuhen.core.cases.CaseDocument;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.DocumentPhase;
import org.liuhen.core.cases.OpinionBlock;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.PersonId;

/**
 * The opinions of one approval in the order of their places: of a request the answers of its latest round, of an internal
 * approval document its blocks.
 *
 * @param subject id of the request or of the document
 */
record ApprovalBlocks(String subject, List<Block> blocks) {

    /** An opinion. */
    record Block(Bilingual name, PersonId by, LocalDate on) {}

    ApprovalBlocks {
        blocks = List.copyOf(blocks);
    }

    static Stream<ApprovalBlocks> of(Begun begun) {
        return Stream.concat(
                begun.approvals().values().stream().filter(approval -> approval.withdrawn().isEmpty()).map(ApprovalBlocks::of),
                begun.documents().values().stream()
                        .filter(document -> !document.opinions().isEmpty() && !(document.phase() instanceof DocumentPhase.Voided))
                        .map(ApprovalBlocks::of));
    }

    private static ApprovalBlocks of(Approval approval) {
        var last = new EnumMap<ApprovalStep, Block>(ApprovalStep.class);
        for (var opinion : approval.opinions()) last.put(opinion.step(), new Block(name(opinion.step()), opinion.by(),
                opinion.signedOn()));
        var route = approval.requested().route();
        return new ApprovalBlocks(approval.requested().approval().toString(),
                route.stream().distinct().flatMap(step -> Optional.ofNullable(last.get(step)).stream()).toList());
    }

    private static ApprovalBlocks of(CaseDocument document) {
        var last = new EnumMap<OpinionBlock, Block>(OpinionBlock.class);
        for (var opinion : document.opinions()) last.put(opinion.block(), new Block(name(opinion.block()), opinion.by(),
                opinion.on()));
        return new ApprovalBlocks(document.id().toString(), List.copyOf(last.values()));
    }

    private static Bilingual name(ApprovalStep step) {
        return switch (step) {
            case UNIT_HEAD -> new Bilingual("承办机构负责人", "the unit's head");
            case LEGAL_REVIEW -> new Bilingual("法制审核人", "the legal reviewer");
            case AGENCY_HEAD -> new Bilingual("机关负责人", "the person in charge");
        };
    }

    private static Bilingual name(OpinionBlock block) {
        return switch (block) {
            case HANDLER -> new Bilingual("承办人", "the handler");
            case REVIEWER -> new Bilingual("审核人", "the reviewer");
            case APPROVER -> new Bilingual("批准人", "the approver");
        };
    }
}
