package org.liuhen.server.cases;

import java.io.IOException;
import java.util.List;
import org.liuhen.core.values.Command;
import org.liuhen.server.journal.StreamAppend;

/** What somebody asks of a case, made anew from the case as it is each time that somebody else was faster. */
@FunctionalInterface
interface CasePlan {

    /** Not carried out yet; a {@link org.liuhen.server.http.Problem} says that it cannot be. */
    Step step(CaseStreams.Loaded loaded);

    /**
     * A command and what goes with it.
     *
     * @param beside events of other streams, in the same transaction: all or nothing
     * @param keeping runs when the command is accepted, before it is in the journal: what the journal will name is then kept already
     */
    record Step(Command command, List<StreamAppend> beside, Keeping keeping) {
        public Step {
            beside = List.copyOf(beside);
        }

        /** A command by itself. */
        static Step of(Command command) {
            return new Step(command, List.of(), () -> {});
        }

        /** The same with something that must be kept first. */
        Step keeping(Keeping what) {
            return new Step(command, beside, what);
        }
    }

    /** Makes something durable. */
    @FunctionalInterface
    interface Keeping {
        void keep() throws IOException;
    }
}
