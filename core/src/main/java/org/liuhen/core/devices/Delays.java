package org.liuhen.core.devices;

import static org.liuhen.core.values.Decision.accept;
import static org.liuhen.core.values.Decision.nothing;
import static org.liuhen.core.values.Decision.refuse;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.liuhen.core.devices.DeviceLife.Outing;
import org.liuhen.core.devices.DeviceLifeCommand.EnterReturn;
import org.liuhen.core.devices.DeviceLifeCommand.ExceptHandIn;
import org.liuhen.core.devices.DeviceLifeCommand.ExcuseHandIn;
import org.liuhen.core.law.Cited;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.Delay;
import org.liuhen.core.values.DelayKind;
import org.liuhen.core.values.TextLimit;

/** Decides what is said of a delay (不能及时移交入库) as soon as its ground is there: before anything is handed in. Nothing is refused for being late. */
final class Delays {

    /** Of a place or a statement. */
    private static final TextLimit TEXT = new TextLimit("text", 2000);

    /** The most pictures and logs of one. */
    private static final int EVIDENCE_MAX = 20;

    private static final Key WITHIN = new Key("recording.storeWithin");
    private static final List<Key> GROUNDS = List.of(new Key("recording.storeException.reasons"), new Key("recording.handOver.exceptionReasons"));

    private Delays() {}

    /** The grounds that the text of a day names, for storing or for handing over. */
    static List<String> grounds(Rules rules) {
        var grounds = new LinkedHashSet<String>();
        for (var key : GROUNDS) grounds.addAll(rules.words(key).map(Cited::value).orElse(List.of()));
        return List.copyOf(grounds);
    }

    static Decision<DeviceLifeEvent, DeviceLifeRefusal> except(DeviceLife life, ExceptHandIn c, DeviceContext context) {
        var from = from(life, context);
        var rules = context.rules(from);
        var grounds = grounds(rules);
        if (grounds.isEmpty()) return refuse(DeviceLifeRefusal.noException(rules.authority(WITHIN).map(one -> one.cited())));
        if (!grounds.contains(c.ground())) return refuse(DeviceLifeRefusal.groundNotAllowed(grounds));
        if (!filled(c.place())) return refuse(DeviceLifeRefusal.empty("地点", "the place"));
        var back = c.returnedAt();
        if (back.isEmpty() && c.expectedAt().isEmpty()) return refuse(DeviceLifeRefusal.empty("预计或者实际返回时间", "when the return is expected, or was"));
        if (back.filter(context::inFuture).isPresent()) return refuse(DeviceLifeRefusal.inFuture(back.get()));
        var early = Stream.of(c.expectedAt(), back).flatMap(Optional::stream).anyMatch(at -> at.isBefore(from));
        if (early) return refuse(DeviceLifeRefusal.contradictory("返回早于领用", "the return is before the check-out"));
        return said(life, new Delay(DelayKind.EXCEPTION, c.ground(), Optional.of(c.place()), c.statement(), c.expectedAt(), back, c.evidence(),
                context.person(), c.statedAt(), from, until(life)), context);
    }

    static Decision<DeviceLifeEvent, DeviceLifeRefusal> excuse(DeviceLife life, ExcuseHandIn c, DeviceContext context) {
        return said(life, new Delay(DelayKind.EXCUSE, c.cause().word(), Optional.empty(), c.statement(), Optional.empty(), Optional.empty(),
                c.evidence(), context.person(), c.statedAt(), from(life, context), until(life)), context);
    }

    private static Decision<DeviceLifeEvent, DeviceLifeRefusal> said(DeviceLife life, Delay delay, DeviceContext context) {
        if (!filled(delay.statement())) return refuse(DeviceLifeRefusal.empty("不能及时移交入库的情况", "why it cannot be handed in in time"));
        if (delay.evidence().size() > EVIDENCE_MAX) {
            return refuse(DeviceLifeRefusal.badFields("材料最多 " + EVIDENCE_MAX + " 份", "There are at most " + EVIDENCE_MAX + " pieces of evidence"));
        }
        if (delay.statedAt().filter(context::inFuture).isPresent()) return refuse(DeviceLifeRefusal.inFuture(delay.statedAt().get()));
        if (notTheirs(life, context)) return refuse(DeviceLifeRefusal.forSelfOnly());
        return life.keeping().delays().contains(delay) ? nothing() : accept(new DeviceLifeEvent.DelayStated(delay));
    }

    static Decision<DeviceLifeEvent, DeviceLifeRefusal> enterReturn(DeviceLife life, EnterReturn c, DeviceContext context) {
        var last = life.keeping().delays().stream().filter(delay -> delay.kind() == DelayKind.EXCEPTION).reduce((_, later) -> later);
        if (last.isEmpty()) return refuse(DeviceLifeRefusal.noDelay());
        if (context.inFuture(c.returnedAt())) return refuse(DeviceLifeRefusal.inFuture(c.returnedAt()));
        if (c.returnedAt().isBefore(last.get().from())) {
            return refuse(DeviceLifeRefusal.contradictory("返回早于领用", "the return is before the check-out"));
        }
        if (notTheirs(life, context)) return refuse(DeviceLifeRefusal.forSelfOnly());
        return last.get().returnedAt().equals(Optional.of(c.returnedAt())) ? nothing()
                : accept(new DeviceLifeEvent.ReturnEntered(c.returnedAt(), context.person()));
    }

    private static boolean filled(String text) {
        return !text.isBlank() && TEXT.takes(text);
    }

    /** An officer speaks of what he has out or had out last, or of a device that nobody has entered a use of. */
    private static boolean notTheirs(DeviceLife life, DeviceContext context) {
        return context.byOfficer() && outing(life).filter(outing -> !outing.out().officer().id().equals(context.person())
                && outing.handed().stream().noneMatch(handed -> handed.to().id().equals(context.person()))).isPresent();
    }

    private static Optional<Outing> outing(DeviceLife life) {
        return life.keeping().outings().stream().reduce((_, later) -> later);
    }

    /** What is said holds from the last check-out on; of a device without one, for the day. */
    private static Instant from(DeviceLife life, DeviceContext context) {
        var zone = context.law().zone();
        return outing(life).map(outing -> outing.out().at())
                .orElseGet(() -> LocalDate.ofInstant(context.now(), zone).atStartOfDay(zone).toInstant());
    }

    private static Optional<Instant> until(DeviceLife life) {
        return outing(life).flatMap(Outing::back).map(DeviceLifeEvent.DeviceReturned::at);
    }
}
