package org.liuhen.server.recordings.activities;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuhen.core.agencies.AgencyEvent.Phrase;
import org.liuhen.core.devices.DeviceLives;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Element;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.recordings.activities.Means;
import org.liuhen.core.recordings.activities.RecordedItem;
import org.liuhen.core.recordings.rules.ItemRecorded;
import org.liuhen.core.values.Bilingual;
import org.liuhen.formats.law.Items;
import org.liuhen.formats.law.Phrases;
import org.liuhen.server.agencies.PhraseGuides;

/** The agency's items list and the words that a page about an activity needs, under the rules of one day. */
final class ItemsView {

    private static final Key PHRASE = new Key("avRecord.announcement.phrase");
    private static final Key GROUNDS = new Key("avRecord.exemption.reasons");
    private static final Key UNSUITABLE = new Key("avRecord.unsuitable.allowed");
    private static final Key CAUSES = new Key("avRecord.interruption.causes");
    private static final Key FOCUS = new Key("avRecord.focus.items");
    private static final Key ON_VIOLATION = new Key("avRecord.focus.onUnlawfulAct");
    private static final Key GENERAL = new Key("avRecord.focus.general");
    private static final Key WORN_AT = new Key("device.wear.positions");
    private static final Key HANDHELD = new Key("device.wear.handheld");
    private static final Key INTRODUCTION = new Key("avRecord.voiceIntro.required");
    private static final Items ITEMS = Items.shipped();

    private ItemsView() {}

    /**
     * The whole answer.
     *
     * @param guide the agency's version in force; absent: what the product proposes is shown, marked so,
     * where a guide is required
     * @param phrases its words
     */
    static Map<String, Object> of(Rules rules, Optional<PhraseGuides.Version> guide, List<Phrase> phrases) {
        var view = new LinkedHashMap<String, Object>();
        view.put("items", ITEMS.list(rules).stream().map(item -> row(item, rules)).toList());
        rules.text(PHRASE).ifPresent(phrase ->
                view.put("announcement", Map.of("text", phrase.value(), "article", phrase.authority().cited())));
        var required = rules.flagCited(PhraseView.REQUIRED).filter(cited -> cited.value());
        if (guide.isPresent() || required.isPresent()) {
            var said = new LinkedHashMap<String, Object>();
            guide.ifPresent(version -> {
                said.put("number", version.number());
                said.put("from", version.from());
            });
            required.ifPresent(cited -> said.put("article", cited.authority().cited()));
            said.put("steps", PhraseView.steps(guide.isPresent() ? phrases : Phrases.shipped().proposed(rules), rules));
            view.put("phrases", said);
        }
        view.put("grounds", grounds(rules));
        view.put("causes", causes(rules));
        view.put("delayGrounds", DeviceLives.delayGrounds(rules));
        view.put("focus", focus(rules));
        view.put("introduction", rules.words(INTRODUCTION).map(cited -> cited.value()).orElse(List.of()));
        rules.words(WORN_AT).ifPresent(cited -> view.put("wear", Map.of("positions", cited.value(), "handheld", rules.word(HANDHELD).isPresent(),
                "article", cited.authority().cited())));
        return view;
    }

    /** One row, as it stands or stood. */
    static Map<String, Object> row(RecordedItem item, Rules rules) {
        var row = new LinkedHashMap<String, Object>();
        row.put("act", item.id());
        named(item.title(), row);
        ITEMS.contents(item.id()).ifPresent(contents -> {
            row.put("contents", contents.zh());
            row.put("contentsEn", contents.en());
        });
        row.put("must", ItemRecorded.demanded(item, rules).isPresent());
        switch (item.authority()) {
            case Authority.Article(var article) -> {
                row.put("source", "article");
                row.put("article", article.value());
            }
            case Authority.ProductDefault _ -> row.put("source", "default");
        }
        row.put("means", item.means().stream().map(Means::word).toList());
        row.put("start", point(item.startPoint()));
        row.put("end", point(item.endPoint()));
        ITEMS.term(item.id(), rules).ifPresent(term -> row.put("retention", term));
        return row;
    }

    private static Map<String, Object> point(String word) {
        return worded("point", word, ITEMS.point(word).orElse(new Bilingual(word, word)));
    }

    private static List<Map<String, Object>> grounds(Rules rules) {
        var grounds = new ArrayList<Map<String, Object>>();
        for (var element : rules.elements(GROUNDS)) grounds.add(cited("ground", element));
        rules.flagCited(UNSUITABLE).filter(cited -> cited.value()).ifPresent(cited -> {
            var ground = titled("ground", "unsuitable");
            ground.put("article", cited.authority().cited());
            grounds.add(ground);
        });
        return grounds;
    }

    /** Any other cause can be told; whether the text names it is for a rule to say. */
    private static List<Map<String, Object>> causes(Rules rules) {
        var causes = new ArrayList<Map<String, Object>>();
        for (var element : rules.elements(CAUSES)) causes.add(titled("cause", element.word()));
        causes.add(titled("cause", "other"));
        return causes;
    }

    private static List<Map<String, Object>> focus(Rules rules) {
        var focus = new ArrayList<Map<String, Object>>();
        for (var element : rules.elements(FOCUS)) focus.add(cited("word", element));
        rules.words(ON_VIOLATION).ifPresent(cited -> cited.value().forEach(word -> {
            var item = titled("word", word);
            item.put("article", cited.authority().cited());
            item.put("onViolation", true);
            focus.add(item);
        }));
        rules.words(GENERAL).ifPresent(cited -> cited.value().forEach(word -> {
            var item = titled("word", word); // offered, and never asked for: SQ-I-10 and WD-6 name them for every recording
            item.put("article", cited.authority().cited());
            focus.add(item);
        }));
        return focus;
    }

    private static Map<String, Object> cited(String name, Element element) {
        var view = titled(name, element.word());
        view.put("article", element.article().value());
        return view;
    }

    private static Map<String, Object> titled(String name, String word) {
        return worded(name, word, ITEMS.title(word).orElse(new Bilingual(word, word)));
    }

    private static Map<String, Object> worded(String name, String word, Bilingual title) {
        var view = new LinkedHashMap<String, Object>();
        view.put(name, word);
        named(title, view);
        return view;
    }

    private static void named(Bilingual title, Map<String, Object> view) {
        view.put("title", title.zh());
        view.put("titleEn", title.en());
    }
}
