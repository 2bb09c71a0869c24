package org.liuhen.server.journal;

/** Asked before every append; the ledger implements it, so that a rolled-back database is noticed before it can grow. */
public interface WriteGuard {

    /**
     * Returns if the agency may be written to.
     *
     * @param log number of the agency's newest ledger in the database; 0 if there is none
     * @param treeSize number of entries that the database has for it, both read in the append's transaction
     * @throws WritingStopped if not
     */
    void check(String agency, int log, long treeSize);
}
