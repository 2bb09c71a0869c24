package org.liuhen.core.recordings.activities;

import static org.liuhen.core.values.Decision.accept;
import static org.liuhen.core.values.Decision.nothing;
import static org.liuhen.core.values.Decision.refuse;

import java.util.Optional;
import org.liuhen.core.recordings.activities.ActivityState.Known;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.PersonId;

/** Decides: what single articles ask to be known of an activity. */
final class Particulars {

    private Particulars() {}

    static Decision<ActivityEvent, ActivityRefusal> necessity(Known known, ActivityCommand.StateNecessity c, PersonId by) {
        if (!Activities.there(known, by)) return refuse(ActivityRefusal.notThere());
        if (c.text().isBlank()) return refuse(ActivityRefusal.empty("记录的必要", "why it was recorded"));
        return known.details().necessity().equals(Optional.of(c.text())) ? nothing()
                : accept(new ActivityEvent.NecessityStated(c.text(), by));
    }

    /** By whoever was there, or finds it while watching: a declaration suffices. It must lie within the activity. */
    static Decision<ActivityEvent, ActivityRefusal> article(Known known, ActivityCommand.ShowArticle c, PersonId by,
            ActivityContext context) {
        if (c.name().isBlank()) return refuse(ActivityRefusal.empty("物品名称", "the name of the article"));
        if (context.inFuture(c.at())) return refuse(ActivityRefusal.inFuture(c.at()));
        if (c.document().filter(document -> !known.evidence().documents().containsKey(document)).isPresent()) {
            return refuse(ActivityRefusal.notLinked());
        }
        if (known.time().filter(time -> c.at().isBefore(time.from()) || c.at().isAfter(time.to())).isPresent()) {
            return refuse(ActivityRefusal.contradictory("物品的时间点不在活动时间内", "the moment of the article lies outside the activity"));
        }
        var shown = new ShownArticle(c.document(), c.name(), c.quantity().filter(text -> !text.isBlank()),
                c.state().filter(text -> !text.isBlank()), c.at(), by);
        return known.details().articles().contains(shown) ? nothing() : accept(new ActivityEvent.ArticleShown(shown));
    }
}
