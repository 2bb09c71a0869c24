package org.liuhen.server.recordings.media;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How far a child process is shut off on this machine. The limits of {@link Limits}, an empty environment and a folder of its own
 * it has in every case, and ffmpeg itself is told to open nothing but the file it is given.
 */
public enum Confinement {
    /** A network of its own without any interface; no right of root is left, and none can be gained. */
    OWN_NETWORK("unshare -n -- setpriv --no-new-privs --bounding-set=-all --inh-caps=-all --"),
    /** The same by way of a user namespace, for servers that do not run as root. */
    OWN_USER_AND_NETWORK("unshare -rn -- setpriv --no-new-privs --bounding-set=-all --inh-caps=-all --"),
    /** Rights cannot be gained; the network is kept away by ffmpeg's own list of protocols only. */
    NO_NEW_RIGHTS("setpriv --no-new-privs --"),
    /** Limits and ffmpeg's own list of protocols only: the machine has neither tool. */
    LIMITS_ONLY("");

    private static final long TRIAL_SECONDS = 10;

    private final String prefix;

    Confinement(String prefix) {
        this.prefix = prefix;
    }

    /** What stands before the command. */
    List<String> prefix() {
        return prefix.isEmpty() ? List.of() : List.of(prefix.split(" "));
    }

    /** The strictest that works here, found by trying. */
    static Confinement strictest() throws InterruptedException {
        for (var confinement : List.of(OWN_NETWORK, OWN_USER_AND_NETWORK, NO_NEW_RIGHTS)) {
            if (confinement.works()) return confinement;
        }
        return LIMITS_ONLY;
    }

    private boolean works() throws InterruptedException {
        var command = new ArrayList<>(prefix());
        command.add("true");
        var builder = new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return false; // the tool is not there, which is the answer
        }
        if (process.waitFor(TRIAL_SECONDS, TimeUnit.SECONDS)) return process.exitValue() == 0;
        process.destroyForcibly();
        return false;
    }
}
