package org.liuhen.cli.collect;

import java.util.Optional;
import org.liuhen.core.values.Bilingual;

/** The store said no, and will say so again until somebody does something. Carries what to do. */
public final class StoreRefused extends Exception {

    /** The status of a refusal that is ours: the server was not let answer. */
    static final int NO_ANSWER = 0;

    private final int status;
    private final String code;
    private final transient Bilingual reason;
    private final transient Optional<Bilingual> next;

    StoreRefused(int status, String code, Bilingual reason, Optional<Bilingual> next) {
        super(status + " " + code + ": " + reason);
        this.status = status;
        this.code = code;
        this.reason = reason;
        this.next = next;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The problem's code, for example {@code digest-mismatch}. */
    public String code() {
        return code;
    }

    /** Why, and what to do next. */
    public Bilingual text() {
        return next.map(todo -> new Bilingual(reason.zh() + "。" + todo.zh(), reason.en() + ". " + todo.en())).orElse(reason);
    }

    /** Whether every further request will meet the same: a token that does not hold, a store that is full or not proven. */
    public boolean concernsEverything() {
        return status == NO_ANSWER || status == 401 || status == 403 || status == 507;
    }
}
