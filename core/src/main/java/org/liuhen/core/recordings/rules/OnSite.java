package org.liuhen.core.recordings.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.DueDay;
import org.liuhen.core.law.Element;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.law.Limit;
import org.liuhen.core.law.Rules;
import org.liuhen.core.recordings.activities.ActivityState.Known;
import org.liuhen.core.recordings.activities.FiledSegment;
import org.liuhen.core.recordings.activities.Means;
import org.liuhen.core.recordings.activities.RecordedItem;
import org.liuhen.core.recordings.coverage.Coverage;
import org.liuhen.core.recordings.coverage.Hole;
import org.liuhen.core.recordings.coverage.Interval;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.rules.FindingKey;
import org.liuhen.core.rules.Severity;
import org.liuhen.core.values.Bilingual;

/**
 * An activity that has ended, under the law of the day on which it began.
 *
 * @param time from its start point to its end point
 * @param gap up to which two files of one device are one recording
 */
record OnSite(Known activity, Interval time, Rules rules, Law law, Duration gap) {

    private static final Key TECHNICAL_GAP = new Key("reading.X.4.gapSeconds");
    private static final String VIOLATION = "violationHandling";
    private static final Set<String> AMONG_OURSELVES = Set.of("publicNoticeService", "collectiveDiscussion");
    private static final Key WHOLE = new Key("avRecord.fullCourse.events");
    private static final Key MODE = new Key("avRecord.required.mode");
    /** 录音、录像: photographs are none. */
    static final Set<Means> MOVING = Set.of(Means.VIDEO, Means.AUDIO);

    private static final Key STORE_WITHIN = new Key("recording.storeWithin");

    /** Empty until both times are there. */
    static Optional<OnSite> of(Known activity, Law law) {
        return activity.time().map(time -> {
            var rules = law.on(LocalDate.ofInstant(time.from(), law.zone()));
            return new OnSite(activity, time, rules, law, gap(rules));
        });
    }

    static Duration gap(Rules rules) {
        return rules.count(TECHNICAL_GAP).map(cited -> Duration.ofSeconds(cited.value())).orElse(Duration.ZERO);
    }

    Coverage coverage() {
        return Coverage.of(time, activity.evidence().filed().stream().map(FiledSegment::segment).toList(), gap);
    }

    /** The words of the agency's lists that it comes under; 查处违法行为 as soon as a violation was found on site. */
    List<String> events() {
        var events = activity.opened().item().events();
        return activity.course().violationFound() && !events.contains(VIOLATION)
                ? Stream.concat(events.stream(), Stream.of(VIOLATION)).toList()
                : events;
    }

    /** The element of a list of acts that it comes under: of several, the one that its row names first. */
    Optional<Element> element(Key list) {
        return element(events(), rules, list);
    }

    static Optional<Element> element(List<String> events, Rules rules, Key list) {
        return events.stream()
                .flatMap(word -> rules.elements(list).stream().filter(element -> element.word().equals(word)))
                .findFirst();
    }

    /** Whether the agency's list leaves that point of the act to the officers; a row of ours leaves nothing. */
    boolean free(Function<RecordedItem, String> point) {
        var item = activity.opened().item();
        return point.apply(item).equals(RecordedItem.AS_FITS) && item.authority() instanceof Authority.Article;
    }

    /** Whether there is somebody to show a certificate to, and to tell of the recording. */
    boolean withParty() {
        return activity.opened().item().events().stream().noneMatch(AMONG_OURSELVES::contains);
    }

    /** Whether sound or moving pictures of it were taken. */
    boolean moving() {
        return activity.evidence().filed().stream()
                .anyMatch(filed -> filed.means().stream().anyMatch(MOVING::contains));
    }

    /** Whether anything of it is recorded. */
    boolean recorded() {
        return !activity.evidence().recordings().isEmpty();
    }

    /** Holes that are there for certain and that nobody has explained: no interruption, no end of recording, no exemption. */
    List<Hole> unexplained(Hole.Edge... edges) {
        var among = List.of(edges);
        return coverage().holesOver(gap).stream()
                .filter(hole -> among.contains(hole.edge()))
                .filter(hole -> !explained(hole))
                .toList();
    }

    /** A hole is explained by a break that it lies in, give or take the clocks' slack, or by the end of recording. */
    boolean explained(Hole hole) {
        if (exempted()) return true;
        var ended = activity.course().givenUp().filter(given -> !given.stoppedAt().isAfter(hole.time().from().plus(hole.slack()).plus(gap)));
        if (ended.isPresent()) return true;
        return activity.course().interruptions().stream()
                .map(interruption -> interruption.time().widened(hole.slack().plus(gap)))
                .anyMatch(broken -> !broken.from().isAfter(hole.time().from()) && !broken.to().isBefore(hole.time().to()));
    }

    /** Whether the act needs no recording: a ground that the text names was claimed. Its work record is a duty of its own. */
    boolean exempted() {
        return activity.course().exemption().isPresent();
    }

    /** Whether a written reason or a defect statement answers the duty. */
    boolean answered(Key duty) {
        return activity.course().reasons().containsKey(duty.value()) || activity.course().defectStated(duty.value());
    }

    /** Whether somebody has said why it is not, or not wholly, recorded. */
    boolean causeGiven() {
        return activity.course().givenUp().isPresent() || Stream.of(WHOLE, MODE).anyMatch(this::answered);
    }

    /** The last moment at which its recordings are handed in in time: nothing is missing before. */
    Instant handedInBy() {
        return rules.limit(STORE_WITHIN)
                .map(cited -> switch (cited.value()) {
                    case Limit.Within within -> within.last(time.to(), law.workDays(), law.zone());
                    case Limit.Promptly _ -> endOfDay();
                })
                .orElseGet(this::endOfDay);
    }

    /** The end of the day on which it ended. */
    Instant endOfDay() {
        return new DueDay(LocalDate.ofInstant(time.to(), law.zone()), false).last(law.zone());
    }

    Finding alert(Key duty, String occurrence, Authority authority, Bilingual what, Bilingual wayOut) {
        return new Finding(new FindingKey(duty.value(), activity.opened().activity().toString(), occurrence), Severity.ALERT, authority, what,
                wayOut, Optional.empty());
    }

    /** A time as people read it, in the agency's zone. */
    String clock(Instant at) {
        return at.atZone(law.zone()).toLocalTime().withNano(0).toString();
    }

    /** Two times, in one language or the other. */
    Bilingual span(Interval interval) {
        return new Bilingual(clock(interval.from()) + " 至 " + clock(interval.to()), clock(interval.from()) + " to " + clock(interval.to()));
    }
}
