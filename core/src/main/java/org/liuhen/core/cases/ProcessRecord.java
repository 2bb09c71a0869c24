package org.liuhen.core.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuhen.core.cases.ProcessEvent.CertificatesShown;
import org.liuhen.core.cases.ProcessEvent.DefectStated;
import org.liuhen.core.cases.ProcessEvent.ItemDeclared;
import org.liuhen.core.cases.ProcessEvent.OtherRecorded;
import org.liuhen.core.cases.ProcessEvent.RefusalRecorded;
import org.liuhen.core.values.DocumentId;
import org.liuhen.core.values.RecordingId;

/**
 * What was recorded of the process, beside documents.
 *
 * @param stages entered, with the first day
 * @param recordings filed to the case
 * @param supports of facts: document and fact → what supports it
 */
public record ProcessRecord(
        Map<Stage, LocalDate> stages, Map<ItemRef, ItemDeclared> declared, List<CertificatesShown> shown,
        Map<Right, ToldRight> rights, List<OtherRecorded> others, List<RefusalRecorded> refusals,
        Map<RecordingId, FiledRecording> recordings, Map<FactRef, List<Support>> supports, List<DefectStated> defects) {

    /** A fact of a document. */
    public record FactRef(DocumentId document, String fact) {}

    /** What is known of a right of the party. */
    public record ToldRight(
            Optional<ProcessEvent.RightTold> told, Optional<ProcessEvent.RightAnswered> answered,
            Optional<ProcessEvent.RightExcepted> excepted) {
        static ToldRight none() {
            return new ToldRight(Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    public ProcessRecord {
        stages = Copies.of(stages);
        declared = Copies.of(declared);
        shown = List.copyOf(shown);
        rights = Copies.of(rights);
        others = List.copyOf(others);
        refusals = List.copyOf(refusals);
        recordings = Copies.of(recordings);
        supports = Copies.of(supports);
        defects = List.copyOf(defects);
    }

    static ProcessRecord none() {
        return new ProcessRecord(Map.of(), Map.of(), List.of(), Map.of(), List.of(), List.of(), Map.of(), Map.of(), List.of());
    }

    ProcessRecord with(ProcessEvent event) {
        return switch (event) {
            case ProcessEvent.StageEntered e -> new ProcessRecord(stages.containsKey(e.stage()) ? stages : Copies.put(stages, e.stage(), e.on()),
                    declared, shown, rights, others, refusals, recordings, supports, defects);
            case ItemDeclared e -> withDeclared(Copies.put(declared, e.item(), e));
            case ProcessEvent.DeclarationWithdrawn e -> withDeclared(Copies.without(declared, e.item()));
            case CertificatesShown e -> new ProcessRecord(stages, declared, Copies.add(shown, e), rights, others, refusals, recordings,
                    supports, defects);
            case ProcessEvent.RightTold e -> with(e.right(), new ToldRight(Optional.of(e), right(e.right()).answered(), Optional.empty()));
            case ProcessEvent.RightAnswered e -> with(e.right(), new ToldRight(right(e.right()).told(), Optional.of(e), Optional.empty()));
            case ProcessEvent.RightExcepted e -> with(e.right(), new ToldRight(right(e.right()).told(), right(e.right()).answered(), Optional.of(e)));
            case OtherRecorded e -> new ProcessRecord(stages, declared, shown, rights, Copies.add(others, e), refusals, recordings, supports,
                    defects);
            case RefusalRecorded e -> new ProcessRecord(stages, declared, shown, rights, others, Copies.add(refusals, e), recordings, supports,
                    defects);
            case ProcessEvent.RecordingFiled e -> withRecordings(Copies.put(recordings, e.recording().recording(), e.recording()));
            case ProcessEvent.RecordingUnfiled e -> withRecordings(Copies.without(recordings, e.recording()));
            case ProcessEvent.FactSupported e -> supported(e);
            case DefectStated e -> new ProcessRecord(stages, declared, shown, rights, others, refusals, recordings, supports,
                    Copies.add(defects, e));
        };
    }

    /** What is known of the right. */
    public ToldRight right(Right right) {
        return rights.getOrDefault(right, ToldRight.none());
    }

    /** Whether a defect statement answers this duty for this subject. */
    public boolean defectStated(String subject, String duty) {
        return defects.stream().anyMatch(defect -> defect.subject().equals(subject) && defect.duties().contains(duty));
    }

    private ProcessRecord with(Right right, ToldRight told) {
        return new ProcessRecord(stages, declared, shown, Copies.put(rights, right, told), others, refusals, recordings, supports, defects);
    }

    private ProcessRecord withDeclared(Map<ItemRef, ItemDeclared> next) {
        return new ProcessRecord(stages, next, shown, rights, others, refusals, recordings, supports, defects);
    }

    private ProcessRecord withRecordings(Map<RecordingId, FiledRecording> next) {
        return new ProcessRecord(stages, declared, shown, rights, others, refusals, next, supports, defects);
    }

    private ProcessRecord supported(ProcessEvent.FactSupported e) {
        var fact = new FactRef(e.document(), e.fact());
        var next = e.supports().isEmpty() ? Copies.without(supports, fact) : Copies.put(supports, fact, e.supports());
        return new ProcessRecord(stages, declared, shown, rights, others, refusals, recordings, next, defects);
    }
}
