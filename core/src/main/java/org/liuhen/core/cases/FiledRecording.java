package org.liuhen.core.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.liuhen.core.values.DocumentId;
import org.liuhen.core.values.RecordingId;

/**
 * A recording of the case, with what a rule must know of it.
 *
 * @param uncertainty of both times
 * @param mediaKind video, audio, photo
 * @param content of the stages' tables that the recording records
 */
public record FiledRecording(
        RecordingId recording, Instant beganAt, Instant endedAt, Duration uncertainty, String mediaKind,
        Optional<DocumentId> document, Optional<ActId> act, Optional<RecordedContent> content,
        Optional<String> remark) {}
