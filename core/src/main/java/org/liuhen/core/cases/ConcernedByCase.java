package org.liuhen.core.cases;

import java.util.Optional;
import java.util.Set;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.findings.Concerned;
import org.liuhen.core.rules.FindingKey;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Role;

/** Whom a finding of a case concerns: its handlers, and whoever it is about or wrote what it is about. */
record ConcernedByCase(Begun begun, CaseContext context) implements Concerned {

    @Override
    public Actor actor() {
        return context.actor();
    }

    @Override
    public Set<Role> roles(PersonId person) {
        return context.register().roles(person, context.today());
    }

    @Override
    public boolean works(PersonId person) {
        return begun.life().isHandler(person);
    }

    /** Handlers are also those of the opening. */
    @Override
    public boolean named(FindingKey finding, PersonId person) {
        if (works(person) || finding.subject().equals(person.toString())) return true;
        if (begun.life().opened().handlers().stream().anyMatch(handler -> handler.id().equals(person))) return true;
        return begun.approvals().entrySet().stream()
                        .filter(approval -> approval.getKey().toString().equals(finding.subject()))
                        .flatMap(approval -> approval.getValue().opinions().stream())
                        .anyMatch(opinion -> opinion.by().equals(person))
                || begun.documents().entrySet().stream()
                        .filter(document -> document.getKey().toString().equals(finding.subject()))
                        .flatMap(document -> document.getValue().opinions().stream())
                        .anyMatch(opinion -> opinion.by().equals(person))
                || begun.services().entrySet().stream()
                        .filter(service -> service.getKey().toString().equals(finding.subject()))
                        .anyMatch(service -> service.getValue().facts().server().equals(Optional.of(person)));
    }
}
