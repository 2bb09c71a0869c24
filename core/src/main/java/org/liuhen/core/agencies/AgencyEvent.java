package org.liuhen.core.agencies;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.law.Key;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Role;
import org.liuhen.core.values.StationId;
import org.liuhen.core.values.UnitCode;
import org.liuhen.core.values.Workload;

/** Events of an agency's register. docs/formats.md, section 2.4. */
public sealed interface AgencyEvent extends Event {

    /**
     * The agency (执法机关) is in the register, and so is its ledger.
     *
     * @param superior the name of the superior agency (上级行政机关)
     * @param origin of the agency's ledger, for ever
     */
    record AgencyRegistered(AgencyCode code, String name, Optional<String> superior, String origin) implements AgencyEvent {}

    /** A unit (执法机构) is in the register. */
    record UnitRegistered(UnitCode code, String name, UnitKind kind) implements AgencyEvent {}

    /**
     * A person is in the register.
     *
     * @param username unique in the installation
     * @param certificate 执法证号
     */
    record PersonRegistered(PersonId person, String username, String name, Optional<String> certificate, Optional<UnitCode> unit)
            implements AgencyEvent {}

    /**
     * A person has a role.
     *
     * @param from the first legal day
     * @param to the last legal day; open when absent
     */
    record RoleGranted(PersonId person, Role role, LocalDate from, Optional<LocalDate> to) implements AgencyEvent {}

    /** A collection station (采集站) is in the register. */
    record StationRegistered(StationId station, String number, String name, UnitCode unit) implements AgencyEvent {}

    /**
     * A station signs its own receipts with this key, for as long as it is in the register.
     *
     * @param vkey the verifier-key line
     */
    record StationKeyRegistered(StationId station, String vkey) implements AgencyEvent {}

    /**
     * The ledger is signed with these keys.
     *
     * @param keys verifier-key lines, all that are in use from now on
     */
    record LedgerKeyAdopted(List<String> keys, KeyReason reason, Instant from) implements AgencyEvent {
        public LedgerKeyAdopted {
            keys = List.copyOf(keys);
        }
    }

    /**
     * A person has an enforcement certificate (执法证). Of several, the one entered last counts once it has begun.
     *
     * @param from the first day it is valid
     * @param to the last day it is valid
     */
    record CertificateRegistered(PersonId person, String number, LocalDate from, LocalDate to) implements AgencyEvent {}

    /**
     * A person holds the role of another between two days.
     *
     * @param of whose role it is
     * @param to the last legal day; open when absent
     */
    record DeputyNamed(PersonId person, Role role, PersonId of, LocalDate from, Optional<LocalDate> to) implements AgencyEvent {}

    /**
     * A person no longer has a role, neither as his own nor as a deputy. What begins later is another grant.
     *
     * @param on the last legal day on which he has it
     */
    record RoleEnded(PersonId person, Role role, LocalDate on) implements AgencyEvent {}

    /**
     * A body acts for the agency under a written entrustment (委托执法).
     *
     * @param unit under which the body stands in the register
     * @param body its name
     * @param document the written entrustment, by number or title
     */
    record EntrustmentRegistered(UnitCode unit, String body, String document, LocalDate from, LocalDate to)
            implements AgencyEvent {}

    /**
     * The agency works by this version of its profile.
     *
     * @param digest of the profile, docs/formats.md, section 9
     * @param from the first legal day
     * @param activation first day of the entries whose text does not print it
     * @param by who decided it for the agency
     * @param confirmations of values that the product proposes
     */
    record ProfileAdopted(
            Digest digest, LocalDate from, Optional<LocalDate> activation, PersonId by, List<Confirmation> confirmations)
            implements AgencyEvent {
        public ProfileAdopted {
            confirmations = List.copyOf(confirmations);
        }
    }

    /** The legal section accepted a value that no text of the agency states. */
    record Confirmation(Key key, PersonId by, LocalDate on) {}

    /**
     * The agency says how busy a unit is (任务量); the newest entry that has begun counts.
     *
     * @param from the first legal day
     */
    record WorkloadClassed(UnitCode unit, Workload workload, LocalDate from) implements AgencyEvent {}

    /**
     * The agency's guide to what is said on site (用语指引) is this from a day on. The last one that has begun counts.
     *
     * @param number of the version, from 1 on without a hole
     * @param from the first legal day
     * @param by who confirmed it for the agency
     */
    record PhraseGuideIssued(int number, LocalDate from, PersonId by, List<Phrase> phrases) implements AgencyEvent {
        public PhraseGuideIssued {
            phrases = List.copyOf(phrases);
        }
    }

    /**
     * What an officer says.
     *
     * @param step when: a word of law/phrases.yaml
     * @param acts of law/items.yaml in which it is said; none: in all
     */
    record Phrase(String step, List<String> acts, String text) {
        public Phrase {
            acts = List.copyOf(acts);
        }
    }

    /**
     * A unit's custodian (保管人) is named.
     *
     * @param deputy who stands in
     * @param to the last legal day; open when absent
     */
    record CustodianNamed(
            UnitCode unit, PersonId person, CustodyKind kind, Optional<PersonId> deputy, LocalDate from, Optional<LocalDate> to)
            implements AgencyEvent {}

    /**
     * The ledgers before were closed and this one begins; the first leaf of it.
     *
     * @param origin of the ledger that begins
     * @param closed every ledger before it, oldest first
     * @param ground why
     * @param openedBy the name of who had it done
     */
    record OriginOpened(String origin, List<ClosedLog> closed, String ground, String openedBy) implements AgencyEvent {
        public OriginOpened {
            if (closed.isEmpty()) throw new IllegalArgumentException("a first ledger closes none");
            closed = List.copyOf(closed);
        }
    }
}
