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

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuhen.core.law.Answer;
import org.liuhen.core.law.ArticleId;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.law.Rules;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.Bilingual;
import org.liuhen.formats.law.ArticleRegister;
import org.liuhen.formats.law.KeyDefinition;
import org.liuhen.formats.law.Keys;
import org.liuhen.formats.law.Profile;
import org.liuhen.formats.law.ProfileEntry;
import org.liuhen.formats.law.RegisteredArticle;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.cases.CaseLaw;
import org.liuhen.server.cases.CaseList;
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
    private final CaseList list;
    private final Register register;
    private final InstantSource clock;
    private final ArticleRegister articles = ArticleRegister.shipped();
    private final Duties duties = new Duties();
    private final Examples examples = new Examples();

    LawEndpoints(CaseLaw law, CaseList list, Register register, InstantSource clock) {
        this.law = law;
        this.list = list;
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

    /** A limit of a national law, which stands under every agency. */
    record NationalView(String key, String title, String titleEn, List<String> articles, String value, Optional<String> source, boolean confirm) {}

    @GetMapping("/api/law")
    @Serves({OFFICER, UNIT_HEAD, LEGAL_SECTION, PERSON_IN_CHARGE, OFFICE, CUSTODIAN, FINANCE, SUPERVISION, SYSTEM_ADMINISTRATOR})
    LawView law(Caller caller) {
        var rules = law.law(caller.agency());
        var today = today(rules);
        var standing = list.standing(caller.agency());
        var texts = articles.of(new AgencyCode(caller.agency())).stream().map(text -> new TextView(text.text(), text.title().zh(), text.title().en(),
                text.articles().stream().map(article -> view(article, today, standing)).toList())).toList();
        return new LawView(caller.agency(), new ProfileView(rules.digest(), register.activation(caller.agency())), texts, national());
    }

    /** One article with everything that hangs on it. */
    record WholeArticle(ArticleView article, List<ExampleView> cases, List<CaseList.FindingRow> findings) {}

    /** A worked case. */
    record ExampleView(String name, boolean firing) {}

    @GetMapping("/api/law/articles/{article}")
    @Serves({OFFICER, UNIT_HEAD, LEGAL_SECTION, PERSON_IN_CHARGE, OFFICE, CUSTODIAN, FINANCE, SUPERVISION})
    WholeArticle article(Caller caller, @PathVariable String article) {
        var found = articles.of(new AgencyCode(caller.agency())).stream().flatMap(text -> text.articles().stream())
                .filter(one -> one.id().value().equals(article)).findFirst()
                .orElseThrow(() -> Problem.notFound("本机关的制度没有这一条", "The agency's regulation has no such article"));
        return new WholeArticle(view(found, today(law.law(caller.agency())), list.standing(caller.agency())),
                examples.of(found.id()).stream().map(worked -> new ExampleView(worked.name(), worked.fires())).toList(),
                list.findings(caller.agency(), Optional.empty()).stream().filter(row -> row.article().equals(article)).toList());
    }

    private Rules today(Law rules) {
        return rules.on(LocalDate.ofInstant(clock.instant(), rules.zone()));
    }

    private ArticleView view(RegisteredArticle article, Rules today, Map<String, Integer> standing) {
        return new ArticleView(article.id().value(), article.title(), article.duty().zh(), article.duty().en(), article.status().word(),
                article.reason().map(Bilingual::zh), article.reason().map(Bilingual::en), article.from(),
                article.keys().stream().map(key -> key(key, today)).toList(), duties.of(article.keys()), examples.of(article.id()).size(),
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

    private static List<NationalView> national() {
        return Profile.national().entries().entrySet().stream().map(entry -> national(entry.getKey(), entry.getValue().getLast())).toList();
    }

    private static NationalView national(Key key, ProfileEntry entry) {
        var title = title(key);
        var answer = entry.entry().answer();
        var cited = switch (answer) {
            case Answer.Stated(var articles, _) -> articles;
            case Answer.Default(var articles, _) -> articles;
            case Answer.NotStated(var article) -> article.stream().toList();
        };
        return new NationalView(key.value(), title.zh(), title.en(), cited.stream().map(ArticleId::value).toList(), ShownValue.of(answer),
                entry.source(), entry.confirm());
    }
}
