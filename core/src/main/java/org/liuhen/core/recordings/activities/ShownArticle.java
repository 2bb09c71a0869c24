package org.liuhen.core.recordings.activities;

import java.time.Instant;
import java.util.Optional;
import org.liuhen.core.values.DocumentId;
import org.liuhen.core.values.PersonId;

/**
 * An article of a list, and when it is to be seen in the recording.
 *
 * @param document the list that it stands in; absent where there is none yet
 * @param quantity as the list says
 * @param state what it is like
 */
public record ShownArticle(
        Optional<DocumentId> document, String name, Optional<String> quantity, Optional<String> state, Instant at, PersonId by) {}
