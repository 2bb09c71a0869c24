package org.liuhen.server.cases;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.core.cases.documents.NumberCommand;
import org.liuhen.core.cases.documents.NumberEvent;
import org.liuhen.core.cases.documents.NumberPattern;
import org.liuhen.core.cases.documents.NumberRefusal;
import org.liuhen.core.cases.documents.NumberSeries;
import org.liuhen.core.cases.documents.NumberState;
import org.liuhen.core.cases.documents.NumberWord;
import org.liuhen.core.cases.documents.Numbering;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.DocumentId;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.UnitCode;
import org.liuhen.server.http.Problem;
import org.liuhen.server.journal.Journal;
import org.liuhen.server.journal.StreamAppend;
import org.liuhen.server.journal.Submission;
import org.liuhen.server.journal.VersionConflict;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The agencies' number series (文号序列): what a command on one appends to its stream, and how its numbers are written. */
@Component
class Series {

    private static final int TRIES = 5;

    private final Journal journal;
    private final Environment settings;
    private final InstantSource clock;

    Series(Journal journal, Environment settings, InstantSource clock) {
        this.journal = journal;
        this.settings = settings;
        this.clock = clock;
    }

    /** A number that a document gets, and what its series must append for that. */
    record Given(String number, List<StreamAppend> appends) {
        Given {
            appends = List.copyOf(appends);
        }
    }

    /** The next number of the series, or the one that the document has. @throws Problem if the series gives none */
    Given next(NumberSeries series, DocumentId document) {
        return given(series, new NumberCommand.TakeNumber(document), document);
    }

    /** The number of a blank that was filled in by hand. @throws Problem if it is no blank that is out */
    Given blank(NumberSeries series, long blank, DocumentId document) {
        return given(series, new NumberCommand.UseBlank(blank, document), document);
    }

    /** What the series appends when a document that has its number does not count; nothing where it has none of this series. */
    List<StreamAppend> voided(NumberSeries series, DocumentId document, String reason, PersonId by) {
        var stream = read(series);
        if (!(stream.state() instanceof NumberState.Open open)) return List.of();
        var number = open.numberOf(document);
        if (number.isEmpty()) return List.of();
        return stream.appended(decide(stream.state(), new NumberCommand.VoidNumber(number.getAsLong(), reason, by)));
    }

    /**
     * A number that was handed out on a blank.
     *
     * @param use what became of it
     */
    record Blank(long number, UnitCode unit, PersonId to, Instant issuedAt, NumberState.Use use) {}

    /**
     * The blanks of a series.
     *
     * @param given how many numbers the series has given, those of blanks among them
     */
    record Blanks(long given, List<Blank> issued) {
        Blanks {
            issued = List.copyOf(issued);
        }
    }

    /** All blanks of the series, in the order of their numbers. @throws Problem if the series was destroyed */
    Blanks blanks(NumberSeries series) {
        var open = open(read(series).state());
        var all = new ArrayList<Blank>();
        for (var recorded : journal.read(stream(series))) {
            if (!(recorded.fact() instanceof NumberEvent.BlanksIssued issued)) continue;
            for (var number = issued.first(); number <= issued.last(); number++) {
                all.add(new Blank(number, issued.unit(), issued.to(), recorded.recordedAt(), open.use(number).orElseThrow()));
            }
        }
        return new Blanks(open.given(), all);
    }

    /** A number as it is printed. */
    String written(NumberSeries series, long number) {
        return pattern(series).write(series.word(), series.year(), number);
    }

    /**
     * Issues or voids blanks: a command on the series alone, carried out once for its key.
     *
     * @throws Problem if the series refuses; nothing was written
     */
    void carryOut(NumberSeries series, NumberCommand command, UUID key, Actor actor) {
        for (var attempt = 1; journal.outcome(series.agency().value(), key).isEmpty(); attempt++) {
            var stream = read(series);
            var events = decide(stream.state(), command);
            if (events.isEmpty()) return;
            try {
                journal.append(new Submission(
                        series.agency().value(), key, actor, clock.instant(), Duration.ZERO, stream.appended(events)));
            } catch (VersionConflict conflict) {
                if (attempt == TRIES) throw conflict;
            }
        }
    }

    private static NumberState.Open open(NumberState state) {
        return switch (state) {
            case NumberState.Open open -> open;
            case NumberState.Tombstone _ -> throw Problem.refused(HttpStatus.CONFLICT, new NumberRefusal.SeriesDestroyed());
        };
    }

    /** The series of a word on a day. */
    static NumberSeries on(AgencyCode agency, NumberWord word, LocalDate day) {
        return new NumberSeries(agency, word, day.getYear());
    }

    private Given given(NumberSeries series, NumberCommand command, DocumentId document) {
        var stream = read(series);
        var events = decide(stream.state(), command);
        var after = stream.state();
        for (var event : events) after = Numbering.evolve(after, event);
        if (!(after instanceof NumberState.Open open)) throw new IllegalStateException("a series that gave a number is open");
        return new Given(written(series, open.numberOf(document).orElseThrow()), stream.appended(events));
    }

    private static List<NumberEvent> decide(NumberState state, NumberCommand command) {
        return switch (Numbering.decide(state, command)) {
            case Decision.Accepted<NumberEvent, NumberRefusal>(var events) -> events;
            case Decision.Refused<NumberEvent, NumberRefusal>(var refusal) -> throw Problem.refused(HttpStatus.CONFLICT, refusal);
        };
    }

    private record Stream(UUID id, long version, NumberState state) {
        List<StreamAppend> appended(List<NumberEvent> events) {
            return events.isEmpty() ? List.of() : List.of(new StreamAppend(id, version, new ArrayList<Event>(events)));
        }
    }

    private Stream read(NumberSeries series) {
        var id = stream(series);
        NumberState state = new NumberState.Open();
        var version = 0L;
        for (var recorded : journal.read(id)) {
            state = Numbering.evolve(state, recorded.fact());
            version = recorded.version();
        }
        return new Stream(id, version, state);
    }

    /** One stream for a series, whichever node comes first. */
    private static UUID stream(NumberSeries series) {
        return UUID.nameUUIDFromBytes(("liuhen/number-series/" + series.agency() + "/" + series.word() + "/" + series.year()).getBytes(UTF_8));
    }

    private NumberPattern pattern(NumberSeries series) {
        var agency = series.agency().value();
        return new NumberPattern(Optional.ofNullable(settings.getProperty("liuhen.numbers." + agency + ".pattern")).orElse(NumberPattern.USUAL),
                Optional.ofNullable(settings.getProperty("liuhen.numbers." + agency + ".agency")).orElse(agency));
    }
}
