package org.liuhen.core.cases.rules;

import java.util.List;
import org.liuhen.core.cases.documents.DocumentKind;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;

/** 对外文书盖章: what goes out to a party bears the agency's seal, with its proof: the sealed file or the scan (SQ-M-11). */
@Duty("textRecord.issued.sealRequired")
public final class IssuedSealed implements Requirement<DocumentStep> {

    private static final Key SEAL = new Key("textRecord.issued.sealRequired");

    @Override
    public List<Missing> missing(DocumentStep step, Rules rules) {
        var form = step.document().form();
        if (sealed(step) || (form.kind() != DocumentKind.ISSUED && !form.agencySeal())) return List.of();
        // an article on what goes out says nothing of other documents that bear a seal
        return Demand.flag(rules, SEAL)
                .map(authority -> form.kind() == DocumentKind.ISSUED ? authority : new Authority.ProductDefault())
                .map(authority -> Demand.missing(SEAL, authority, "没有加盖印章，或者没有盖章页的电子文件、扫描件。",
                        "It bears no seal, or there is neither the sealed file nor the scan of the sealed page."))
                .stream()
                .toList();
    }

    private static boolean sealed(DocumentStep step) {
        var marks = step.document().marks();
        return marks.seal().filter(seal -> seal.sealed().isPresent() || (seal.onPaper() && marks.scan().isPresent())).isPresent();
    }
}
