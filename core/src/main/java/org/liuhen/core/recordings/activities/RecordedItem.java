package org.liuhen.core.recordings.activities;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.liuhen.core.law.Authority;
import org.liuhen.core.values.Bilingual;

/**
 * A row of the agency's items list (音像记录事项清单), as it stood when the activity was opened.
 *
 * @param id its word in law/items
 * @param means by which the act is recorded
 * @param startPoint from where on; a word of law/items
 * @param endPoint up to where
 * @param events the words of {@code avRecord.required.events} and of the other lists of acts that it comes under
 * @param authority the article of the list; the product where the agency has not confirmed its list yet
 */
public record RecordedItem(
        String id, Bilingual title, Set<Means> means, String startPoint, String endPoint, List<String> events, Authority authority) {

    /** A start or end point that the officers choose (适时). */
    public static final String AS_FITS = "asFits";

    public RecordedItem {
        means = Collections.unmodifiableSet(new TreeSet<>(means));
        events = List.copyOf(events);
    }
}
