package org.liuhen.core.cases.documents;

import static org.liuhen.core.values.Decision.accept;
import static org.liuhen.core.values.Decision.nothing;
import static org.liuhen.core.values.Decision.refuse;

import java.util.Optional;
import org.liuhen.core.cases.documents.NumberCommand.IssueBlanks;
import org.liuhen.core.cases.documents.NumberCommand.TakeNumber;
import org.liuhen.core.cases.documents.NumberCommand.UseBlank;
import org.liuhen.core.cases.documents.NumberCommand.VoidBlank;
import org.liuhen.core.cases.documents.NumberCommand.VoidNumber;
import org.liuhen.core.cases.documents.NumberEvent.BlankUsed;
import org.liuhen.core.cases.documents.NumberEvent.BlankVoided;
import org.liuhen.core.cases.documents.NumberEvent.BlanksIssued;
import org.liuhen.core.cases.documents.NumberEvent.NumberTaken;
import org.liuhen.core.cases.documents.NumberEvent.NumberVoided;
import org.liuhen.core.cases.documents.NumberState.Open;
import org.liuhen.core.cases.documents.NumberState.Tombstone;
import org.liuhen.core.cases.documents.NumberState.Use.Blank;
import org.liuhen.core.cases.documents.NumberState.Use.Taken;
import org.liuhen.core.cases.documents.NumberState.Use.Voided;
import org.liuhen.core.values.CorruptStream;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.Destroyed;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.Fact;
import org.liuhen.core.values.PayloadDestroyed;
import org.liuhen.core.values.TextLimit;

/** Decides about one number series (文号序列): from 1 on, without gaps, each number once; a void one keeps its place. */
public final class Numbering {

    /** The most blanks that are issued at once. */
    public static final int BLANKS_MAX = 500;

    /** The last number of a series. */
    public static final int NUMBERS_MAX = 99_999;

    /** Of the reason for voiding. */
    public static final TextLimit REASON = new TextLimit("reason", 500);

    private Numbering() {}

    /** What follows from the command, without doing it. */
    public static Decision<NumberEvent, NumberRefusal> decide(NumberState state, NumberCommand command) {
        return switch (state) {
            case Tombstone _ -> refuse(new NumberRefusal.SeriesDestroyed());
            case Open series -> switch (command) {
                case TakeNumber c -> take(series, c);
                case VoidNumber c -> voidNumber(series, c);
                case IssueBlanks c -> issue(series, c);
                case UseBlank c -> useBlank(series, c);
                case VoidBlank c -> voidBlank(series, c);
            };
        };
    }

    private static Decision<NumberEvent, NumberRefusal> take(Open series, TakeNumber c) {
        if (series.numberOf(c.document()).isPresent()) return nothing();
        if (series.given() == NUMBERS_MAX) return refuse(new NumberRefusal.SeriesFull());
        return accept(new NumberTaken(series.given() + 1, c.document()));
    }

    private static Decision<NumberEvent, NumberRefusal> voidNumber(Open series, VoidNumber c) {
        if (!reasoned(c.reason())) return refuse(new NumberRefusal.NoReason());
        return switch (series.use(c.number()).orElse(null)) {
            case null -> refuse(new NumberRefusal.NotGiven(c.number(), series.given()));
            case Taken _ -> accept(new NumberVoided(c.number(), c.reason(), c.by()));
            case Blank _ -> refuse(new NumberRefusal.StillBlank(c.number()));
            case Voided earlier -> again(c.number(), c.reason(), earlier);
        };
    }

    private static Decision<NumberEvent, NumberRefusal> issue(Open series, IssueBlanks c) {
        if (c.count() < 1 || c.count() > BLANKS_MAX) return refuse(new NumberRefusal.BlankCount(c.count()));
        if (series.given() + c.count() > NUMBERS_MAX) return refuse(new NumberRefusal.SeriesFull());
        return accept(new BlanksIssued(series.given() + 1, series.given() + c.count(), c.unit(), c.to()));
    }

    private static Decision<NumberEvent, NumberRefusal> useBlank(Open series, UseBlank c) {
        var held = series.numberOf(c.document());
        if (held.isPresent() && held.getAsLong() == c.number()) return nothing();
        return switch (series.use(c.number()).orElse(null)) {
            case null -> refuse(new NumberRefusal.NotGiven(c.number(), series.given()));
            case Blank _ when held.isPresent() -> refuse(new NumberRefusal.AlreadyNumbered(held.getAsLong()));
            case Blank _ -> accept(new BlankUsed(c.number(), c.document()));
            case Taken _, Voided _ -> refuse(new NumberRefusal.NotABlank(c.number()));
        };
    }

    private static Decision<NumberEvent, NumberRefusal> voidBlank(Open series, VoidBlank c) {
        if (!reasoned(c.reason())) return refuse(new NumberRefusal.NoReason());
        return switch (series.use(c.number()).orElse(null)) {
            case null -> refuse(new NumberRefusal.NotGiven(c.number(), series.given()));
            case Blank _ -> accept(new BlankVoided(c.number(), c.reason()));
            case Taken _ -> refuse(new NumberRefusal.NotABlank(c.number()));
            case Voided earlier -> again(c.number(), c.reason(), earlier);
        };
    }

    private static Decision<NumberEvent, NumberRefusal> again(long number, String reason, Voided earlier) {
        return earlier.reason().equals(reason) ? nothing() : refuse(new NumberRefusal.AlreadyVoided(number, earlier.reason()));
    }

    private static boolean reasoned(String reason) {
        return !reason.isBlank() && REASON.takes(reason);
    }

    /**
     * The state after one more fact.
     *
     * @throws CorruptStream if the fact cannot follow
     */
    public static NumberState evolve(NumberState state, Fact fact) {
        return switch (fact) {
            case Destroyed _ -> new Tombstone();
            case PayloadDestroyed _ -> state;
            case NumberEvent event -> switch (state) {
                case Tombstone tombstone -> tombstone;
                case Open series -> follow(series, event);
            };
            case Event _ -> throw new CorruptStream(state, fact);
        };
    }

    private static Open follow(Open series, NumberEvent event) {
        return switch (event) {
            case NumberTaken e when e.number() == series.given() + 1 -> series.next(new Taken(e.document()));
            case BlanksIssued e when e.first() == series.given() + 1 && e.last() >= e.first() && e.last() <= NUMBERS_MAX -> {
                var next = series;
                for (var number = e.first(); number <= e.last(); number++) next = next.next(new Blank(e.unit(), e.to()));
                yield next;
            }
            case BlankUsed e when series.use(e.number()).orElse(null) instanceof Blank -> series.with(e.number(), new Taken(e.document()));
            case BlankVoided e when series.use(e.number()).orElse(null) instanceof Blank ->
                series.with(e.number(), new Voided(e.reason(), Optional.empty()));
            case NumberVoided e when series.use(e.number()).orElse(null) instanceof Taken(var document) ->
                series.with(e.number(), new Voided(e.reason(), Optional.of(document)));
            case NumberTaken _, BlanksIssued _, BlankUsed _, BlankVoided _, NumberVoided _ -> throw new CorruptStream(series, event);
        };
    }
}
