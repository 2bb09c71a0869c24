package org.liuhen.formats.law.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.liuhen.core.cases.ApprovalCommand;
import org.liuhen.core.cases.ApprovalStep;
import org.liuhen.core.cases.CaseCommand;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.DocumentCommand;
import org.liuhen.core.cases.OpinionBlock;
import org.liuhen.core.cases.ProcessCommand;
import org.liuhen.core.cases.ServiceCommand;
import org.liuhen.core.cases.ServiceFacts;
import org.liuhen.core.cases.ServiceMethod;
import org.liuhen.core.cases.SignKind;
import org.liuhen.core.cases.Signed;
import org.liuhen.core.cases.Support;
import org.liuhen.core.cases.Verdict;
import org.liuhen.core.cases.documents.Capacity;
import org.liuhen.core.cases.documents.DocumentKind;
import org.liuhen.core.cases.documents.FieldValue;
import org.liuhen.core.cases.documents.SignaturePlace;
import org.liuhen.core.cases.documents.Template;
import org.liuhen.core.values.Command;
import org.liuhen.core.values.Role;
import org.liuhen.formats.law.WorkCalendar;

/** Spells the {@link Shortcut}s out: which commands they stand for, and who asks. */
final class Steps {

    /** Who signs for the party. */
    static final String PARTY = "当事人";
    private static final long SIZE_BYTES = 20_000;

    /** A command and who asks for it. */
    record Step(Command command, String by) {}

    private final Instant at;
    private final LocalDate on;
    private final String by;

    Steps(Instant at, String by) {
        this.at = at;
        this.by = by;
        on = LocalDate.ofInstant(at, WorkCalendar.ZONE);
    }

    /** The commands of a document. */
    List<Step> of(Shortcut.MakeDocument make, Template template) {
        var id = make.document();
        var content = Names.content(id + " PDF");
        var opinions = make.without().contains("opinions") ? Stream.<Step>of() : opinions(make, template);
        var steps = new ArrayList<CaseCommand>();
        steps.add(new DocumentCommand.LockText(id, content, make.pages(), SIZE_BYTES));
        for (var place : template.signatures()) {
            if (!leftOut(make, place.as(), template)) signatures(make, place).forEach(steps::add);
        }
        if (make.pages() > 1 && !make.without().contains("acrossPages")) {
            steps.add(new DocumentCommand.MarkAcrossPages(id, SignKind.FINGERPRINT, 1, make.pages(), Optional.of(Names.content("骑缝"))));
        }
        if (template.numberWord().isPresent() && !make.without().contains("number")) {
            steps.add(new DocumentCommand.NumberDocument(id, "某" + template.numberWord().get() + "〔" + on.getYear() + "〕1号"));
        }
        if (template.agencySeal() && !make.without().contains("seal")) {
            steps.add(new DocumentCommand.AffixSeal(id, issuedOn(make), false, Optional.of(Names.content(id + " sealed"))));
        }
        if (factsMadeUp(make) && !make.without().contains("supports")) {
            var passage = new Support(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(id),
                    Optional.of(ValuesReader.TEXT));
            steps.add(new ProcessCommand.SupportFact(id, ValuesReader.TEXT, List.of(passage)));
        }
        if (!make.without().contains("final")) steps.add(new DocumentCommand.FinaliseDocument(id));
        var draft = new Step(new DocumentCommand.DraftDocument(id, template.id(), make.values()), by);
        return Stream.of(Stream.of(draft), opinions, steps.stream().map(command -> new Step(command, by))).flatMap(all -> all).toList();
    }

    /** Facts that nobody wrote are those of the file; a case about facts without support writes them. */
    private static boolean factsMadeUp(Shortcut.MakeDocument make) {
        return make.values().get("facts") instanceof FieldValue.Text(var text) && text.equals(ValuesReader.TEXT);
    }

    /** Who is questioned signs for the party where the form has no other place for it. */
    private static boolean leftOut(Shortcut.MakeDocument make, Capacity as, Template template) {
        var parties = template.signatures().stream().map(SignaturePlace::as).toList();
        return make.without().contains(as.word())
                || (as == Capacity.PERSON_CONCERNED && !parties.contains(Capacity.PARTY) && make.without().contains(Capacity.PARTY.word()));
    }

    private LocalDate issuedOn(Shortcut.MakeDocument make) {
        return make.values().get("issuedOn") instanceof FieldValue.Day(var day) ? day : on;
    }

    private Stream<Step> opinions(Shortcut.MakeDocument make, Template template) {
        if (template.kind() != DocumentKind.INTERNAL_APPROVAL) return Stream.of();
        return Stream.of(OpinionBlock.values())
                .filter(block -> template.field(block.opinionField()).isPresent())
                .map(block -> new Step(new DocumentCommand.WriteOpinion(make.document(), block, "同意", Optional.of("事实清楚"), writer(block).id(), on),
                        writer(block).name()));
    }

    private static Cast.Member writer(OpinionBlock block) {
        return Cast.withRole(switch (block) {
            case HANDLER -> Role.OFFICER;
            case REVIEWER -> Role.UNIT_HEAD;
            case APPROVER -> Role.PERSON_IN_CHARGE;
        });
    }

    /** As many as the place asks for: of the party's side by name, of the agency's by the cast. */
    private Stream<CaseCommand> signatures(Shortcut.MakeDocument make, SignaturePlace place) {
        return Stream.iterate(0, i -> i + 1).limit(place.count()).map(i -> {
            var signer = signer(place.as(), i);
            var name = signer.map(Cast.Member::name).orElse(i == 0 ? PARTY : PARTY + (i + 1));
            return new DocumentCommand.SignDocument(make.document(), new Signed(place.as(), name, signer.map(Cast.Member::id),
                    SignKind.SIGNATURE, on, false, Optional.of(Names.content(name + " signature"))));
        });
    }

    private static Optional<Cast.Member> signer(Capacity as, int i) {
        return switch (as) {
            case OFFICER, RECORDER, HANDLER, SERVER, HOST -> Optional.of(Cast.members().get(i));
            case REVIEWER -> Optional.of(Cast.withRole(Role.UNIT_HEAD));
            case APPROVER -> Optional.of(Cast.withRole(Role.PERSON_IN_CHARGE));
            case CUSTODIAN -> Optional.of(Cast.withRole(Role.CUSTODIAN));
            case PARTY, PERSON_PRESENT, PERSON_CONCERNED, ATTESTING_WITNESS, PARTICIPANT, EXPERT, RECIPIENT -> Optional.empty();
        };
    }

    /** The request; what follows is known only when its route is: {@link #agreements}. */
    List<Step> of(Shortcut.Approve approve) {
        return List.of(new Step(
                new ApprovalCommand.RequestApproval(approve.approval(), approve.matter(), approve.document(), approve.proposal()), by));
    }

    /** Everybody on the route agrees. */
    List<Step> agreements(Shortcut.Approve approve, Begun begun) {
        var approval = begun.approvals().get(approve.approval());
        if (approval == null) return List.of();
        return approval.requested().route().stream()
                .map(step -> new Step(new ApprovalCommand.GiveOpinion(approve.approval(), Verdict.AGREED, "同意", Optional.empty(), on, false,
                        Optional.empty()), approver(step).name()))
                .toList();
    }

    private static Cast.Member approver(ApprovalStep step) {
        return Cast.withRole(switch (step) {
            case UNIT_HEAD -> Role.UNIT_HEAD;
            case LEGAL_REVIEW -> Role.LEGAL_SECTION;
            case AGENCY_HEAD -> Role.PERSON_IN_CHARGE;
        });
    }

    /** The facts of a service in person, and that it is complete. */
    List<Step> of(Shortcut.Serve serve) {
        var server = Cast.members().getFirst();
        var signatures = List.of(
                new Signed(Capacity.SERVER, server.name(), Optional.of(server.id()), SignKind.SIGNATURE, on, false,
                        Optional.of(Names.content("server"))),
                new Signed(Capacity.RECIPIENT, PARTY, Optional.empty(), SignKind.SIGNATURE, on, false, Optional.of(Names.content("recipient"))));
        var facts = new ServiceFacts(ServiceMethod.DIRECT, serve.documents(), Optional.of(PARTY), Optional.empty(), Optional.of("当事人住所"),
                Optional.of(at), signatures, Optional.of(server.id()), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return List.of(new Step(new ServiceCommand.RecordService(serve.service(), facts), by),
                new Step(new ServiceCommand.CompleteService(serve.service()), by));
    }
}
