package org.liuhen.core.rules;

/** What a finding does. */
public enum Severity {
    /** A step cannot be final while it stands. */
    BLOCK,
    /** A question for a person; never a verdict. */
    ALERT,
    /** Shown in a report only. */
    REPORT
}
