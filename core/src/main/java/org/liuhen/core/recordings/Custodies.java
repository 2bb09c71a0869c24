package org.liuhen.core.recordings;

import static org.liuhen.core.values.Decision.accept;
import static org.liuhen.core.values.Decision.nothing;
import static org.liuhen.core.values.Decision.refuse;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.law.Key;
import org.liuhen.core.recordings.Custody.Accident;
import org.liuhen.core.recordings.CustodyCommand.AssignFiling;
import org.liuhen.core.recordings.CustodyCommand.ClaimAccident;
import org.liuhen.core.recordings.CustodyCommand.ConfirmAccident;
import org.liuhen.core.recordings.CustodyCommand.DenyAccident;
import org.liuhen.core.recordings.CustodyCommand.ExceptStoring;
import org.liuhen.core.recordings.CustodyCommand.FileWithoutCase;
import org.liuhen.core.recordings.CustodyCommand.HandToCustodian;
import org.liuhen.core.recordings.CustodyEvent.AccidentClaimed;
import org.liuhen.core.recordings.CustodyEvent.AccidentConfirmed;
import org.liuhen.core.recordings.CustodyEvent.AccidentDenied;
import org.liuhen.core.recordings.CustodyEvent.FiledWithoutCase;
import org.liuhen.core.recordings.CustodyEvent.FilingAssigned;
import org.liuhen.core.recordings.CustodyEvent.HandedToCustodian;
import org.liuhen.core.recordings.CustodyEvent.StoringExcepted;
import org.liuhen.core.recordings.RecordingState.HandedIn;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.Role;
import org.liuhen.core.values.TextLimit;

/** Decides about the custody of a recording. Nothing here can refuse a recording, or make one disappear. */
public final class Custodies {

    /** Of a reason, a place or a statement. */
    public static final TextLimit TEXT = new TextLimit("text", 2000);

    private static final Key WITHIN = new Key("recording.storeWithin");
    private static final Key GROUNDS = new Key("recording.storeException.reasons");

    private Custodies() {}

    /** What follows from the command, without doing it. */
    public static Decision<CustodyEvent, CustodyRefusal> decide(HandedIn recording, CustodyCommand command, CustodyContext context) {
        if (context.actor().kind() != Actor.Kind.PERSON) return refuse(CustodyRefusal.personOnly());
        var by = context.person();
        var custody = recording.custody();
        return switch (command) {
            case HandToCustodian c -> hand(custody, c, context);
            case ExceptStoring c -> except(recording, c, context);
            case ClaimAccident c -> claim(custody, new AccidentClaimed(c.reason(), by));
            case ConfirmAccident _ -> confirm(custody, new AccidentConfirmed(by));
            case DenyAccident c -> deny(custody, new AccidentDenied(c.reason(), by));
            case FileWithoutCase c -> withoutCase(custody, new FiledWithoutCase(c.reason(), by));
            case AssignFiling c -> assign(custody, new FilingAssigned(c.to(), by), context);
        };
    }

    private static boolean filled(String text) {
        return !text.isBlank() && TEXT.takes(text);
    }

    private static Decision<CustodyEvent, CustodyRefusal> hand(Custody custody, HandToCustodian c, CustodyContext context) {
        var custodian = context.person();
        if (!context.register().roles(custodian).contains(Role.CUSTODIAN)) return refuse(CustodyRefusal.notCustodian());
        if (context.inFuture(c.at())) return refuse(CustodyRefusal.inFuture(c.at()));
        var from = c.from().or(context.register()::usedBy);
        if (from.filter(person -> context.register().roles(person).isEmpty()).isPresent()) return refuse(CustodyRefusal.noSuchPerson());
        var handed = new HandedToCustodian(custodian, from, c.at());
        if (custody.handed().isEmpty()) return accept(handed);
        return custody.handed().get().equals(handed) ? nothing() : refuse(CustodyRefusal.alreadyHanded());
    }

    private static Decision<CustodyEvent, CustodyRefusal> except(HandedIn recording, ExceptStoring c, CustodyContext context) {
        var day = LocalDate.ofInstant(recording.completedAt().orElse(recording.custody().storedAt()), context.law().zone());
        var rules = context.law().on(day);
        var grounds = rules.words(GROUNDS).map(cited -> cited.value()).orElse(List.of());
        if (grounds.isEmpty()) return refuse(CustodyRefusal.noException(rules.authority(WITHIN).map(one -> one.cited())));
        if (!grounds.contains(c.ground())) return refuse(CustodyRefusal.groundNotAllowed(grounds));
        if (!filled(c.place())) return refuse(CustodyRefusal.empty("地点", "the place"));
        if (!filled(c.statement())) return refuse(CustodyRefusal.empty("不能及时储存的说明", "why it could not be stored in time"));
        if (context.inFuture(c.returnedAt())) return refuse(CustodyRefusal.inFuture(c.returnedAt()));
        var slack = recording.uncertainty();
        if (recording.completedAt().filter(made -> c.returnedAt().isBefore(made.minus(slack))).isPresent()) {
            return refuse(CustodyRefusal.returnedTooEarly());
        }
        var excepted = new StoringExcepted(c.ground(), c.place(), c.statement(), c.returnedAt(), context.register().checkedInAt(), context.person());
        var before = recording.custody().entered().map(Custody.Entered::facts);
        return before.equals(Optional.of(excepted)) ? nothing() : accept(excepted);
    }

    private static Decision<CustodyEvent, CustodyRefusal> claim(Custody custody, AccidentClaimed claimed) {
        if (!filled(claimed.reason())) return refuse(CustodyRefusal.empty("原因", "the reason"));
        if (custody.accidental()) return refuse(CustodyRefusal.alreadyConfirmed());
        return custody.accident().map(Accident::claimed).equals(Optional.of(claimed)) ? nothing() : accept(claimed);
    }

    private static Decision<CustodyEvent, CustodyRefusal> confirm(Custody custody, AccidentConfirmed confirmed) {
        if (custody.accident().isEmpty()) return refuse(CustodyRefusal.noClaim());
        if (custody.accidental()) return nothing();
        if (custody.accident().get().claimed().by().equals(confirmed.by())) return refuse(CustodyRefusal.otherPerson());
        return accept(confirmed);
    }

    private static Decision<CustodyEvent, CustodyRefusal> deny(Custody custody, AccidentDenied denied) {
        if (custody.accident().isEmpty()) return refuse(CustodyRefusal.noClaim());
        return filled(denied.reason()) ? accept(denied) : refuse(CustodyRefusal.empty("理由", "the reason"));
    }

    private static Decision<CustodyEvent, CustodyRefusal> withoutCase(Custody custody, FiledWithoutCase filed) {
        if (!filled(filed.reason())) return refuse(CustodyRefusal.empty("不属于案件的原因", "why it belongs to no case"));
        return custody.withoutCase().equals(Optional.of(filed)) ? nothing() : accept(filed);
    }

    private static Decision<CustodyEvent, CustodyRefusal> assign(Custody custody, FilingAssigned assigned, CustodyContext context) {
        if (context.register().roles(assigned.to()).isEmpty()) return refuse(CustodyRefusal.noSuchPerson());
        return custody.assigned().equals(Optional.of(assigned.to())) ? nothing() : accept(assigned);
    }
}
