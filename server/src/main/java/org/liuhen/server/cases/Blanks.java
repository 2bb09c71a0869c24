package org.liuhen.server.cases;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.liuhen.core.cases.documents.NumberSeries;
import org.liuhen.core.cases.documents.NumberState;
import org.liuhen.core.cases.documents.Template;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.DocumentId;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.agencies.Registrar;
import org.liuhen.server.http.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Forms whose numbers were given out beforehand, for places without a network (预编号空白文书). */
@Component
class Blanks {

    /** The most blanks printed at once. */
    static final int PRINTED_MAX = 50;

    private static final int YEAR_MIN = 2000;
    private static final int YEAR_MAX = 9999;

    private final Series series;
    private final CaseLaw law;
    private final Papers papers;
    private final Register register;
    private final InstantSource clock;

    Blanks(Series series, CaseLaw law, Papers papers, Register register, InstantSource clock) {
        this.series = series;
        this.law = law;
        this.papers = papers;
        this.register = register;
        this.clock = clock;
    }

    /** A form that blanks are made of. */
    record Form(String template, String title, String titleEn, String word) {}

    /**
     * One blank.
     *
     * @param written its number as it is printed
     * @param document the id that the codes on its pages name: what was written on it is entered under this id
     * @param state out, used or voided
     */
    record Blank(
            long number, String written, UUID document, String unit, String unitName, UUID to, String toName, Instant issuedAt, String state,
            Optional<UUID> usedBy, Optional<String> reason) {}

    /** The blanks of one series, the newest first. */
    record Listing(String word, int year, long given, List<Blank> items) {
        Listing {
            items = List.copyOf(items);
        }
    }

    /** The forms of the library that may be handed out as blanks. */
    List<Form> forms() {
        return law.templates().all().stream().filter(Template::onSite)
                .map(form -> new Form(form.id().value(), form.title().zh(), form.title().en(), form.numberWord().orElseThrow().value())).toList();
    }

    /** The form of that id. @throws Problem if there is none that blanks are made of */
    Template form(String id) {
        return law.templates().all().stream().filter(form -> form.onSite() && form.id().value().equals(id)).findFirst()
                .orElseThrow(() -> Problem.notFound("这种文书不能预先编号领用", "No blanks are made of this form")
                        .next("请从可以预先编号的文书中选择。", "Choose one of the forms for use on site."));
    }

    /** The series of the form in a year; absent: this year. */
    NumberSeries series(String agency, Template form, Optional<Integer> year) {
        var of = year.orElse(LocalDate.ofInstant(clock.instant(), Registrar.ZONE).getYear());
        if (of < YEAR_MIN || of > YEAR_MAX) {
            throw Problem.badRequest("year-wrong", "年份不正确", "The year is wrong").next("请填写四位年份。", "Enter a year of four digits.");
        }
        return new NumberSeries(new AgencyCode(agency), form.numberWord().orElseThrow(), of);
    }

    /** The unit and the person must be of the register. @throws Problem if one is not */
    void known(String agency, String unit, UUID to) {
        var people = register.people(agency).stream().anyMatch(person -> person.id().equals(to));
        if (people && units(agency).containsKey(unit)) return;
        throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "not-registered", "登记簿中没有这个机构或者人员", "The register has no such unit or person")
                .next("请从登记簿中选择领用机构和领用人。", "Choose unit and person from the register.");
    }

    private Map<String, String> units(String agency) {
        return register.units(agency).stream().collect(Collectors.toMap(Register.Unit::code, Register.Unit::name));
    }

    /** All blanks of a series. */
    Listing listing(NumberSeries of) {
        var agency = of.agency().value();
        var names = new HashMap<UUID, String>();
        register.people(agency).forEach(person -> names.put(person.id(), person.name()));
        var units = units(agency);
        var items = new ArrayList<Blank>();
        var blanks = series.blanks(of);
        for (var blank : blanks.issued().reversed()) {
            items.add(new Blank(
                    blank.number(), series.written(of, blank.number()), document(of, blank.number()), blank.unit().value(),
                    units.getOrDefault(blank.unit().value(), blank.unit().value()), blank.to().value(),
                    names.getOrDefault(blank.to().value(), blank.to().toString()), blank.issuedAt(),
                    switch (blank.use()) {
                        case NumberState.Use.Blank _ -> "out";
                        case NumberState.Use.Taken _ -> "used";
                        case NumberState.Use.Voided _ -> "voided";
                    },
                    blank.use() instanceof NumberState.Use.Taken(DocumentId by) ? Optional.of(by.value()) : Optional.empty(),
                    blank.use() instanceof NumberState.Use.Voided voided ? Optional.of(voided.reason()) : Optional.empty()));
        }
        return new Listing(of.word().value(), of.year(), blanks.given(), items);
    }

    /**
     * The printed blanks, one after the other.
     *
     * @throws Problem if one of the numbers is no blank that is out
     */
    byte[] print(String agency, Template form, NumberSeries of, long first, long last) {
        if (first < 1 || last < first || last - first >= PRINTED_MAX) {
            throw Problem.badRequest("range-wrong", "号码范围不正确", "The range of numbers is wrong")
                    .next("一次打印 1 至 " + PRINTED_MAX + " 份。", "Print 1 to " + PRINTED_MAX + " at once.");
        }
        var out = series.blanks(of).issued().stream().filter(blank -> blank.use() instanceof NumberState.Use.Blank).map(Series.Blank::number).toList();
        try (var all = new PDDocument()) {
            all.setDocumentId(first);
            var merger = new PDFMergerUtility();
            for (var number = first; number <= last; number++) {
                if (!out.contains(number)) throw notOut(series.written(of, number));
                var pdf = papers.blank(agency, form, series.written(of, number), document(of, number));
                try (var one = Loader.loadPDF(pdf.bytes())) {
                    merger.appendDocument(all, one);
                }
            }
            var bytes = new ByteArrayOutputStream();
            all.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a paper is made in memory", e);
        }
    }

    private static Problem notOut(String written) {
        return Problem.of(HttpStatus.CONFLICT, "not-a-blank", written + "不是尚未使用的空白文书", written + " is no blank that is out")
                .next("请刷新后，从未使用的空白文书中选择。", "Reload, and choose among the blanks that are out.");
    }

    private static UUID document(NumberSeries of, long number) {
        return UUID.nameUUIDFromBytes(("liuhen/blank/" + of.agency() + "/" + of.word() + "/" + of.year() + "/" + number).getBytes(UTF_8));
    }
}
