package org.liuhen.core.devices;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.devices.DeviceLifeEvent.DeviceAccepted;
import org.liuhen.core.devices.DeviceLifeEvent.DeviceAssigned;
import org.liuhen.core.devices.DeviceLifeEvent.DeviceCheckedOut;
import org.liuhen.core.devices.DeviceLifeEvent.DeviceLost;
import org.liuhen.core.devices.DeviceLifeEvent.DeviceMaintained;
import org.liuhen.core.devices.DeviceLifeEvent.DeviceReassigned;
import org.liuhen.core.devices.DeviceLifeEvent.DeviceRepaired;
import org.liuhen.core.devices.DeviceLifeEvent.DeviceRetired;
import org.liuhen.core.devices.DeviceLifeEvent.DeviceReturned;
import org.liuhen.core.devices.DeviceLifeEvent.MemorySeen;
import org.liuhen.core.devices.DeviceLifeEvent.OutsideUseNoted;
import org.liuhen.core.devices.DeviceLifeEvent.PurchaseViewed;
import org.liuhen.core.devices.DeviceLifeEvent.QualityRemarked;
import org.liuhen.core.devices.DeviceLifeEvent.SentForRepair;
import org.liuhen.core.devices.DeviceLifeEvent.ServicedByOther;
import org.liuhen.core.devices.DeviceLifeEvent.UsesCompared;
import org.liuhen.core.devices.DeviceLifeEvent.WearDeclared;
import org.liuhen.core.values.Delay;
import org.liuhen.core.values.DelayKind;
import org.liuhen.core.values.Officer;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.UnitCode;

/** What is known of a device's life. */
public record DeviceLife(Papers papers, Keeping keeping, Health health, Remarks remarks) {

    /** What was written down of it as a thing. */
    public record Papers(
            Optional<DeviceDescription> description, Optional<DevicePurchase> purchase, Optional<PurchaseViewed> view,
            Optional<DeviceAccepted> acceptance) {}

    /**
     * Who has it.
     *
     * @param registered whose it was when it was entered
     * @param assignments to whom it was given later to manage, the last one counts
     * @param outings in the order in which they were entered
     * @param delays why what was recorded comes later, in the order in which that was said
     */
    public record Keeping(
            UnitCode unit, Optional<PersonId> registered, List<DeviceAssigned> assignments, List<Outing> outings,
            List<OutsideUseNoted> outsideUses, List<Delay> delays) {
        public Keeping {
            delays = List.copyOf(delays);
            assignments = List.copyOf(assignments);
            outings = List.copyOf(outings);
            outsideUses = List.copyOf(outsideUses);
        }

        /** Who manages it (定人管理). */
        public Optional<PersonId> manager() {
            return assignments.isEmpty() ? registered : Optional.of(assignments.getLast().officer().id());
        }

        /** The outing that it has not come back from. */
        public Optional<Outing> outing() {
            return outings.isEmpty() ? Optional.empty() : Optional.of(outings.getLast()).filter(last -> last.back().isEmpty());
        }
    }

    /** What was said last of one time out, of that kind. */
    public Optional<Delay> delay(Outing outing, DelayKind kind) {
        return keeping.delays().stream().filter(delay -> delay.kind() == kind && delay.from().equals(outing.out().at()))
                .reduce((_, later) -> later);
    }

    /** One time out, from one check-out to its return. */
    public record Outing(
            DeviceCheckedOut out, Optional<WearDeclared> worn, List<PreUseCheck> checks, List<DeviceReassigned> handed,
            Optional<DeviceReturned> back) {
        public Outing {
            checks = List.copyOf(checks);
            handed = List.copyOf(handed);
        }

        static Outing begun(DeviceCheckedOut out) {
            return new Outing(out, Optional.empty(), out.check().stream().toList(), List.of(), Optional.empty());
        }

        /** Who had it last. */
        public Officer user() {
            return handed.isEmpty() ? out.officer() : handed.getLast().to();
        }

        /** Who had it at a moment between check-out and return. */
        public Optional<Officer> userAt(Instant moment) {
            if (moment.isBefore(out.at()) || back.filter(returned -> !moment.isBefore(returned.at())).isPresent()) return Optional.empty();
            return handed.stream().filter(to -> !to.at().isAfter(moment)).reduce((_, later) -> later).map(DeviceReassigned::to)
                    .or(() -> Optional.of(out.officer()));
        }

        /** The last thing that was entered of it. */
        Instant latest() {
            return handed.isEmpty() ? out.at() : handed.getLast().at();
        }
    }

    /** A fault, and whether a leader was told. */
    public record Fault(DeviceLifeEvent.FaultReported found, Optional<LeaderReport> report) {}

    /**
     * Whether it works.
     *
     * @param stopped because of a fault that nobody has mended
     * @param away since it was sent for repair
     */
    public record Health(
            List<Fault> faults, boolean stopped, Optional<SentForRepair> away, List<DeviceRepaired> repairs,
            List<DeviceMaintained> maintenance, Optional<DeviceLost> lost, Optional<DeviceRetired> retired) {
        public Health {
            faults = List.copyOf(faults);
            repairs = List.copyOf(repairs);
            maintenance = List.copyOf(maintenance);
        }
    }

    /**
     * What was remarked and compared.
     *
     * @param quality on the product
     * @param servicedByOthers than the unit has named
     * @param uses as compared last
     * @param memory as seen last
     */
    public record Remarks(
            List<QualityRemarked> quality, List<ServicedByOther> servicedByOthers, UsesCompared uses, Optional<MemorySeen> memory) {
        public Remarks {
            quality = List.copyOf(quality);
            servicedByOthers = List.copyOf(servicedByOthers);
        }

        static Remarks none() {
            return new Remarks(List.of(), List.of(), new UsesCompared(List.of(), 0, List.of()), Optional.empty());
        }
    }

    static DeviceLife begun(DeviceEvent.DeviceRegistered facts) {
        return new DeviceLife(
                new Papers(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                new Keeping(facts.unit(), facts.officer(), List.of(), List.of(), List.of(), List.of()),
                new Health(List.of(), false, Optional.empty(), List.of(), List.of(), Optional.empty(), Optional.empty()),
                Remarks.none());
    }

    /** Where it is in its life. A device that is out and stopped is stopped. */
    public DeviceStatus status() {
        if (health.retired().isPresent()) return DeviceStatus.RETIRED;
        if (health.lost().isPresent()) return DeviceStatus.LOST;
        if (health.away().isPresent()) return DeviceStatus.IN_REPAIR;
        if (health.stopped()) return DeviceStatus.STOPPED;
        return keeping.outing().isPresent() ? DeviceStatus.OUT : DeviceStatus.AVAILABLE;
    }

    /** Who answers for it at a moment (谁使用、谁保管、谁负责): whoever had it out then. Its manager where nobody had. */
    public Optional<PersonId> responsible(Instant moment) {
        var user = keeping.outings().stream().flatMap(outing -> outing.userAt(moment).stream()).reduce((_, later) -> later);
        if (user.isPresent()) return user.map(Officer::id);
        return keeping.assignments().stream().filter(assigned -> !assigned.at().isAfter(moment)).reduce((_, later) -> later)
                .map(assigned -> assigned.officer().id()).or(keeping::registered);
    }

    /** The state of its life after one more event. */
    DeviceLife with(DeviceLifeEvent event) {
        return switch (event) {
            case DeviceLifeEvent.DeviceDescribed e -> with(new Papers(Optional.of(e.description()), papers.purchase(), papers.view(),
                    papers.acceptance()));
            case DeviceLifeEvent.DevicePurchased e -> with(new Papers(papers.description(), Optional.of(e.purchase()), papers.view(),
                    papers.acceptance()));
            case PurchaseViewed e -> with(new Papers(papers.description(), papers.purchase(), Optional.of(e), papers.acceptance()));
            case DeviceAccepted e -> with(new Papers(papers.description(), papers.purchase(), papers.view(), Optional.of(e)));
            case DeviceLifeEvent.DeviceMoved e -> with(kept(e.unit(), keeping.assignments(), keeping.outings(), keeping.outsideUses()));
            case DeviceAssigned e -> with(kept(keeping.unit(), and(keeping.assignments(), e), keeping.outings(), keeping.outsideUses()));
            case DeviceCheckedOut e -> with(kept(keeping.unit(), keeping.assignments(), and(keeping.outings(), Outing.begun(e)),
                    keeping.outsideUses()));
            case DeviceLifeEvent.UseChecked e -> last(outing -> new Outing(outing.out(), outing.worn(), and(outing.checks(), e.check()), outing.handed(),
                    outing.back()));
            case WearDeclared e -> last(outing -> new Outing(outing.out(), Optional.of(e), outing.checks(), outing.handed(), outing.back()));
            case DeviceReassigned e -> last(outing -> new Outing(outing.out(), outing.worn(), outing.checks(), and(outing.handed(), e), outing.back()));
            case DeviceReturned e -> last(outing -> new Outing(outing.out(), outing.worn(), outing.checks(), outing.handed(), Optional.of(e)))
                    .ended(e.at());
            case DeviceLifeEvent.DelayStated e -> with(delayed(and(keeping.delays(), e.delay())));
            case DeviceLifeEvent.ReturnEntered e -> with(delayed(lastExcepted(delay -> delay.returned(e.returnedAt()))));
            case OutsideUseNoted e -> with(kept(keeping.unit(), keeping.assignments(), keeping.outings(), and(keeping.outsideUses(), e)));
            case DeviceLifeEvent.FaultReported _, DeviceLifeEvent.FaultTold _, SentForRepair _, DeviceRepaired _, DeviceMaintained _,
                    DeviceLost _, DeviceLifeEvent.DeviceFound _, DeviceRetired _ -> new DeviceLife(papers, keeping, healed(event), remarks);
            case QualityRemarked e -> with(new Remarks(and(remarks.quality(), e), remarks.servicedByOthers(), remarks.uses(), remarks.memory()));
            case ServicedByOther e -> with(new Remarks(remarks.quality(), and(remarks.servicedByOthers(), e), remarks.uses(), remarks.memory()));
            case UsesCompared e -> with(new Remarks(remarks.quality(), remarks.servicedByOthers(), e, remarks.memory()));
            case MemorySeen e -> with(new Remarks(remarks.quality(), remarks.servicedByOthers(), remarks.uses(), Optional.of(e)));
        };
    }

    private Health healed(DeviceLifeEvent event) {
        var h = health;
        return switch (event) {
            case DeviceLifeEvent.FaultReported e -> new Health(and(h.faults(), new Fault(e, e.report())), true, h.away(), h.repairs(),
                    h.maintenance(), h.lost(), h.retired());
            case DeviceLifeEvent.FaultTold e -> new Health(told(e.report()), h.stopped(), h.away(), h.repairs(), h.maintenance(), h.lost(),
                    h.retired());
            case SentForRepair e -> new Health(h.faults(), true, Optional.of(e), h.repairs(), h.maintenance(), h.lost(), h.retired());
            case DeviceRepaired e -> new Health(h.faults(), !e.working(), Optional.empty(), and(h.repairs(), e), h.maintenance(), h.lost(),
                    h.retired());
            case DeviceMaintained e -> new Health(h.faults(), h.stopped(), h.away(), h.repairs(), and(h.maintenance(), e), h.lost(),
                    h.retired());
            case DeviceLost e -> new Health(h.faults(), h.stopped(), h.away(), h.repairs(), h.maintenance(), Optional.of(e), h.retired());
            case DeviceLifeEvent.DeviceFound _ -> new Health(h.faults(), h.stopped(), h.away(), h.repairs(), h.maintenance(),
                    Optional.empty(), h.retired());
            case DeviceRetired e -> new Health(h.faults(), h.stopped(), h.away(), h.repairs(), h.maintenance(), h.lost(), Optional.of(e));
            case DeviceLifeEvent.DeviceDescribed _, DeviceLifeEvent.DevicePurchased _, PurchaseViewed _, DeviceAccepted _,
                    DeviceLifeEvent.DeviceMoved _, DeviceAssigned _, DeviceCheckedOut _, WearDeclared _, DeviceLifeEvent.UseChecked _, DeviceReassigned _,
                    DeviceReturned _, OutsideUseNoted _, DeviceLifeEvent.DelayStated _, DeviceLifeEvent.ReturnEntered _,
                    QualityRemarked _, ServicedByOther _, UsesCompared _, MemorySeen _ -> throw new IllegalArgumentException("not of its health: " + event);
        };
    }

    /** The last fault is not known any more where its payload was destroyed. */
    private List<Fault> told(LeaderReport report) {
        if (health.faults().isEmpty()) return List.of();
        var faults = new ArrayList<>(health.faults());
        faults.set(faults.size() - 1, new Fault(faults.getLast().found(), Optional.of(report)));
        return faults;
    }

    /** Changes the last outing; without one only where its payload was destroyed. */
    private DeviceLife last(java.util.function.UnaryOperator<Outing> change) {
        if (keeping.outing().isEmpty()) return this;
        var outings = new ArrayList<>(keeping.outings());
        outings.set(outings.size() - 1, change.apply(outings.getLast()));
        return with(kept(keeping.unit(), keeping.assignments(), outings, keeping.outsideUses()));
    }

    /** What was said ends with the time out. */
    private DeviceLife ended(Instant back) {
        return with(delayed(keeping.delays().stream().map(delay -> delay.back(back)).toList()));
    }

    /** The last exception, changed; unknown only where its payload was destroyed. */
    private List<Delay> lastExcepted(java.util.function.UnaryOperator<Delay> change) {
        var delays = new ArrayList<>(keeping.delays());
        for (var i = delays.size() - 1; i >= 0; i--) {
            if (delays.get(i).kind() != DelayKind.EXCEPTION) continue;
            delays.set(i, change.apply(delays.get(i)));
            break;
        }
        return delays;
    }

    private Keeping delayed(List<Delay> delays) {
        return new Keeping(keeping.unit(), keeping.registered(), keeping.assignments(), keeping.outings(), keeping.outsideUses(), delays);
    }

    private Keeping kept(UnitCode unit, List<DeviceAssigned> assignments, List<Outing> outings, List<OutsideUseNoted> outsideUses) {
        return new Keeping(unit, keeping.registered(), assignments, outings, outsideUses, keeping.delays());
    }

    private DeviceLife with(Papers next) {
        return new DeviceLife(next, keeping, health, remarks);
    }

    private DeviceLife with(Keeping next) {
        return new DeviceLife(papers, next, health, remarks);
    }

    private DeviceLife with(Remarks next) {
        return new DeviceLife(papers, keeping, health, next);
    }

    private static <T> List<T> and(List<T> list, T next) {
        var all = new ArrayList<>(list);
        all.add(next);
        return all;
    }
}
