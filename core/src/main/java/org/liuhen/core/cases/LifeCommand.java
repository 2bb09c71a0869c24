package org.liuhen.core.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.values.CaseId;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.UnitCode;

/** Opening, people, interruption and end of a case. */
public sealed interface LifeCommand extends CaseCommand {

    /**
     * Begin a case.
     *
     * @param handlers 承办人, of the agency's register
     * @param procedureRules the procedure chosen, where the agency has several (CL-8)
     * @param entrustedBody the unit that acts under entrustment (LX-31)
     */
    record OpenCase(
            CaseId id,
            CaseKind kind,
            Procedure procedure,
            Origin origin,
            String subject,
            UnitCode unit,
            List<PersonId> handlers,
            Optional<String> procedureRules,
            Optional<UnitCode> entrustedBody,
            Instant at)
            implements LifeCommand {
        public OpenCase {
            handlers = List.copyOf(handlers);
        }
    }

    /** Name a party, or correct what is known of it. */
    record NameParty(Party party) implements LifeCommand {}

    /** Say where the matter came from and why the case is begun (SQ-M-6.1). */
    record StateSource(Source source) implements LifeCommand {}

    /** Other officers handle the case. */
    record ChangeHandlers(List<PersonId> handlers, String reason) implements LifeCommand {
        public ChangeHandlers {
            handlers = List.copyOf(handlers);
        }
    }

    /** Ask that an officer does not handle the case (申请回避). */
    record RequestRecusal(PersonId officer, boolean byParty, String ground, LocalDate on) implements LifeCommand {}

    /** Decide about a request for recusal (回避决定). */
    record DecideRecusal(PersonId officer, boolean granted, String reason, LocalDate on) implements LifeCommand {}

    /** Mark what the case needs: each choice with its ground. */
    record FlagCase(Flags flags, String ground) implements LifeCommand {}

    /** Interrupt the case; its own time limits do not run until it is resumed (中止). */
    record SuspendCase(String reason, LocalDate on) implements LifeCommand {}

    /** Go on with an interrupted case. */
    record ResumeCase(LocalDate on) implements LifeCommand {}

    /** Hand the case to another authority (移送). */
    record TransferCase(String to, String reason, LocalDate on) implements LifeCommand {}

    /** Go on with this case in another one (并案). */
    record MergeCase(CaseId into, String reason, LocalDate on) implements LifeCommand {}

    /** Take a matter out of this case into a new one (分案). */
    record SplitCase(CaseId newCase, String reason, LocalDate on) implements LifeCommand {}

    /** End the case (结案; 行政行为终结): the archive's clock starts. */
    record EndCase(EndGround ground, Optional<String> remark, LocalDate on) implements LifeCommand {}

    /** Take an ended case up again. */
    record ReopenCase(String reason, LocalDate on) implements LifeCommand {}
}
