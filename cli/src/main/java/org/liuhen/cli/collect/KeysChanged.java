package org.liuhen.cli.collect;

import java.util.List;
import org.liuhen.core.values.Bilingual;

/** The log does not have the keys that this station knows it by. Either somebody renewed them, or this is not the same log. */
public final class KeysChanged extends Exception {

    KeysChanged(List<String> pinned, List<String> found) {
        super(new Bilingual(
                "账本密钥与本站首次连接时记下的不一致，已停止采集。记下的：" + pinned + "；现在的：" + found
                        + "。请向系统管理员当面或电话核实；若确系更换，用 --trust 文件 给出新的公钥后重新运行",
                "the ledger's keys are not the ones that this station noted at first contact, so nothing is handed in. Noted: "
                        + pinned + "; now: "
                        + found + ". Ask the administrator in person or by telephone; if they were renewed, run again "
                                + "with the new keys in --trust FILE")
                .toString());
    }
}
