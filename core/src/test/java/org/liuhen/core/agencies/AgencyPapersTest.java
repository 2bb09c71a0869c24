package org.liuhen.core.agencies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.liuhen.core.agencies.AgencyCommand.AdoptProfile;
import org.liuhen.core.agencies.AgencyCommand.EndRole;
import org.liuhen.core.agencies.AgencyCommand.GrantRole;
import org.liuhen.core.agencies.AgencyCommand.NameCustodian;
import org.liuhen.core.agencies.AgencyCommand.NameDeputy;
import org.liuhen.core.agencies.AgencyCommand.Offered;
import org.liuhen.core.agencies.AgencyCommand.RegisterCertificate;
import org.liuhen.core.agencies.AgencyCommand.RegisterEntrustment;
import org.liuhen.core.agencies.AgencyEvent.AgencyRegistered;
import org.liuhen.core.agencies.AgencyEvent.CertificateRegistered;
import org.liuhen.core.agencies.AgencyEvent.Confirmation;
import org.liuhen.core.agencies.AgencyEvent.CustodianNamed;
import org.liuhen.core.agencies.AgencyEvent.DeputyNamed;
import org.liuhen.core.agencies.AgencyEvent.EntrustmentRegistered;
import org.liuhen.core.agencies.AgencyEvent.PersonRegistered;
import org.liuhen.core.agencies.AgencyEvent.ProfileAdopted;
import org.liuhen.core.agencies.AgencyEvent.RoleEnded;
import org.liuhen.core.agencies.AgencyEvent.RoleGranted;
import org.liuhen.core.agencies.AgencyEvent.UnitRegistered;
import org.liuhen.core.agencies.AgencyRefusal.Entry;
import org.liuhen.core.law.Key;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.Fact;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Role;
import org.liuhen.core.values.UnitCode;
import org.liuhen.core.values.Workload;

/** Certificates, deputies, ended roles, custodians, entrusted bodies and the adopted profile. */
class AgencyPapersTest {

    private static final UnitCode ZD = new UnitCode("zd");
    private static final PersonId HEAD = new PersonId(new UUID(0, 1));
    private static final PersonId DEPUTY = new PersonId(new UUID(0, 2));
    private static final PersonId STRANGER = new PersonId(new UUID(0, 9));
    private static final RoleGranted LEADS = granted(HEAD, Role.PERSON_IN_CHARGE, "2026-01-01");
    private static final Digest DIGEST = Digest.sha256(new byte[32]);
    private static final Key PROPOSED = new Key("storage.classificationKeys");
    private static final Offered OFFERED = new Offered(DIGEST, true, Set.of(PROPOSED));

    private static final Fact[] AGENCY = {
        new AgencyRegistered(new AgencyCode("LX"), "街道办事处", Optional.empty(), "x/LX"),
        new UnitRegistered(ZD, "受委托中队", UnitKind.BRIGADE),
        new PersonRegistered(HEAD, "lx.head", "邓超", Optional.of("0801"), Optional.of(ZD)),
        new PersonRegistered(DEPUTY, "lx.deputy", "姚远", Optional.empty(), Optional.of(ZD))
    };

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static RoleGranted granted(PersonId person, Role role, String from) {
        return new RoleGranted(person, role, day(from), Optional.empty());
    }

    private static DeputyNamed deputy(PersonId person, Role role, String from, String to) {
        return new DeputyNamed(person, role, HEAD, day(from), Optional.of(day(to)));
    }

    private static CertificateRegistered certificate(PersonId person, String number, String from, String to) {
        return new CertificateRegistered(person, number, day(from), day(to));
    }

    private static ProfileAdopted adopted(Digest digest, String from, Optional<LocalDate> activation, Confirmation... confirmations) {
        return new ProfileAdopted(digest, day(from), activation, HEAD, List.of(confirmations));
    }

    private static AgencyState given(Fact... more) {
        AgencyState state = new AgencyState.Absent();
        for (var fact : AGENCY) state = Agencies.evolve(state, fact);
        for (var fact : more) state = Agencies.evolve(state, fact);
        return state;
    }

    private static void accepted(AgencyState state, AgencyCommand command, AgencyEvent... events) {
        assertEquals(new Decision.Accepted<AgencyEvent, AgencyRefusal>(List.of(events)), Agencies.decide(state, command));
    }

    private static void refused(AgencyState state, AgencyCommand command, AgencyRefusal refusal) {
        assertEquals(new Decision.Refused<AgencyEvent, AgencyRefusal>(refusal), Agencies.decide(state, command));
    }

    @Test
    void versions_of_what_is_said_follow_one_another_without_a_hole() {
        var first = guide(1, "2026-03-01", "请看执法证。");
        accepted(given(), new AgencyCommand.IssuePhraseGuide(first), first);
        accepted(given(first), new AgencyCommand.IssuePhraseGuide(first));
        refused(given(first), new AgencyCommand.IssuePhraseGuide(guide(3, "2026-04-01", "请看执法证。")),
                new AgencyRefusal.GuideNotNext(3, 2));
        refused(given(first), new AgencyCommand.IssuePhraseGuide(guide(1, "2026-04-01", "请看执法证。")),
                new AgencyRefusal.GuideNotNext(1, 2));
        refused(given(first), new AgencyCommand.IssuePhraseGuide(guide(2, "2026-02-28", "请看执法证。")),
                new AgencyRefusal.GuideEarlier(day("2026-03-01")));
        var second = guide(2, "2026-03-01", "好".repeat(10_000));
        accepted(given(first), new AgencyCommand.IssuePhraseGuide(second), second);
        refused(given(first), new AgencyCommand.IssuePhraseGuide(guide(2, "2026-03-01", "好".repeat(10_001))),
                new AgencyRefusal.GuideLength(10_000));
        refused(given(), new AgencyCommand.IssuePhraseGuide(guide(1, "2026-03-01", " ")), new AgencyRefusal.GuideLength(10_000));
    }

    private static AgencyEvent.PhraseGuideIssued guide(int number, String from, String text) {
        return new AgencyEvent.PhraseGuideIssued(number, day(from), HEAD, List.of(new AgencyEvent.Phrase("end", List.of(),
                text)));
    }

    @Test
    void a_renewed_certificate_is_another_entry_and_a_number_is_one_persons() {
        var first = certificate(HEAD, "0801", "2021-01-01", "2025-12-31");
        var renewed = certificate(HEAD, "0801", "2026-01-01", "2030-12-31");
        accepted(given(), new RegisterCertificate(first), first);
        accepted(given(first), new RegisterCertificate(first));
        accepted(given(first), new RegisterCertificate(renewed), renewed);
        accepted(given(first, renewed), new RegisterCertificate(first), first);
        var taken = new AgencyRefusal.AlreadyRegistered(Entry.CERTIFICATE, "0801");
        refused(given(first), new RegisterCertificate(certificate(DEPUTY, "0801", "2021-01-01", "2025-12-31")), taken);
        refused(given(), new RegisterCertificate(certificate(DEPUTY, "0801", "2021-01-01", "2025-12-31")), taken);
        refused(given(), new RegisterCertificate(certificate(HEAD, "0801", "2026-01-02", "2026-01-01")), new AgencyRefusal.DaysReversed());
        refused(given(), new RegisterCertificate(certificate(STRANGER, "0802", "2021-01-01", "2025-12-31")),
                new AgencyRefusal.NotRegistered(Entry.PERSON, STRANGER.toString()));
    }

    @Test
    void a_deputy_holds_what_the_other_holds() {
        var named = deputy(DEPUTY, Role.PERSON_IN_CHARGE, "2026-07-01", "2026-07-31");
        accepted(given(LEADS), new NameDeputy(named), named);
        accepted(given(LEADS, named), new NameDeputy(named));
        refused(given(), new NameDeputy(named), new AgencyRefusal.RoleNotHeld(Role.PERSON_IN_CHARGE, day("2026-07-01")));
        refused(given(LEADS), new NameDeputy(deputy(HEAD, Role.PERSON_IN_CHARGE, "2026-07-01", "2026-07-31")), new AgencyRefusal.OwnDeputy());
        refused(given(LEADS), new NameDeputy(deputy(STRANGER, Role.PERSON_IN_CHARGE, "2026-07-01", "2026-07-31")),
                new AgencyRefusal.NotRegistered(Entry.PERSON, STRANGER.toString()));
        refused(given(LEADS), new NameDeputy(deputy(DEPUTY, Role.SYSTEM, "2026-07-01", "2026-07-31")),
                new AgencyRefusal.RoleNotGrantable(Role.SYSTEM));
    }

    @Test
    void an_administrator_is_nobodys_deputy_on_the_same_day() {
        var administrator = granted(DEPUTY, Role.SYSTEM_ADMINISTRATOR, "2026-07-31");
        refused(given(LEADS, administrator), new NameDeputy(deputy(DEPUTY, Role.PERSON_IN_CHARGE, "2026-07-01", "2026-07-31")),
                new AgencyRefusal.RolesNotTogether(Role.SYSTEM_ADMINISTRATOR, Role.PERSON_IN_CHARGE));
        var before = deputy(DEPUTY, Role.PERSON_IN_CHARGE, "2026-07-01", "2026-07-30");
        accepted(given(LEADS, administrator), new NameDeputy(before), before);
    }

    @Test
    void a_role_ends_on_its_last_day_and_can_be_granted_again() {
        var ended = new RoleEnded(HEAD, Role.PERSON_IN_CHARGE, day("2026-06-30"));
        accepted(given(LEADS), new EndRole(ended), ended);
        accepted(given(LEADS, ended), new EndRole(ended));
        refused(given(LEADS, ended), new EndRole(new RoleEnded(HEAD, Role.PERSON_IN_CHARGE, day("2026-07-01"))),
                new AgencyRefusal.RoleNotHeld(Role.PERSON_IN_CHARGE, day("2026-07-01")));
        refused(given(LEADS), new EndRole(new RoleEnded(DEPUTY, Role.PERSON_IN_CHARGE, day("2026-06-30"))),
                new AgencyRefusal.RoleNotHeld(Role.PERSON_IN_CHARGE, day("2026-06-30")));
        var again = granted(HEAD, Role.PERSON_IN_CHARGE, "2026-09-01");
        accepted(given(LEADS, ended), new GrantRole(again), again);
        refused(given(LEADS, ended), new NameDeputy(deputy(DEPUTY, Role.PERSON_IN_CHARGE, "2026-07-01", "2026-07-31")),
                new AgencyRefusal.RoleNotHeld(Role.PERSON_IN_CHARGE, day("2026-07-01")));
    }

    @Test
    void the_last_administrator_stays_until_there_is_another() {
        var only = granted(HEAD, Role.SYSTEM_ADMINISTRATOR, "2026-01-01");
        var end = new EndRole(new RoleEnded(HEAD, Role.SYSTEM_ADMINISTRATOR, day("2026-06-30")));
        refused(given(only), end, new AgencyRefusal.LastAdministrator(Role.SYSTEM_ADMINISTRATOR));
        refused(given(only, granted(DEPUTY, Role.SYSTEM_ADMINISTRATOR, "2026-07-02")), end,
                new AgencyRefusal.LastAdministrator(Role.SYSTEM_ADMINISTRATOR));
        accepted(given(only, granted(DEPUTY, Role.SYSTEM_ADMINISTRATOR, "2026-07-01")), end,
                new RoleEnded(HEAD, Role.SYSTEM_ADMINISTRATOR, day("2026-06-30")));
    }

    @Test
    void bodies_and_custodians_belong_to_known_units() {
        var busy = new AgencyEvent.WorkloadClassed(ZD, Workload.HEAVY, day("2026-01-01"));
        accepted(given(), new AgencyCommand.ClassWorkload(busy), busy);
        accepted(given(busy), new AgencyCommand.ClassWorkload(busy));
        refused(given(), new AgencyCommand.ClassWorkload(new AgencyEvent.WorkloadClassed(new UnitCode("no"), Workload.LIGHT, day("2026-01-01"))),
                new AgencyRefusal.NotRegistered(AgencyRefusal.Entry.UNIT, "no"));
        var entrusted = new EntrustmentRegistered(ZD, "某服务中心", "委托书〔2026〕1号", day("2026-01-01"), day("2026-12-31"));
        accepted(given(), new RegisterEntrustment(entrusted), entrusted);
        accepted(given(entrusted), new RegisterEntrustment(entrusted));
        refused(given(), new RegisterEntrustment(new EntrustmentRegistered(new UnitCode("no"), "x", "y", day("2026-01-01"), day("2026-12-31"))),
                new AgencyRefusal.NotRegistered(Entry.UNIT, "no"));
        refused(given(), new RegisterEntrustment(new EntrustmentRegistered(ZD, "x", "y", day("2026-01-02"), day("2026-01-01"))),
                new AgencyRefusal.DaysReversed());
        var custodian = new CustodianNamed(ZD, HEAD, CustodyKind.RECORDS, Optional.of(DEPUTY), day("2026-01-01"), Optional.empty());
        accepted(given(), new NameCustodian(custodian), custodian);
        refused(given(), new NameCustodian(
                new CustodianNamed(ZD, HEAD, CustodyKind.RECORDS, Optional.of(HEAD), day("2026-01-01"), Optional.empty())),
                new AgencyRefusal.OwnDeputy());
        refused(given(), new NameCustodian(
                new CustodianNamed(ZD, HEAD, CustodyKind.DEVICES, Optional.of(STRANGER), day("2026-01-01"), Optional.empty())),
                new AgencyRefusal.NotRegistered(Entry.PERSON, STRANGER.toString()));
    }

    @Test
    void a_profile_is_adopted_as_offered_with_its_day_and_by_known_people() {
        var activation = Optional.of(day("2024-05-01"));
        var facts = adopted(DIGEST, "2026-01-01", activation);
        accepted(given(), new AdoptProfile(facts, OFFERED), facts);
        accepted(given(facts), new AdoptProfile(facts, OFFERED));
        refused(given(), new AdoptProfile(adopted(DIGEST, "2026-01-01", Optional.empty()), OFFERED), new AgencyRefusal.ActivationNeeded());
        var other = Digest.sha256(new byte[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1});
        refused(given(), new AdoptProfile(adopted(other, "2026-01-01", activation), OFFERED),
                new AgencyRefusal.ProfileNotOffered(other, DIGEST));
        refused(given(facts), new AdoptProfile(adopted(DIGEST, "2025-12-31", activation), OFFERED),
                new AgencyRefusal.AdoptedSince(day("2026-01-01")));
    }

    @Test
    void the_legal_section_confirms_what_the_product_proposes_and_nothing_else() {
        var activation = Optional.of(day("2024-05-01"));
        var legal = granted(DEPUTY, Role.LEGAL_SECTION, "2026-01-01");
        var confirmation = new Confirmation(PROPOSED, DEPUTY, day("2026-01-01"));
        var facts = adopted(DIGEST, "2026-01-01", activation, confirmation);
        accepted(given(legal), new AdoptProfile(facts, OFFERED), facts);
        refused(given(), new AdoptProfile(facts, OFFERED), new AgencyRefusal.RoleNotHeld(Role.LEGAL_SECTION, day("2026-01-01")));
        var stated = new Key("case.actTypes");
        refused(given(legal), new AdoptProfile(
                adopted(DIGEST, "2026-01-01", activation, new Confirmation(stated, DEPUTY, day("2026-01-01"))), OFFERED),
                new AgencyRefusal.NothingToConfirm(stated));
    }
}
