package org.liuhen.core.agencies;

/** What can be asked of an agency's register. Entering the same facts again does nothing. */
public sealed interface AgencyCommand {

    /** Begin the register. */
    record RegisterAgency(AgencyEvent.AgencyRegistered facts) implements AgencyCommand {}

    /** Enter a unit. */
    record RegisterUnit(AgencyEvent.UnitRegistered facts) implements AgencyCommand {}

    /** Enter a person. */
    record RegisterPerson(AgencyEvent.PersonRegistered facts) implements AgencyCommand {}

    /** Give a person a role. */
    record GrantRole(AgencyEvent.RoleGranted facts) implements AgencyCommand {}

    /** Enter a station. */
    record RegisterStation(AgencyEvent.StationRegistered facts) implements AgencyCommand {}

    /** Sign the ledger with these keys from now on. */
    record AdoptLedgerKeys(AgencyEvent.LedgerKeyAdopted facts) implements AgencyCommand {}

    /** Close the ledger and go on in a new one. */
    record OpenOrigin(AgencyEvent.OriginOpened facts) implements AgencyCommand {}
}
