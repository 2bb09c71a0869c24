package org.liuhen.core.law;

/** Which days a limit counts. */
public enum DayKind {
    /** 自然日: every day; a limit that ends on a holiday ends there. */
    NATURAL,
    /** 工作日: neither weekends nor statutory holidays, but the make-up days. */
    WORKING
}
