package org.liuhen.cli.collect;

import java.util.List;
import org.liuhen.core.values.Bilingual;

/**
 * The log is not signed by the keys that this station knows it by, or it is another one. Either somebody renewed it, or this is not
 * the store.
 */
public final class KeysChanged extends Exception {

    private KeysChanged(Bilingual text) {
        super(text.toString());
    }

    static KeysChanged of(List<String> pinned, List<String> found) {
        return new KeysChanged(new Bilingual(
                "账本密钥与本站首次连接时记下的不一致，已停止采集。记下的：" + pinned + "；现在的：" + found
                        + "。请向系统管理员当面或电话核实；若确系更换，用 --trust 文件 给出新的公钥后重新运行",
                "the ledger's keys are not the ones that this station noted at first contact, so nothing is handed in. Noted: "
                        + pinned + "; now: "
                        + found + ". Ask the administrator in person or by telephone; if they were renewed, run again "
                                + "with the new keys in --trust FILE"));
    }

    static KeysChanged anotherStore(String server, String known, String found) {
        return new KeysChanged(new Bilingual(
                server + " 现在是另一个存储（账本 " + found + "），不是本站在此入库的那个（" + known
                        + "），已停止采集，什么也没有发送。请向系统管理员核实；若确系新建，用 --trust 文件 给出新的公钥后重新运行，设备上的文件会全部移交给它",
                "another store answers at " + server + " (ledger " + found + ") than the one this station knows there (" + known
                        + "), so nothing is handed in. Ask the administrator; if it was set up anew, run again with its keys in "
                        + "--trust FILE, and everything on the device goes to it"));
    }
}
