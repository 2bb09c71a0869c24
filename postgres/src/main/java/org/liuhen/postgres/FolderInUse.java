package org.liuhen.postgres;

import java.nio.file.Path;

/** Another live process holds the folder. Nothing was touched; {@link LocalPostgres#running} tells how to reach its server. */
public final class FolderInUse extends PostgresFault {

    FolderInUse(Path lock, String holder) {
        super("数据库文件夹 " + lock.getParent() + " 正由另一个程序使用（进程号 " + holder + "）。请先停止该程序，或换一个数据文件夹。",
            "The database folder " + lock.getParent() + " is in use by another program (process " + holder
                + "). Stop that program first, or choose another data folder.");
    }
}
