package org.liuhen.core.cases.documents;

import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.Refusal;

/** Why a command on a number series is not carried out. */
public sealed interface NumberRefusal extends Refusal {

    /** The number was not given yet. */
    record NotGiven(long number, long given) implements NumberRefusal {
        @Override
        public String code() {
            return "number-not-given";
        }

        @Override
        public Bilingual what() {
            return new Bilingual(number + " 号尚未发出，本序列已发至 " + given + " 号。",
                    "Number " + number + " was not given yet; the series has come to " + given + ".");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("请核对文号、代字和年份。", "Check the number, its word and the year.");
        }
    }

    /** No document has the number: it stands on a blank that is out. */
    record StillBlank(long number) implements NumberRefusal {
        @Override
        public String code() {
            return "number-still-blank";
        }

        @Override
        public Bilingual what() {
            return new Bilingual(number + " 号是已领用的空白文书，尚未使用。", "Number " + number + " stands on a blank that was not used yet.");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("请作废该空白文书，而不是作废文号。", "Void the blank instead of the number.");
        }
    }

    /** The number is on no blank that is out. */
    record NotABlank(long number) implements NumberRefusal {
        @Override
        public String code() {
            return "number-not-a-blank";
        }

        @Override
        public Bilingual what() {
            return new Bilingual(number + " 号不是未使用的空白文书。", "Number " + number + " is no blank that can still be used.");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("请核对纸面上的文号；已使用或者已作废的文号不能再用。",
                    "Check the number on the paper; a number that was used or voided is not used again.");
        }
    }

    /** The number was voided before. */
    record AlreadyVoided(long number, String reason) implements NumberRefusal {
        @Override
        public String code() {
            return "number-already-voided";
        }

        @Override
        public Bilingual what() {
            return new Bilingual(number + " 号已经作废，理由：" + reason + "。", "Number " + number + " was voided before, because: " + reason + ".");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("作废的文号保留在序列中，无须再作废，也不能恢复。",
                    "A void number stays in the series; it needs no voiding again and does not come back.");
        }
    }

    /** A document has one number. */
    record AlreadyNumbered(long number) implements NumberRefusal {
        @Override
        public String code() {
            return "document-already-numbered";
        }

        @Override
        public Bilingual what() {
            return new Bilingual("这份文书已经有 " + number + " 号。", "This document has number " + number + " already.");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("一份文书只有一个文号。如果空白文书写错，请作废该空白文书。",
                    "A document has one number. If a blank was spoiled, void the blank.");
        }
    }

    /** A number is not voided without saying why. */
    record NoReason() implements NumberRefusal {
        @Override
        public String code() {
            return "number-void-without-reason";
        }

        @Override
        public Bilingual what() {
            return new Bilingual("没有写明作废理由，或者理由超过 " + Numbering.REASON.charactersMax() + " 个字符。",
                    "The reason for voiding is missing, or has more than " + Numbering.REASON.charactersMax() + " characters.");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("请写明作废理由。", "Say why the number is voided.");
        }
    }

    /** Too few or too many blanks at once. */
    record BlankCount(long count) implements NumberRefusal {
        @Override
        public String code() {
            return "blank-count";
        }

        @Override
        public Bilingual what() {
            return new Bilingual("一次可领用 1 至 " + Numbering.BLANKS_MAX + " 份空白文书，不是 " + count + " 份。",
                    "From 1 to " + Numbering.BLANKS_MAX + " blanks are issued at once, not " + count + ".");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("请调整份数，或者分几次领用。", "Change the count, or issue them in several goes.");
        }
    }

    /** The series is at its end. */
    record SeriesFull() implements NumberRefusal {
        @Override
        public String code() {
            return "number-series-full";
        }

        @Override
        public Bilingual what() {
            return new Bilingual("本年度该代字的文号已用至 " + Numbering.NUMBERS_MAX + " 号。",
                    "The numbers of this word and year have come to " + Numbering.NUMBERS_MAX + ".");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("请管理员为该文书设置另一个代字。", "Ask the administrator for another word for this document.");
        }
    }

    /** The payload of one of its events was destroyed by law. */
    record SeriesDestroyed() implements NumberRefusal {
        @Override
        public String code() {
            return "number-series-destroyed";
        }

        @Override
        public Bilingual what() {
            return new Bilingual("本序列的部分记录已依法销毁，无法再保证文号不重复。",
                    "Part of this series was destroyed by law; that no number is given twice cannot be promised any more.");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("请管理员为该文书设置另一个代字。", "Ask the administrator for another word for this document.");
        }
    }
}
