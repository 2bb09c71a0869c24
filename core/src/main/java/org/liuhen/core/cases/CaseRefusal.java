package org.liuhen.core.cases;

import java.util.List;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.Refusal;

/**
 * Why a command on a case is not carried out.
 *
 * @param missing what an article or the product asks for and is not there, each with its way out; empty where the command cannot
 *     be at all
 */
public record CaseRefusal(String code, Bilingual what, Bilingual next, List<Missing> missing) implements Refusal {

    public CaseRefusal {
        missing = List.copyOf(missing);
    }

    /** Something is missing that must be there before this step. */
    public static CaseRefusal incomplete(List<Missing> missing) {
        if (missing.isEmpty()) throw new IllegalArgumentException("nothing is missing");
        var first = missing.getFirst();
        var more = missing.size() - 1;
        var what = more == 0
                ? first.what()
                : new Bilingual(first.what().zh() + "（另有 " + more + " 项）", first.what().en() + " (and " + more + " more)");
        return new CaseRefusal("incomplete", what, first.wayOut(), missing);
    }

    /** The command cannot be carried out in this state, whatever an article says. */
    public static CaseRefusal impossible(String code, String zh, String en, String nextZh, String nextEn) {
        return new CaseRefusal(code, new Bilingual(zh, en), new Bilingual(nextZh, nextEn), List.of());
    }
}
