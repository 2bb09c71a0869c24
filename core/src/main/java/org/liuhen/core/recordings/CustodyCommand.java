package org.liuhen.core.recordings;

import java.time.Instant;
import java.util.Optional;
import org.liuhen.core.values.Command;
import org.liuhen.core.values.PersonId;

/** What people ask about the custody of a recording. */
public sealed interface CustodyCommand extends Command {

    /** The custodian who asks has it. */
    record HandToCustodian(Optional<PersonId> from, Instant at) implements CustodyCommand {}

    /** It could not be stored in time. */
    record ExceptStoring(String ground, String place, String statement, Instant returnedAt) implements CustodyCommand {}

    /** It was recorded by accident. */
    record ClaimAccident(String reason) implements CustodyCommand {}

    /** It was indeed. */
    record ConfirmAccident() implements CustodyCommand {}

    /** It was not. */
    record DenyAccident(String reason) implements CustodyCommand {}

    /** It belongs to no case. */
    record FileWithoutCase(String reason) implements CustodyCommand {}

    /** Somebody is to classify it. */
    record AssignFiling(PersonId to) implements CustodyCommand {}
}
