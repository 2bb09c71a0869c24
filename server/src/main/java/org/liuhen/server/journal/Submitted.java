package org.liuhen.server.journal;

import java.util.List;

/** A submission with its events ready to be written; each is itself only. */
final class Submitted {

    private final Submission submission;
    private final List<Draft> drafts;

    /** @throws PayloadTooLarge if an event is over the limit */
    Submitted(Submission submission) {
        this.submission = submission;
        drafts = Draft.of(submission);
    }

    Submission submission() {
        return submission;
    }

    List<Draft> drafts() {
        return drafts;
    }
}
