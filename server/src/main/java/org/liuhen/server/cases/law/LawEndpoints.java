package org.liuhen.server.cases.law;

import static org.liuhen.core.values.Role.CUSTODIAN;
import static org.liuhen.core.values.Role.FINANCE;
import static org.liuhen.core.values.Role.LEGAL_SECTION;
import static org.liuhen.core.values.Role.OFFICE;
import static org.liuhen.core.values.Role.OFFICER;
import static org.liuhen.core.values.Role.PERSON_IN_CHARGE;
import static org.liuhen.core.values.Role.SUPERVISION;
import static org.liuhen.core.values.Role.SYSTEM_ADMINISTRATOR;
import static org.liuhen.core.values.Role.UNIT_HEAD;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.liuhen.core.law.Answer;
import org.liuhen.core.law.ArticleId;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.law.Rules;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.Bilingual;
import org.liuhen.formats.law.ArticleRegister;
import org.liuhen.formats.law.ArticleStatus;
import org.liuhen.formats.law.KeyDefinition;
import org.liuhen.formats.law.Keys;
import org.liuhen.formats.law.Profile;
import org.liuhen.formats.law.ProfileEntry;
import org.liuhen.formats.law.RegisteredArticle;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.cases.CaseLaw;
import org.liuhen.server.findings.StandingFindings;
import org.liuhen.server.http.Problem;
import org.liuhen.server.http.Serves;
import org.liuhen.server.identity.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The agency's regulations, article by article: duty, value, code, worked cases, and how many findings stand open. */
@RestController
class LawEndpoints {

    private final CaseLaw law;
    private final StandingFindings findings;
    private final Register register;
    private final InstantSource clock;
    private final ArticleRegister articles = ArticleRegister.shipped();
    private final Duties duties = new Duties();

    LawEndpoints(CaseLaw law, StandingFindings findings, Register register, InstantSource clock) {
        this.law = law;
        this.findings = findings;
        this.register = register;
        this.clock = clock;
    }

    /** The law of an agency today. */
    record LawView(String agency, ProfileView profile, List<TextView> texts, List<NationalView> national) {}

    /** The profile, and the day from which articles count whose text prints none. */
    record ProfileView(String digest, Optional<LocalDate> from) {}

    /** One document of the regulation. */
    record TextView(String text, String title, String titleEn, List<ArticleView> articles) {}

    /** One article. */
    record ArticleView(String id, String title, String duty, String dutyEn, String status, Optional<String> reason, Optional<String> reasonEn,
            Optional<LocalDate> from, List<KeyView> keys, List<String> rules, int cases, int findings) {}

    /** A key that the article gives a value to. */
    record KeyView(String key, String title, String titleEn, String standing, String value, Optional<String> feature) {}

    /** A limit of a national law, which stands under every agency; worked cases and open findings are those of its articles. */
    record NationalView(String key, String title, String titleEn, List<String> articles, String value, Optional<String> source, boolean confirm,
            int cases, int findings) {}

    @GetMapping("/api/law")
    @Serves({OFFICER, UNIT_HEAD, LEGAL_SECTION, PERSON_IN_CHARGE, OFFICE, CUSTODIAN, FINANCE, SUPERVISION, SYSTEM_ADMINISTRATOR})
    LawView law(Caller caller) {
        var rules = law.law(caller.agency());
        var today = today(rules);
        var standing = findings.byArticle(caller.agency());
        var texts = articles.of(new AgencyCode(caller.agency())).stream().map(text -> new TextView(text.text(), text.title().zh(), text.title().en(),
                text.articles().stream().map(article -> view(article, today, standing)).toList())).toList();
        return new LawView(caller.agency(), new ProfileView(rules.digest(), register.activation(caller.agency())), texts, national(standing));
    }

    /**
     * One article with everything that hangs on it.
     *
     * @param noCase why no worked case finds it, where none can
     * @param findings empty for a caller whose work is not with any of them
     */
    record WholeArticle(ArticleView article, List<ExampleView> cases, Optional<String> noCase, Optional<String> noCaseEn,
            List<Standing> findings) {}

    /** A finding that stands open under the article. */
    record Standing(String kind, String link, String subject, String subjectEn, Optional<String> number, String duty, String state, Instant raisedAt,
            Optional<Instant> due) {
        private static Standing of(StandingFindings.Row row) {
            return new Standing(row.kind().word(), row.link(), row.subject(), row.subjectEn(), row.number(), row.duty(), row.state(), row.raisedAt(),
                    row.due());
        }
    }

    /** A worked case. */
    record ExampleView(String name, boolean firing) {}

    @GetMapping("/api/law/articles/{article}")
    @Serves({OFFICER, UNIT_HEAD, LEGAL_SECTION, PERSON_IN_CHARGE, OFFICE, CUSTODIAN, FINANCE, SUPERVISION, SYSTEM_ADMINISTRATOR})
    WholeArticle article(Caller caller, @PathVariable String article) {
        var today = today(law.law(caller.agency()));
        var standing = findings.byArticle(caller.agency());
        var own = articles.of(new AgencyCode(caller.agency())).stream().flatMap(text -> text.articles().stream())
                .filter(one -> one.id().value().equals(article)).findFirst();
        var view = own.map(found -> view(found, today, standing)).or(() -> ofState(article, today, standing))
                .orElseThrow(() -> Problem.notFound("本机关的制度和国家法律期限中都没有这一条", "Neither the agency's regulation nor the national limits have such an article")
                        .next("请从制度页的目录中选择。", "Choose one in the list of the law page."));
        var noCase = own.flatMap(RegisteredArticle::noCase);
        return new WholeArticle(view, examples(article),
                noCase.map(Bilingual::zh), noCase.map(Bilingual::en),
                caller.acting() == SYSTEM_ADMINISTRATOR ? List.of() : standing(caller, article));
    }

    private List<Standing> standing(Caller caller, String article) {
        return findings.under(caller.agency(), StandingFindings.Kind.of(caller.roles()), article).stream().map(Standing::of).toList();
    }

    /** A case that is written once and run for several agencies is shown once. */
    private List<ExampleView> examples(String article) {
        return Examples.of(article).stream().map(worked -> new ExampleView(worked.name(), worked.fires())).distinct().toList();
    }

    /** An article of a national law, by the limits that cite it. */
    private Optional<ArticleView> ofState(String article, Rules today, Map<String, Integer> standing) {
        var limits = national(standing).stream().filter(limit -> limit.articles().contains(article)).toList();
        if (limits.isEmpty()) return Optional.empty();
        var keys = limits.stream().map(limit -> new Key(limit.key())).toList();
        return Optional.of(new ArticleView(article, limits.getFirst().source().orElse(article),
                limits.stream().map(NationalView::title).collect(Collectors.joining("；")),
                limits.stream().map(NationalView::titleEn).collect(Collectors.joining("; ")), ArticleStatus.ENCODED.word(), Optional.empty(),
                Optional.empty(), Optional.empty(), keys.stream().map(key -> key(key, today)).toList(), duties.of(keys), examples(article).size(),
                standing.getOrDefault(article, 0)));
    }

    private Rules today(Law rules) {
        return rules.on(LocalDate.ofInstant(clock.instant(), rules.zone()));
    }

    private ArticleView view(RegisteredArticle article, Rules today, Map<String, Integer> standing) {
        return new ArticleView(article.id().value(), article.title(), article.duty().zh(), article.duty().en(), article.status().word(),
                article.reason().map(Bilingual::zh), article.reason().map(Bilingual::en), article.from(),
                article.keys().stream().map(key -> key(key, today)).toList(), duties.of(article.keys()), examples(article.id().value()).size(),
                standing.getOrDefault(article.id().value(), 0));
    }

    private static KeyView key(Key key, Rules today) {
        var title = title(key);
        var answer = today.answer(key);
        return new KeyView(key.value(), title.zh(), title.en(), ShownValue.standing(answer), ShownValue.of(answer),
                Keys.shipped().get(key).flatMap(KeyDefinition::feature));
    }

    private static Bilingual title(Key key) {
        return Keys.shipped().get(key).map(KeyDefinition::title).orElse(new Bilingual(key.value(), key.value()));
    }

    private List<NationalView> national(Map<String, Integer> standing) {
        return Profile.national().entries().entrySet().stream().map(entry -> national(entry.getKey(), entry.getValue().getLast(), standing)).toList();
    }

    private NationalView national(Key key, ProfileEntry entry, Map<String, Integer> standing) {
        var title = title(key);
        var answer = entry.entry().answer();
        var cited = switch (answer) {
            case Answer.Stated(var articles, _) -> articles;
            case Answer.Default(var articles, _) -> articles;
            case Answer.NotStated(var article) -> article.stream().toList();
        };
        var ids = cited.stream().map(ArticleId::value).toList();
        return new NationalView(key.value(), title.zh(), title.en(), ids, ShownValue.of(answer), entry.source(), entry.confirm(),
                ids.stream().mapToInt(id -> examples(id).size()).sum(), ids.stream().mapToInt(id -> standing.getOrDefault(id, 0)).sum());
    }
}
