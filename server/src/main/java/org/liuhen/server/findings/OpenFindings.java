package org.liuhen.server.findings;

import org.liuhen.core.findings.FindingBook;
import org.liuhen.core.findings.FindingLife;

/** How findings stand: in a word, and how many somebody must still look at. */
public final class OpenFindings {

    private OpenFindings() {}

    /** {@code raised}, {@code explained}, {@code accepted}, {@code rejected}, {@code appealed} or {@code cleared}. */
    public static String standing(FindingLife finding) {
        if (finding.clearedAt().isPresent()) return "cleared";
        if (finding.decided().isPresent()) return finding.decided().get().upheld() ? "accepted" : "rejected";
        if (finding.appealed().isPresent()) return "appealed";
        if (finding.judged().isPresent()) return finding.judged().get().accepted() ? "accepted" : "rejected";
        return finding.explained().isPresent() ? "explained" : "raised";
    }

    /** Neither cleared nor accepted. */
    public static int count(FindingBook book) {
        return (int) book.lives().values().stream().filter(OpenFindings::isOpen).count();
    }

    private static boolean isOpen(FindingLife finding) {
        var standing = standing(finding);
        return !standing.equals("cleared") && !standing.equals("accepted");
    }
}
