package org.liuhen.core.cases.documents;

import org.liuhen.core.values.AgencyCode;

/** 文号序列: the numbers of one word in one year of one agency, from 1 on. Each has its stream. */
public record NumberSeries(AgencyCode agency, NumberWord word, int year) {

    /** The first year that can be. */
    public static final int YEAR_MIN = 2000;

    /** The last year that can be. */
    public static final int YEAR_MAX = 9999;

    public NumberSeries {
        if (year < YEAR_MIN || year > YEAR_MAX) throw new IllegalArgumentException("not a year from 2000 on: " + year);
    }
}
