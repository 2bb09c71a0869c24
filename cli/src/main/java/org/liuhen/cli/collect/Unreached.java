package org.liuhen.cli.collect;

import java.io.IOException;
import java.net.URI;
import org.liuhen.core.values.Bilingual;

/** Nothing has answered at the address since this run began: more likely a wrong address than a server away for a moment. */
final class Unreached extends IOException {

    private final transient Bilingual text;

    Unreached(URI server, IOException cause) {
        super(server + ": " + cause, cause);
        var reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        this.text = new Bilingual(
                "服务器 " + server + " 连接不上（" + reason + "），没有发送任何东西：检查地址、网络以及服务器是否已启动，然后重新运行",
                "the server " + server + " was not reached (" + reason
                        + ") and nothing was sent: check the address, the network and whether the server runs, then run again");
    }

    /** Why, and what to do. */
    Bilingual text() {
        return text;
    }
}
