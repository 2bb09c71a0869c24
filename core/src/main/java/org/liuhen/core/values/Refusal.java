package org.liuhen.core.values;

/** Why a command is not carried out, and what the person can do. */
public interface Refusal {

    /** Stable, for programs: kebab case. */
    String code();

    /** What is wrong. */
    Bilingual what();

    /** What to do next. */
    Bilingual next();
}
