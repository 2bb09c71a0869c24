package org.liuhen.server.recordings.activities;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.liuhen.core.agencies.AgencyEvent.Phrase;
import org.liuhen.core.recordings.activities.ActivityState.Known;
import org.liuhen.core.recordings.activities.GuideVersion;
import org.liuhen.core.recordings.activities.LinkedDocument;
import org.liuhen.formats.law.WorkCalendar;
import org.liuhen.server.agencies.PhraseGuides;
import org.springframework.stereotype.Component;

/** What lies beside an activity: what is to be said, and the lists of articles that it is tied to. */
@Component
class ScenePapers {

    private static final Set<String> WITH_ARTICLES = Set.of("coerciveMeasureTaken", "coerciveMeasureLifted");

    private final PhraseGuides guides;
    private final DocumentsOfCases documents;
    private final InstantSource clock;

    ScenePapers(PhraseGuides guides, DocumentsOfCases documents, InstantSource clock) {
        this.guides = guides;
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * What was read.
     *
     * @param guide number of the version that the phrases are of; absent: none was confirmed
     * @param phrases that concern the act
     * @param articles of the linked lists
     */
    record Papers(Optional<Integer> guide, List<Phrase> phrases, List<Map<String, Object>> articles) {
        Papers {
            phrases = List.copyOf(phrases);
            articles = List.copyOf(articles);
        }
    }

    /** Of the version that was in force when it began, or of today's while it has not begun. */
    Papers of(String agency, Known activity) {
        var number = activity.course().startedAt().isPresent()
                ? activity.details().guide().map(GuideVersion::number)
                : guides.on(agency, LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE)).map(PhraseGuides.Version::number);
        var act = activity.opened().item().id();
        var phrases = number.map(version -> guides.phrases(agency, version)).orElse(List.of()).stream()
                .filter(phrase -> phrase.acts().isEmpty() || phrase.acts().contains(act)).toList();
        var articles = WITH_ARTICLES.contains(act)
                ? activity.evidence().documents().values().stream().flatMap(document -> listed(agency, document)).toList()
                : List.<Map<String, Object>>of();
        return new Papers(number, phrases, articles);
    }

    private Stream<Map<String, Object>> listed(String agency, LinkedDocument document) {
        return documents.articles(agency, document.inCase(), document.document()).stream().map(article -> {
            var view = new LinkedHashMap<String, Object>();
            view.put("document", document.document().value());
            view.put("name", article.name());
            article.quantity().ifPresent(quantity -> view.put("quantity", quantity));
            article.state().ifPresent(state -> view.put("state", state));
            return view;
        });
    }
}
