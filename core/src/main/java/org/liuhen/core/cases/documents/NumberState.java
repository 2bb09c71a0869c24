package org.liuhen.core.cases.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.liuhen.core.values.DocumentId;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.UnitCode;

/** What the history of a number series says. */
public sealed interface NumberState {

    /**
     * The series as it stands; an empty one has given no number yet.
     *
     * @param pages the uses of the numbers from 1 on, {@link #PAGE} to a page, so that one more fact copies one page only
     */
    record Open(List<List<Use>> pages) implements NumberState {

        private static final int PAGE = 128;

        public Open {
            pages = pages.stream().map(List::copyOf).toList();
        }

        /** Nothing given yet. */
        public Open() {
            this(List.of());
        }

        /** How many numbers were given, blanks among them. */
        public long given() {
            return pages.isEmpty() ? 0 : (pages.size() - 1L) * PAGE + pages.getLast().size();
        }

        /** What became of a number; empty where it was not given yet. */
        public Optional<Use> use(long number) {
            if (number < 1 || number > given()) return Optional.empty();
            var index = (int) (number - 1);
            return Optional.of(pages.get(index / PAGE).get(index % PAGE));
        }

        /** The number that a document has now. */
        public OptionalLong numberOf(DocumentId document) {
            return LongStream.rangeClosed(1, given())
                    .filter(number -> use(number).orElseThrow() instanceof Use.Taken(var holder) && holder.equals(document))
                    .findFirst();
        }

        /** The blanks that are out: neither used nor voided. */
        public LongStream blanks() {
            return LongStream.rangeClosed(1, given()).filter(number -> use(number).orElseThrow() instanceof Use.Blank);
        }

        Open next(Use use) {
            var next = new ArrayList<>(pages);
            if (next.isEmpty() || next.getLast().size() == PAGE) {
                next.add(List.of(use));
            } else {
                var page = new ArrayList<>(next.removeLast());
                page.add(use);
                next.add(page);
            }
            return new Open(next);
        }

        Open with(long number, Use use) {
            var index = (int) (number - 1);
            return new Open(IntStream.range(0, pages.size())
                    .mapToObj(i -> i == index / PAGE ? replaced(pages.get(i), index % PAGE, use) : pages.get(i))
                    .toList());
        }

        private static List<Use> replaced(List<Use> page, int index, Use use) {
            var next = new ArrayList<>(page);
            next.set(index, use);
            return next;
        }
    }

    /** The payload of one of its events was destroyed by law: nobody can say any more which numbers are free. */
    record Tombstone() implements NumberState {}

    /** What became of a number. */
    sealed interface Use {

        /** A document has it, from the counter or on a blank. */
        record Taken(DocumentId document) implements Use {}

        /** It stands on a blank that somebody holds. */
        record Blank(UnitCode unit, PersonId to) implements Use {}

        /**
         * It counts no more and is never given again.
         *
         * @param document that had it; a blank had none
         */
        record Voided(String reason, Optional<DocumentId> document) implements Use {}
    }
}
