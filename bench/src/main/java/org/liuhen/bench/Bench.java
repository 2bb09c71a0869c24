package org.liuhen.bench;

import java.util.List;

/** A measurement and its peers, side by side in one run. */
interface Bench {

    /** What it is called on the command line. */
    String name();

    /**
     * Measures. Takes minutes at most; leaves nothing running and no file behind.
     *
     * @throws Exception if something could not be measured; no figure is made up in its place
     */
    List<Row> run(Workplace workplace) throws Exception;
}
