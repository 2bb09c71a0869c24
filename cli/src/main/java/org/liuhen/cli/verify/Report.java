package org.liuhen.cli.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.liuhen.core.values.Bilingual;

/** What a verification found, line by line as it finds it. Not safe for threads. */
public final class Report {

    /** Enough to see what is wrong; a thousand times the same fault helps nobody. The codes are complete all the same. */
    private static final int FAILED_LINES_MAX = 1000;

    /** The outcome of one check of one subject. */
    public sealed interface Line {
        /** What was looked at: a path, a leaf, a log. */
        String subject();
    }

    /** The check was made and holds. */
    public record Passed(Check check, String subject) implements Line {}

    /** The check was made and does not hold. */
    public record Failed(Fault fault, String subject, String expected, String found) implements Line {}

    /** The check could not be made. Never counts as passed. */
    public record NotPerformed(Check check, String subject, Bilingual reason) implements Line {}

    private final Consumer<Line> listener;
    private final List<Line> lines = new ArrayList<>();
    private final Set<Fault> faults = new TreeSet<>();
    private int failedLines;
    private int notPerformedLines;
    private boolean signerUnknown;

    /** A report that also tells each line to the listener at once. */
    public Report(Consumer<Line> listener) {
        this.listener = listener;
    }

    void passed(Check check, String subject) {
        add(new Passed(check, subject));
    }

    void failed(Fault fault, String subject, String expected, String found) {
        faults.add(fault);
        if (failedLines++ < FAILED_LINES_MAX) add(new Failed(fault, subject, expected, found));
    }

    void notPerformed(Check check, String subject, Bilingual reason) {
        if (notPerformedLines++ < FAILED_LINES_MAX) add(new NotPerformed(check, subject, reason));
    }

    /** Notes that no trusted key was given, so that whatever holds, holds for a signer that nobody knows. */
    void signerUnknown(String subject) {
        signerUnknown = true;
        notPerformed(Check.SIGNATURE, subject, new Bilingual(
                "没有给出受信任的密钥；请用 --trust 指定从可靠渠道得到的密钥文件",
                "no trusted key was given; give one that you have from a reliable source with --trust"));
    }

    /** Notes that what holds was not proven by a ledger at all, and why. */
    void unsigned(Check check, String subject, Bilingual reason) {
        signerUnknown = true;
        notPerformed(check, subject, reason);
    }

    private void add(Line line) {
        lines.add(line);
        listener.accept(line);
    }

    /** Everything said so far. */
    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /** The faults found, each once, in the order of their codes. */
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** Whether this fault was found. */
    boolean has(Fault fault) {
        return faults.contains(fault);
    }

    /** The conclusion. */
    public Verdict verdict() {
        if (!faults.isEmpty()) return Verdict.FAULTY;
        return signerUnknown ? Verdict.SIGNER_UNKNOWN : Verdict.VALID;
    }
}
