package org.liuhen.core.devices.rules;

import java.util.List;
import java.util.stream.Stream;
import org.liuhen.core.devices.DeviceState.Registered;
import org.liuhen.core.devices.UsePurpose;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;

/** What an article wants before a device goes out. Nothing else in the life of a device is ever refused by an article. */
public final class CheckOutBlocks {

    private static final List<Requirement<CheckOut>> ALL = List.of(new AllowedUse(), new ManagedByOne());

    private CheckOutBlocks() {}

    /** A device that somebody wants to take out, and what for. */
    public record CheckOut(Registered device, UsePurpose purpose) {}

    /** Each with its way out; empty when nothing is missing. */
    public static List<Missing> missing(CheckOut wanted, Rules rules) {
        return ALL.stream().flatMap(requirement -> requirement.missing(wanted, rules).stream()).toList();
    }

    /** The article by which one person answers for a device at a time; empty where none does. */
    public static List<Missing> heldByAnother(Rules rules) {
        return AnsweredForByUser.missing(rules).stream().toList();
    }

    /** The article by which a faulty device is not used; empty where none says so. */
    public static List<Missing> stopped(Rules rules) {
        return Stream.of(StoppedAtOnce.missing(rules)).flatMap(java.util.Optional::stream).toList();
    }
}
