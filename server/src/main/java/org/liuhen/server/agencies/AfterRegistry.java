package org.liuhen.server.agencies;

import java.util.List;

/** A Spring bean that has something to do once a registry file has been entered: accounts, tokens, demo credentials. */
public interface AfterRegistry {

    /**
     * Called after each entering, also of a file that brought nothing new.
     *
     * @param agencies codes of the agencies of the file
     * @param demo whether sign-ins are to be written to {@code demo/credentials.json}
     * @return lines to show to the operator once, such as one-time codes
     */
    List<String> registered(List<String> agencies, boolean demo);
}
