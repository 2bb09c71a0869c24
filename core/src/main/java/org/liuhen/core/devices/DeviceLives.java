package org.liuhen.core.devices;

import static org.liuhen.core.values.Decision.accept;
import static org.liuhen.core.values.Decision.nothing;
import static org.liuhen.core.values.Decision.refuse;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.liuhen.core.devices.DeviceLife.Outing;
import org.liuhen.core.devices.DeviceLifeCommand.AcceptDevice;
import org.liuhen.core.devices.DeviceLifeCommand.AssignDevice;
import org.liuhen.core.devices.DeviceLifeCommand.CheckDevice;
import org.liuhen.core.devices.DeviceLifeCommand.CheckOutDevice;
import org.liuhen.core.devices.DeviceLifeCommand.DescribeDevice;
import org.liuhen.core.devices.DeviceLifeCommand.EnterReturn;
import org.liuhen.core.devices.DeviceLifeCommand.ExceptHandIn;
import org.liuhen.core.devices.DeviceLifeCommand.ExcuseHandIn;
import org.liuhen.core.devices.DeviceLifeCommand.FindDevice;
import org.liuhen.core.devices.DeviceLifeCommand.MaintainDevice;
import org.liuhen.core.devices.DeviceLifeCommand.MoveDevice;
import org.liuhen.core.devices.DeviceLifeCommand.NoteOutsideUse;
import org.liuhen.core.devices.DeviceLifeCommand.PurchaseDevice;
import org.liuhen.core.devices.DeviceLifeCommand.ReassignDevice;
import org.liuhen.core.devices.DeviceLifeCommand.RemarkQuality;
import org.liuhen.core.devices.DeviceLifeCommand.RepairDevice;
import org.liuhen.core.devices.DeviceLifeCommand.ReportFault;
import org.liuhen.core.devices.DeviceLifeCommand.ReportLoss;
import org.liuhen.core.devices.DeviceLifeCommand.RetireDevice;
import org.liuhen.core.devices.DeviceLifeCommand.ReturnDevice;
import org.liuhen.core.devices.DeviceLifeCommand.SendForRepair;
import org.liuhen.core.devices.DeviceLifeCommand.TellOfFault;
import org.liuhen.core.devices.DeviceLifeCommand.ViewPurchase;
import org.liuhen.core.devices.DeviceState.Registered;
import org.liuhen.core.devices.rules.BoughtByOffice;
import org.liuhen.core.devices.rules.CheckOutBlocks;
import org.liuhen.core.devices.rules.MaintainedByUsers;
import org.liuhen.core.devices.rules.PurchaseSupervised;
import org.liuhen.core.devices.rules.QualitySupervised;
import org.liuhen.core.findings.FindingCommand;
import org.liuhen.core.findings.Findings;
import org.liuhen.core.law.Element;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.values.Command;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.Refusal;

/**
 * Decides about the life of one device (设备的购置、配发、领用、维修、报废). Only a check-out is ever refused by an article; everything else
 * is taken down as it was, and is a finding where it should not have been.
 */
public final class DeviceLives {

    private static final Key MAINTAINED_BY = new Key("device.maintenance.by");
    private static final Key POINTS = new Key("device.tech.required");

    private DeviceLives() {}

    /** What follows from the command, without doing it. */
    public static Decision<Event, Refusal> decide(DeviceState state, Command command, DeviceContext context) {
        return switch (state) {
            case DeviceState.Absent _ -> refuse(DeviceLifeRefusal.noSuchDevice());
            case DeviceState.Tombstone _ -> refuse(DeviceLifeRefusal.destroyed());
            case Registered device -> switch (command) {
                case FindingCommand c -> Decision.widen(Findings.decide(device.findings(), c, new ConcernedByDevice(device, context)));
                case DeviceLifeCommand _ when !context.byPerson() -> refuse(DeviceLifeRefusal.personOnly());
                case DeviceLifeCommand c -> Decision.widen(known(device, c, context));
                case Command _ -> throw new IllegalArgumentException("not asked of a device: " + command);
            };
        };
    }

    /** The grounds on which the text of a day allows that something is handed in later; none: it knows no exception. */
    public static List<String> delayGrounds(Rules rules) {
        return Delays.grounds(rules);
    }

    private static Decision<DeviceLifeEvent, DeviceLifeRefusal> known(Registered device, DeviceLifeCommand command, DeviceContext context) {
        var life = device.life();
        return switch (command) {
            case DescribeDevice c -> once(new DeviceLifeEvent.DeviceDescribed(c.description()),
                    life.papers().description().equals(Optional.of(c.description())));
            case PurchaseDevice c -> purchase(life, c, context);
            case ViewPurchase c -> view(life, c, context);
            case AcceptDevice c -> acceptance(life, c, context);
            case MoveDevice c -> move(life, c, context);
            case AssignDevice c -> assign(life, c, context);
            case CheckOutDevice c -> checkOut(device, c, context);
            case CheckDevice c -> check(life, c, context);
            case ReassignDevice c -> reassign(life, c, context);
            case ReturnDevice c -> takeBack(life, c, context);
            case ExceptHandIn c -> Delays.except(life, c, context);
            case ExcuseHandIn c -> Delays.excuse(life, c, context);
            case EnterReturn c -> Delays.enterReturn(life, c, context);
            case NoteOutsideUse c -> outsideUse(life, c, context);
            case ReportFault c -> fault(life, c, context);
            case TellOfFault c -> tell(life, c, context);
            case SendForRepair c -> sendAway(life, c, context);
            case RepairDevice c -> repair(life, c, context);
            case MaintainDevice c -> maintain(life, c, context);
            case RemarkQuality c -> remark(life, c, context);
            case ReportLoss c -> lose(life, c, context);
            case FindDevice c -> find(life, c, context);
            case RetireDevice c -> retire(life, c, context);
        };
    }

    private static Decision<DeviceLifeEvent, DeviceLifeRefusal> purchase(DeviceLife life, PurchaseDevice c, DeviceContext context) {
        var buyer = blocking(new BoughtByOffice().missing(context.actor().role(), context.rules()));
        if (!buyer.isEmpty()) return refuse(DeviceLifeRefusal.incomplete(buyer));
        if (context.inFuture(c.purchase().on())) return refuse(DeviceLifeRefusal.inFuture(c.purchase().on()));
        var price = c.purchase().priceYuan();
        if (price.isPresent() && !DevicePurchase.isYuan(price.get())) return refuse(notYuan("价格", "The price"));
        return once(new DeviceLifeEvent.DevicePurchased(c.purchase()), life.papers().purchase().equals(Optional.of(c.purchase())));
    }

    private static DeviceLifeRefusal notYuan(String zh, String en) {
        return DeviceLifeRefusal.badFields(zh + "应为元，最多两位小数", en + " is in yuan with at most two decimals, for example 2380.00");
    }

    private static Decision<DeviceLifeEvent, DeviceLifeRefusal> view(DeviceLife life, ViewPurchase c, DeviceContext context) {
        var supervisor = blocking(new PurchaseSupervised().missing(context.actor().role(), context.rules()));
        if (!supervisor.isEmpty()) return refuse(DeviceLifeRefusal.incomplete(supervisor));
        if (life.papers().purchase().isEmpty()) return refuse(DeviceLifeRefusal.notBought());
        if (c.text().isBlank()) return refuse(DeviceLifeRefusal.empty("意见", "the opinion"));
        var view = new DeviceLifeEvent.PurchaseViewed(c.agreed(), c.text(), context.person());
        return once(view, life.papers().view().equals(Optional.of(view)));
    }

    private static Decision<DeviceLifeEvent, DeviceLifeRefusal> acceptance(DeviceLife life, AcceptDevice c, DeviceContext context) {
        if (context.inFuture(c.on())) return refuse(DeviceLifeRefusal.inFuture(c.on()));
        var known = context.law().on(c.on()).elements(POINTS).stream().map(Element::word).toList();
        var seen = new java.util.HashSet<String>();
        for (var point : c.points()) {
            if (!known.isEmpty() && !known.contains(point.point())) return refuse(DeviceLifeRefusal.noSuchPoint(point.point()));
            if (!seen.add(point.point())) return refuse(DeviceLifeRefusal.badFields("项目重复：" + point.point(), point.point() + " stands twice"));
        }
        var accepted = new DeviceLifeEvent.DeviceAccepted(c.on(), c.points(), context.person());
        return once(accepted, life.papers().acceptance().equals(Optional.of(accepted)));
    }

    private static Decision<DeviceLifeEvent, DeviceLifeRefusal> move(DeviceLife life, MoveDevice c, DeviceContext context) {
        if (!context.register().knows(c.unit())) return refuse(DeviceLifeRefusal.noSuchUnit(c.unit()));
        if (life.keeping().unit().equals(c.unit())) return nothing();
        if (c.reason().isBlank()) return refuse(DeviceLifeRefusal.empty("理由", "the reason"));
        return inUse(life, () -> life.keeping().outing()
                .map(outing -> Decision.<DeviceLifeEvent, DeviceLifeRefusal>refuse(DeviceLifeRefusal.stillOut(outing.user())))
                .orElseGet(() -> accept(new DeviceLifeEvent.DeviceMoved(c.unit(), c.reason()))));
    }

    private static Decision<DeviceLifeEvent, DeviceLifeRefusal> assign(DeviceLife life, AssignDevice c, DeviceContext context) {
        var officer = context.register().officer(c.officer());
        if (officer.isEmpty()) return refuse(DeviceLifeRefusal.notAnOfficer());
        if (context.inFuture(c.at())) return refuse(DeviceLifeRefusal.inFuture(c.at()));
        if (life.keeping().manager().equals(Optional.of(c.officer()))) return nothing();
        var earlier = life.keeping().assignments();
        if (!earlier.isEmpty() && c.at().isBefore(earlier.getLast().at())) {
            return refuse(DeviceLifeRefusal.contradictory("早于上一次配发", "it was assigned to somebody else later than that"));
        }
        return inUse(life, () -> accept(new DeviceLifeEvent.DeviceAssigned(officer.get(), c.at())));
    }

    private static Decision<DeviceLifeEvent, DeviceLifeRefusal> checkOut(Registered device, CheckOutDevice c, DeviceContext context) {
        var life = device.life();
        var officer = context.register().officer(c.officer());
        if (officer.isEmpty()) return refuse(DeviceLifeRefusal.notAnOfficer());
        if (context.byOfficer() && !context.person().equals(c.officer())) return refuse(DeviceLifeRefusal.forSelfOnly());
        if (context.inFuture(c.at())) return refuse(DeviceLifeRefusal.inFuture(c.at()));
        if (c.check().filter(DeviceLifeCommand.Looked::impossible).isPresent()) return refuse(noFigure());
        var out = new DeviceLifeEvent.DeviceCheckedOut(officer.get(), c.at(), c.purpose(), c.what().filter(text -> !text.isBlank()),
                c.check().map(looked -> looked.by(context.person(), c.at())));
        var last = life.keeping().outing();
        if (last.filter(outing -> outing.out().equals(out)).isPresent()) return nothing();
        var rules = context.rules(c.at());
        return inUse(life, () -> {
            if (last.isPresent()) {
                return refuse(DeviceLifeRefusal.alreadyOut(last.get().user(), last.get().latest(), CheckOutBlocks.heldByAnother(rules)));
            }
            var before = life.keeping().outings().stream().filter(outing -> outing.back().filter(back -> back.at().isAfter(c.at())).isPresent())
                    .reduce((_, later) -> later);
            if (before.isPresent()) return refuse(DeviceLifeRefusal.wasOut(before.get().user(), CheckOutBlocks.heldByAnother(rules)));
            if (life.health().stopped()) return refuse(DeviceLifeRefusal.stopped(CheckOutBlocks.stopped(rules)));
            var missing = CheckOutBlocks.missing(new CheckOutBlocks.CheckOut(device, c.purpose()), rules);
            return missing.stream().anyMatch(Missing::blocks) ? refuse(DeviceLifeRefusal.incomplete(missing))
                    : new Decision.Accepted<>(taken(out, c, context));
        });
    }

    private static List<DeviceLifeEvent> taken(DeviceLifeEvent.DeviceCheckedOut out, CheckOutDevice c, DeviceContext context) {
        return Stream.concat(Stream.<DeviceLifeEvent>of(out),
                c.wear().map(position -> new DeviceLifeEvent.WearDeclared(position, context.person())).stream()).toList();
    }

    private static DeviceLifeRefusal noFigure() {
        return DeviceLifeRefusal.badFields("电量应为 0 到 100，空间不能是负数，时间偏差不能超过一百年",
                "The battery is 0 to 100, free space is not negative, a clock is off by a century at most");
    }

    private static Decision<DeviceLifeEvent, DeviceLifeRefusal> check(DeviceLife life, CheckDevice c, DeviceContext context) {
        if (context.inFuture(c.at())) return refuse(DeviceLifeRefusal.inFuture(c.at()));
        if (c.check().impossible()) return refuse(noFigure());
        return whileOut(life, outing -> {
            if (context.byOfficer() && !context.person().equals(outing.user().id())) return refuse(DeviceLifeRefusal.forSelfOnly());
            var check = c.check().by(context.person(), c.at());
            return once(new DeviceLifeEvent.UseChecked(check), outing.checks().contains(check));
        });
    }

    private static Decision<DeviceLifeEvent, DeviceLifeRefusal> reassign(DeviceLife life, ReassignDevice c, DeviceContext context) {
        var officer = context.register().officer(c.to());
        if (officer.isEmpty()) return refuse(DeviceLifeRefusal.notAnOfficer());
        if (context.inFuture(c.at())) return refuse(DeviceLifeRefusal.inFuture(c.at()));
        if (c.reason().isBlank()) return refuse(DeviceLifeRefusal.empty("理由", "the reason"));
        return inUse(life, () -> whileOut(life, outing -> {
            if (outing.user().id().equals(c.to())) return nothing();
            if (c.at().isBefore(outing.latest())) {
                return refuse(DeviceLifeRefusal.contradictory("转交早于领用", "it is handed on before it was taken"));
            }
            return accept(new DeviceLifeEvent.DeviceReassigned(officer.get(), c.at(), c.reason(), context.person()));
        }));
    }

    /** Whoever brings it: a device that comes back is never sent away. */
    private static Decision<DeviceLifeEvent, DeviceLifeRefusal> takeBack(DeviceLife life, ReturnDevice c, DeviceContext context) {
        if (!context.register().knows(c.by())) return refuse(DeviceLifeRefusal.noSuchPerson());
        if (context.byOfficer() && !context.person().equals(c.by())) return refuse(DeviceLifeRefusal.forSelfOnly());
        if (context.inFuture(c.at())) return refuse(DeviceLifeRefusal.inFuture(c.at()));
        var returned = new DeviceLifeEvent.DeviceReturned(c.at(), c.by(), c.condition(), c.remark().filter(text -> !text.isBlank()));
        var outings = life.keeping().outings();
        if (!outings.isEmpty() && outings.getLast().back().equals(Optional.of(returned))) return nothing();
        return whileOut(life, outing -> c.at().isBefore(outing.latest())
                ? refuse(DeviceLifeRefusal.contradictory("归还早于领用", "it comes back before it was taken"))
                : accept(returned));
    }

    private static Decision<DeviceLifeEvent, DeviceLifeRefusal> outsideUse(DeviceLife life, NoteOutsideUse c, DeviceContext context) {
        if (c.what().isBlank()) return refuse(DeviceLifeRefusal.empty("使用情况", "what it was used for"));
        if (context.inFuture(c.at())) return refuse(DeviceLifeRefusal.inFuture(c.at()));
        if (c.officer().filter(person -> !context.register().knows(person)).isPresent()) return refuse(DeviceLifeRefusal.noSuchPerson());
        var noted = new DeviceLifeEvent.OutsideUseNoted(c.at(), c.what(), c.officer());
        return once(noted, life.keeping().outsideUses().contains(noted));
    }

    private static Decision<DeviceLifeEvent, DeviceLifeRefusal> fault(DeviceLife life, ReportFault c, DeviceContext context) {
        if (c.what().isBlank()) return refuse(DeviceLifeRefusal.empty("故障情况", "what is wrong with it"));
        for (var at : List.of(c.foundAt(), c.stoppedAt())) {
            if (context.inFuture(at)) return refuse(DeviceLifeRefusal.inFuture(at));
        }
        if (c.stoppedAt().isBefore(c.foundAt())) return refuse(DeviceLifeRefusal.contradictory("停用早于发现故障", "it was stopped before the fault was found"));
        var wrong = c.report().flatMap(report -> wrong(report, c.foundAt(), context));
        if (wrong.isPresent()) return refuse(wrong.get());
        var reported = new DeviceLifeEvent.FaultReported(c.foundAt(), c.stoppedAt(), c.what(), c.cause(), c.report());
        var known = life.health().faults().stream().anyMatch(fault -> fault.found().equals(reported));
        return inUse(life, Set.of(DeviceStatus.IN_REPAIR), () -> once(reported, known));
    }

    private static Optional<DeviceLifeRefusal> wrong(LeaderReport report, Instant since, DeviceContext context) {
        if (!context.register().knows(report.to())) return Optional.of(DeviceLifeRefusal.noSuchPerson());
        if (context.inFuture(report.at())) return Optional.of(DeviceLifeRefusal.inFuture(report.at()));
        return report.at().isBefore(since)
                ? Optional.of(DeviceLifeRefusal.contradictory("报告早于发生的时间", "it was reported before it happened"))
                : Optional.empty();
    }

    private static Decision<DeviceLifeEvent, DeviceLifeRefusal> tell(DeviceLife life, TellOfFault c, DeviceContext context) {
        if (life.health().faults().isEmpty()) return refuse(DeviceLifeRefusal.notFaulty());
        var last = life.health().faults().getLast();
        var wrong = wrong(c.report(), last.found().foundAt(), context);
        if (wrong.isPresent()) return refuse(wrong.get());
        return once(new DeviceLifeEvent.FaultTold(c.report()), last.report().equals(Optional.of(c.report())));
    }

    private static Decision<DeviceLifeEvent, DeviceLifeRefusal> sendAway(DeviceLife life, SendForRepair c, DeviceContext context) {
        if (c.firm().isBlank()) return refuse(DeviceLifeRefusal.empty("维修单位", "who repairs it"));
        if (context.inFuture(c.on())) return refuse(DeviceLifeRefusal.inFuture(c.on()));
        var sent = new DeviceLifeEvent.SentForRepair(c.on(), c.firm());
        if (life.health().away().equals(Optional.of(sent))) return nothing();
        return inUse(life, () -> life.keeping().outing()
                .map(outing -> Decision.<DeviceLifeEvent, DeviceLifeRefusal>refuse(DeviceLifeRefusal.stillOut(outing.user())))
                .orElseGet(() -> accept(sent)));
    }

    /** However it was done: who opens a device himself has done it, and it is a finding. */
    private static Decision<DeviceLifeEvent, DeviceLifeRefusal> repair(DeviceLife life, RepairDevice c, DeviceContext context) {
        if (c.by().isBlank()) return refuse(DeviceLifeRefusal.empty("维修人", "who repaired it"));
        if (c.what().isBlank()) return refuse(DeviceLifeRefusal.empty("维修情况", "what was done"));
        if (context.inFuture(c.on())) return refuse(DeviceLifeRefusal.inFuture(c.on()));
        if (life.health().away().filter(sent -> c.on().isBefore(sent.on())).isPresent()) {
            return refuse(DeviceLifeRefusal.contradictory("修复早于送修", "it was repaired before it was sent away"));
        }
        if (c.costYuan().isPresent() && !DevicePurchase.isYuan(c.costYuan().get())) return refuse(notYuan("费用", "The cost"));
        var repaired = new DeviceLifeEvent.DeviceRepaired(c.kind(), c.by(), c.on(), c.working(), c.what(), c.costYuan());
        var repairs = life.health().repairs();
        if (!repairs.isEmpty() && repairs.getLast().equals(repaired) && life.health().away().isEmpty()) return nothing();
        return inUse(life, Set.of(DeviceStatus.IN_REPAIR), () -> accept(repaired));
    }

    private static Decision<DeviceLifeEvent, DeviceLifeRefusal> maintain(DeviceLife life, MaintainDevice c, DeviceContext context) {
        if (c.what().isBlank()) return refuse(DeviceLifeRefusal.empty("保养内容", "what was done"));
        if (context.inFuture(c.on())) return refuse(DeviceLifeRefusal.inFuture(c.on()));
        var user = blocking(new MaintainedByUsers().missing(context.actor().role(), context.rules()));
        if (!user.isEmpty()) return refuse(DeviceLifeRefusal.incomplete(user));
        var maintained = new DeviceLifeEvent.DeviceMaintained(c.on(), c.what(), context.person());
        return inUse(life, Set.of(DeviceStatus.IN_REPAIR), () -> life.health().maintenance().contains(maintained)
                ? nothing()
                : new Decision.Accepted<>(serviced(life, maintained, context)));
    }

    /** Who is named is known now only; whether that matters is the law's. */
    private static List<DeviceLifeEvent> serviced(DeviceLife life, DeviceLifeEvent.DeviceMaintained maintained, DeviceContext context) {
        var named = context.register().custodiansOfDevices(life.keeping().unit());
        return named.contains(maintained.by()) || context.rules().word(MAINTAINED_BY).isEmpty()
                ? List.of(maintained)
                : List.of(maintained, new DeviceLifeEvent.ServicedByOther(maintained.on(), maintained.by(), named));
    }

    private static Decision<DeviceLifeEvent, DeviceLifeRefusal> remark(DeviceLife life, RemarkQuality c, DeviceContext context) {
        var supervisor = blocking(new QualitySupervised().missing(context.actor().role(), context.rules()));
        if (!supervisor.isEmpty()) return refuse(DeviceLifeRefusal.incomplete(supervisor));
        if (c.text().isBlank()) return refuse(DeviceLifeRefusal.empty("质量意见", "the remark"));
        if (context.inFuture(c.on())) return refuse(DeviceLifeRefusal.inFuture(c.on()));
        var remarked = new DeviceLifeEvent.QualityRemarked(c.on(), c.text(), context.person());
        return once(remarked, life.remarks().quality().contains(remarked));
    }

    private static List<Missing> blocking(List<Missing> missing) {
        return missing.stream().filter(Missing::blocks).toList();
    }

    private static Decision<DeviceLifeEvent, DeviceLifeRefusal> lose(DeviceLife life, ReportLoss c, DeviceContext context) {
        if (c.circumstances().isBlank()) return refuse(DeviceLifeRefusal.empty("经过", "how it happened"));
        if (context.inFuture(c.at())) return refuse(DeviceLifeRefusal.inFuture(c.at()));
        var wrong = c.report().flatMap(report -> wrong(report, c.at(), context));
        if (wrong.isPresent()) return refuse(wrong.get());
        var lost = new DeviceLifeEvent.DeviceLost(c.kind(), c.at(), c.place(), c.circumstances(), c.unstored(), c.report());
        if (life.health().retired().isPresent()) return refuse(DeviceLifeRefusal.retired());
        return once(lost, life.health().lost().equals(Optional.of(lost)));
    }

    private static Decision<DeviceLifeEvent, DeviceLifeRefusal> find(DeviceLife life, FindDevice c, DeviceContext context) {
        if (life.health().lost().isEmpty()) return refuse(DeviceLifeRefusal.notLost());
        if (context.inFuture(c.at())) return refuse(DeviceLifeRefusal.inFuture(c.at()));
        if (c.at().isBefore(life.health().lost().get().at())) {
            return refuse(DeviceLifeRefusal.contradictory("找回早于遗失", "it was found before it was lost"));
        }
        return accept(new DeviceLifeEvent.DeviceFound(c.at(), c.circumstances()));
    }

    private static Decision<DeviceLifeEvent, DeviceLifeRefusal> retire(DeviceLife life, RetireDevice c, DeviceContext context) {
        if (c.reason().isBlank()) return refuse(DeviceLifeRefusal.empty("理由", "the reason"));
        if (context.inFuture(c.on())) return refuse(DeviceLifeRefusal.inFuture(c.on()));
        var retired = new DeviceLifeEvent.DeviceRetired(c.on(), c.reason(), context.person());
        if (life.health().retired().equals(Optional.of(retired))) return nothing();
        if (life.health().retired().isPresent()) return refuse(DeviceLifeRefusal.retired());
        var held = life.keeping().outing().filter(_ -> life.health().lost().isEmpty()).map(Outing::user);
        return held.isPresent() ? refuse(DeviceLifeRefusal.stillOut(held.get())) : accept(retired);
    }

    private static Decision<DeviceLifeEvent, DeviceLifeRefusal> inUse(
            DeviceLife life, Supplier<Decision<DeviceLifeEvent, DeviceLifeRefusal>> then) {
        return inUse(life, Set.of(), then);
    }

    /** Unless it is gone: retired, lost, or away for repair where that matters. */
    private static Decision<DeviceLifeEvent, DeviceLifeRefusal> inUse(
            DeviceLife life, Set<DeviceStatus> allowed, Supplier<Decision<DeviceLifeEvent, DeviceLifeRefusal>> then) {
        var status = life.status();
        if (allowed.contains(status)) return then.get();
        return switch (status) {
            case RETIRED -> refuse(DeviceLifeRefusal.retired());
            case LOST -> refuse(DeviceLifeRefusal.lost());
            case IN_REPAIR -> refuse(DeviceLifeRefusal.away(life.health().away().orElseThrow().firm()));
            case STOPPED, OUT, AVAILABLE -> then.get();
        };
    }

    private static Decision<DeviceLifeEvent, DeviceLifeRefusal> whileOut(
            DeviceLife life, java.util.function.Function<Outing, Decision<DeviceLifeEvent, DeviceLifeRefusal>> then) {
        return life.keeping().outing().map(then).orElseGet(() -> refuse(DeviceLifeRefusal.notOut()));
    }

    private static Decision<DeviceLifeEvent, DeviceLifeRefusal> once(DeviceLifeEvent event, boolean known) {
        return known ? nothing() : accept(event);
    }
}
