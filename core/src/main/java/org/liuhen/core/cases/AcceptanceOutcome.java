package org.liuhen.core.cases;

/** What becomes of an application: exactly one of five (CL-6). */
public enum AcceptanceOutcome {
    /** 受理. */
    ACCEPT("accept"),
    /** 受理并告知核查. */
    ACCEPT_WITH_VERIFICATION("acceptWithVerification"),
    /** 当场更正后受理. */
    CORRECT_ON_SPOT("correctOnSpotThenAccept"),
    /** 告知补正、不予受理. */
    SUPPLEMENT("notifySupplementAndReject"),
    /** 不属于职权范围，不予受理. */
    NOT_COMPETENT("rejectNotCompetent");

    private final String word;

    AcceptanceOutcome(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
