package org.liuhen.core.agencies;

import java.util.Set;
import org.liuhen.core.law.Key;
import org.liuhen.core.values.Digest;

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

    /** A station tells the key that it signs with. */
    record RegisterStationKey(AgencyEvent.StationKeyRegistered facts) implements AgencyCommand {}

    /** Sign the ledger with these keys from now on. */
    record AdoptLedgerKeys(AgencyEvent.LedgerKeyAdopted facts) implements AgencyCommand {}

    /** Enter a certificate. */
    record RegisterCertificate(AgencyEvent.CertificateRegistered facts) implements AgencyCommand {}

    /** Let a person hold another's role for some time. */
    record NameDeputy(AgencyEvent.DeputyNamed facts) implements AgencyCommand {}

    /** Take a role from a person. */
    record EndRole(AgencyEvent.RoleEnded facts) implements AgencyCommand {}

    /** Enter a written entrustment. */
    record RegisterEntrustment(AgencyEvent.EntrustmentRegistered facts) implements AgencyCommand {}

    /** Work by a profile from a day on. */
    record AdoptProfile(AgencyEvent.ProfileAdopted facts, Offered offered) implements AgencyCommand {}

    /** Say how busy a unit is. */
    record ClassWorkload(AgencyEvent.WorkloadClassed facts) implements AgencyCommand {}

    /** Confirm a version of the guide to what is said on site. */
    record IssuePhraseGuide(AgencyEvent.PhraseGuideIssued facts) implements AgencyCommand {}

    /** Name a custodian of a unit. */
    record NameCustodian(AgencyEvent.CustodianNamed facts) implements AgencyCommand {}

    /**
     * The profile that the program has for the agency.
     *
     * @param needsActivation whether entries begin on the day of activation
     * @param proposed keys that the product answers, and not a text of the agency
     */
    record Offered(Digest digest, boolean needsActivation, Set<Key> proposed) {
        public Offered {
            proposed = Set.copyOf(proposed);
        }
    }
    /** Close the ledger and go on in a new one. */
    record OpenOrigin(AgencyEvent.OriginOpened facts) implements AgencyCommand {}
}
