package org.liuhen.core.cases.rules;

import java.util.List;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;

/** What a document needs before it is final. */
public final class DocumentRequirements {

    /** All of them; each asks itself whether it is about the document. */
    public static final List<Requirement<DocumentStep>> ALL = List.of(
            new KindKnown(), new TemplateInLibrary(), new OfficersIdentified(), new EnoughOfficers(),
            new InspectionRecordComplete(),
            new RightsMannerStated(), new PartySigned(), new EvidenceSigners(), new RefusalSigned(), new AlterationsMarked(),
            new MarkedAcrossPages(), new ParticipantsSigned(), new IssuedSealed(), new IssueDateGiven(), new OpinionsWritten(),
            new OpinionsDated(), new MatterApproved(), new LegallyReviewed(), new DiscussionMinuted(), new DiscussionWritten(),
            new DiscussionRecorded());

    private DocumentRequirements() {}

    /** What is missing, answered by a defect statement or not. */
    public static List<Missing> missing(DocumentStep step, Rules rules) {
        return ALL.stream().flatMap(requirement -> requirement.missing(step, rules).stream()).toList();
    }
}
