package org.liuhen.cli.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.liuhen.cli.trace.TraceRow.KeyValue;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.formats.law.ArticleRegister;
import org.liuhen.formats.law.RegisteredArticle;
import org.liuhen.formats.law.Regulation;

/** The way from each article to its value, its code and its worked cases. */
public final class Traceability {

    private final ArticleRegister register;
    private final Answers answers;
    private final DutyIndex duties;
    private final Features features;
    private final List<WorkedCase> cases;

    /** Out of everything that is known. */
    public Traceability(
            ArticleRegister register, Answers answers, DutyIndex duties, Features features, List<WorkedCase> cases) {
        this.register = register;
        this.answers = answers;
        this.duties = duties;
        this.features = features;
        this.cases = List.copyOf(cases);
    }

    /** One row an article, in the register's order. */
    public List<TraceRow> rows() {
        var rows = new ArrayList<TraceRow>();
        for (var regulation : register.regulations()) {
            for (var article : regulation.articles()) rows.add(row(regulation, article));
        }
        return List.copyOf(rows);
    }

    private TraceRow row(Regulation regulation, RegisteredArticle article) {
        var values = new ArrayList<KeyValue>();
        var code = new TreeSet<String>();
        var used = new TreeSet<String>();
        for (var key : article.keys()) {
            var value = answers.answer(regulation.agency(), key).map(answer -> ShownAnswer.of(answer, article.id())).orElse("–");
            values.add(new KeyValue(key.value(), value));
            code.addAll(duties.classes(key));
            features.feature(key).ifPresent(used::add);
        }
        return new TraceRow(regulation, article, values, List.copyOf(code), List.copyOf(used),
                cases(regulation.agency(), article, true), cases(regulation.agency(), article, false));
    }

    private int cases(AgencyCode agency, RegisteredArticle article, boolean firing) {
        return Math.toIntExact(cases.stream()
                .filter(worked -> worked.firing() == firing && worked.agency().equals(agency))
                .filter(worked -> worked.article().equals(article.id()))
                .count());
    }
}
