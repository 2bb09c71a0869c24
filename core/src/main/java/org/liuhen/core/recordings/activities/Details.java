package org.liuhen.core.recordings.activities;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liuhen.core.recordings.activities.ActivityEvent.ExemptionCauseNamed;
import org.liuhen.core.values.DocumentId;
import org.liuhen.core.values.RecordingId;

/**
 * What single articles ask to be known of an activity, beside its course and its evidence.
 *
 * @param guide in force when it began; absent: none
 * @param necessity why the officers found it necessary to record
 * @param cause of an exemption on objective grounds
 * @param signed when the party signed which document
 * @param articles of its lists that were found in the recording
 * @param worn how the recorder was worn that took a recording
 */
public record Details(
        Optional<GuideVersion> guide, Optional<String> necessity, Optional<ExemptionCauseNamed> cause,
        Map<DocumentId, Set<Instant>> signed, List<ShownArticle> articles, Map<RecordingId, String> worn) {

    static final Details NONE = new Details(Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), List.of(), Map.of());

    public Details {
        signed = Map.copyOf(signed);
        articles = List.copyOf(articles);
        worn = Map.copyOf(worn);
    }

    Details with(GuideVersion version) {
        return new Details(Optional.of(version), necessity, cause, signed, articles, worn);
    }

    Details withNecessity(String text) {
        return new Details(guide, Optional.of(text), cause, signed, articles, worn);
    }

    Details with(Optional<ExemptionCauseNamed> named) {
        return new Details(guide, necessity, named, signed, articles, worn);
    }

    Details signed(DocumentId document, Set<Instant> at) {
        return new Details(guide, necessity, cause, and(signed, document, at), articles, worn);
    }

    Details and(ShownArticle article) {
        var all = new ArrayList<>(articles);
        all.add(article);
        return new Details(guide, necessity, cause, signed, all, worn);
    }

    Details worn(RecordingId recording, String position) {
        return new Details(guide, necessity, cause, signed, articles, and(worn, recording, position));
    }

    private static <K, V> Map<K, V> and(Map<K, V> map, K key, V value) {
        var next = new HashMap<>(map);
        next.put(key, value);
        return Collections.unmodifiableMap(next);
    }
}
