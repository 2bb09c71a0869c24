package org.liuhen.core.cases;

import java.util.List;
import org.liuhen.core.cases.documents.FieldFault;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.Refusal;

/**
 * Why a command on a case is not carried out.
 *
 * @param missing what an article or the product asks for and is not there, each with its way out; empty where the command cannot
 *     be at all
 * @param faults what is wrong with single fields of a document
 */
public record CaseRefusal(String code, Bilingual what, Bilingual next, List<Missing> missing, List<FieldFault> faults)
        implements Refusal {

    public CaseRefusal {
        missing = List.copyOf(missing);
        faults = List.copyOf(faults);
    }

    /** Something is missing that must be there before this step. */
    public static CaseRefusal incomplete(List<Missing> missing) {
        if (missing.isEmpty()) throw new IllegalArgumentException("nothing is missing");
        var first = missing.getFirst();
        return new CaseRefusal("incomplete", withMore(first.what(), missing.size() - 1), first.wayOut(), missing, List.of());
    }

    /** Fields of a document hold what they cannot, or hold nothing and must. */
    public static CaseRefusal badFields(List<FieldFault> faults, Bilingual next) {
        return badFields(faults, List.of(), next);
    }

    /** @param missing what articles ask for and the faults leave out */
    static CaseRefusal badFields(List<FieldFault> faults, List<Missing> missing, Bilingual next) {
        if (faults.isEmpty()) throw new IllegalArgumentException("nothing is wrong");
        return new CaseRefusal("bad-fields", withMore(faults.getFirst().what(), faults.size() - 1), next, missing, faults);
    }

    private static Bilingual withMore(Bilingual first, int more) {
        return more == 0 ? first : new Bilingual(first.zh() + "（另有 " + more + " 项）", first.en() + " (and " + more + " more)");
    }

    /** The command cannot be carried out in this state, whatever an article says. */
    public static CaseRefusal impossible(String code, String zh, String en, String nextZh, String nextEn) {
        return new CaseRefusal(code, new Bilingual(zh, en), new Bilingual(nextZh, nextEn), List.of(), List.of());
    }
}
