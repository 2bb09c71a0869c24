package org.liuhen.server.recordings.activities;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.agencies.AgencyEvent.Phrase;
import org.liuhen.core.agencies.AgencyEvent.PhraseGuideIssued;
import org.liuhen.core.law.Rules;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Role;
import org.liuhen.formats.law.Phrases;
import org.liuhen.server.acts.ActBody;
import org.liuhen.server.acts.AskedAct;
import org.liuhen.server.agencies.AgencyLaw;
import org.liuhen.server.agencies.PhraseGuides;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.agencies.RegisterActs;
import org.liuhen.server.http.Problem;
import org.liuhen.server.http.Serves;
import org.liuhen.server.identity.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What is to be recorded and said on site: the items list, and the guide to what is said, which the legal section confirms. */
@RestController
class ItemsEndpoints {

    /** The most characters of one phrase: it is said in one breath, and read on a phone. */
    static final int PHRASE_CHARS_MAX = 300;

    private final PhraseGuides guides;
    private final RegisterActs acts;
    private final Register register;
    private final AgencyLaw law;
    private final InstantSource clock;

    ItemsEndpoints(PhraseGuides guides, RegisterActs acts, Register register, AgencyLaw law, InstantSource clock) {
        this.guides = guides;
        this.acts = acts;
        this.register = register;
        this.law = law;
        this.clock = clock;
    }

    @GetMapping("/api/items")
    @MayViewActivities
    Map<String, Object> items(Caller caller) {
        var agency = caller.agency();
        var rules = law.law(agency);
        var today = LocalDate.ofInstant(clock.instant(), rules.zone());
        var guide = guides.on(agency, today);
        return ItemsView.of(rules.on(today), guide, guide.map(version -> guides.phrases(agency, version.number()))
                .orElse(List.of()));
    }

    @GetMapping("/api/phrase-guide")
    @MayViewActivities
    Map<String, Object> guide(Caller caller) {
        var agency = caller.agency();
        var rules = law.law(agency);
        var today = LocalDate.ofInstant(clock.instant(), rules.zone());
        var names = register.people(agency).stream()
                .collect(java.util.stream.Collectors.toMap(Register.Person::id, Register.Person::name));
        var versions = guides.versions(agency);
        var newest = versions.stream().findFirst();
        var view = new LinkedHashMap<String, Object>();
        required(rules.on(today), view);
        guides.on(agency, today).ifPresent(version -> view.put("inForce", version.number()));
        view.put("today", today);
        view.put("next", versions.size() + 1);
        view.put("proposed", newest.isEmpty());
        view.put("steps", PhraseView.steps(newest.map(version -> guides.phrases(agency, version.number()))
                .orElseGet(() -> Phrases.shipped().proposed(rules.on(today))), rules.on(today)));
        view.put("versions", versions.stream().map(version -> Map.of("number", version.number(), "from", version.from(),
                "by", names.getOrDefault(version.by(), version.by().toString()), "issuedAt", version.issuedAt())).toList());
        view.put("mayIssue", caller.roles().contains(Role.LEGAL_SECTION));
        return view;
    }

    private static void required(Rules rules, Map<String, Object> view) {
        rules.flagCited(PhraseView.REQUIRED).filter(cited -> cited.value())
                .ifPresent(cited -> view.put("article", cited.authority().cited()));
    }

    /** What the legal section sends. Public inside, so that its parts can be read by name. */
    public record Issue(int number, LocalDate from, List<Phrase> phrases) {
        public Issue {
            phrases = List.copyOf(phrases);
        }
    }

    /** The number of the version that is there now. */
    record Issued(int number) {}

    @PostMapping("/api/phrase-guide")
    @Serves(Role.LEGAL_SECTION)
    Issued issue(Caller caller, HttpServletRequest request,
            @RequestHeader(name = AskedAct.KEY, required = false) @Nullable UUID key) throws IOException {
        var asked = ActBody.as(Issue.class, ActBody.read(request.getInputStream()));
        var rules = law.law(caller.agency()).on(asked.from());
        for (var phrase : asked.phrases()) check(phrase, rules);
        acts.issuePhraseGuide(caller.agency(), key == null ? UUID.randomUUID() : key, caller.actor(),
                new PhraseGuideIssued(asked.number(), asked.from(), PersonId.parse(caller.actor().id()), asked.phrases()));
        return new Issued(asked.number());
    }

    private static void check(Phrase phrase, Rules rules) {
        var unknown = Phrases.unknown(phrase);
        if (unknown.isPresent()) {
            throw Problem.badRequest("phrase-unknown", "没有这个步骤或者事项：" + unknown.get(), "There is no such step or act: "
                    + unknown.get())
                    .next("请从列出的步骤和事项中选择。", "Choose one of those that are listed.");
        }
        if (phrase.text().length() > PHRASE_CHARS_MAX) {
            throw Problem.badRequest("phrase-long", "一条用语最多 " + PHRASE_CHARS_MAX + " 字", "A phrase has at most "
                    + PHRASE_CHARS_MAX + " characters")
                    .next("请分成几条。", "Split it.");
        }
        if (phrase.step().equals(Phrases.ANNOUNCE) && rules.text(Phrases.PRESCRIBED).isPresent()) {
            throw Problem.badRequest("phrase-prescribed", "告知录音录像的用语由制度规定，不能另写",
                    "The words that announce the recording are prescribed").next("请删除这一条。", "Leave it out.");
        }
    }
}
