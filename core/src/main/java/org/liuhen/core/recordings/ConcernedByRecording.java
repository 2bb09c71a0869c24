package org.liuhen.core.recordings;

import java.util.Set;
import java.util.stream.Stream;
import org.liuhen.core.findings.Concerned;
import org.liuhen.core.recordings.RecordingState.HandedIn;
import org.liuhen.core.rules.FindingKey;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Role;

/** Whom a finding of a recording concerns: who made it, who handed it over, who keeps it. Heads of units explain as well. */
public record ConcernedByRecording(HandedIn recording, CustodyContext context) implements Concerned {

    @Override
    public Actor actor() {
        return context.actor();
    }

    @Override
    public Set<Role> roles(PersonId person) {
        return context.register().roles(person);
    }

    @Override
    public boolean works(PersonId person) {
        var custody = recording.custody();
        return Stream.of(
                        context.register().usedBy(), custody.handed().flatMap(CustodyEvent.HandedToCustodian::from),
                        custody.handed().map(CustodyEvent.HandedToCustodian::custodian), custody.exception().map(Custody.Excepted::by))
                .anyMatch(somebody -> somebody.filter(person::equals).isPresent());
    }

    @Override
    public boolean named(FindingKey finding, PersonId person) {
        var roles = roles(person);
        return works(person) || roles.contains(Role.CUSTODIAN) || roles.contains(Role.UNIT_HEAD);
    }
}
