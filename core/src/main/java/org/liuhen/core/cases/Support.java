package org.liuhen.core.cases;

import java.time.Duration;
import java.util.Optional;
import org.liuhen.core.values.DocumentId;
import org.liuhen.core.values.RecordingId;

/** What supports a fact: seconds of a recording, a photo, or lines of a document. */
public record Support(
        Optional<RecordingId> recording, Optional<Duration> from, Optional<Duration> to, Optional<DocumentId> document,
        Optional<String> lines) {}
