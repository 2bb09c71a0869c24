package org.liuhen.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * As whom the server runs. PostgreSQL refuses to run as root, so under root it runs as the owner of its folder; then the
 * service account and root may take turns on one data folder. Where the owner is root itself, a user namespace is preferred
 * to the account {@code nobody}: it keeps the files root's, needs no parent folder to be opened to others, and {@code
 * nobody} may be shared with other programs. Containers often forbid namespaces; then the folder is given to {@code nobody}
 * for good.
 */
sealed interface Identity {

    Duration PROBE_LIMIT = Duration.ofSeconds(10);
    int ROOT = 0;
    /** The overflow account, the same number on every Linux. */
    int NOBODY = 65534;

    /** The command that runs {@code words} as this identity. */
    List<String> as(List<String> words);

    /** Makes the folder's contents belong to this identity. */
    void own(Path folder) throws IOException;

    /** An ordinary user runs the server as itself. */
    record Self() implements Identity {
        @Override
        public List<String> as(List<String> words) {
            return words;
        }

        @Override
        public void own(Path folder) {
            // what we make is ours already
        }
    }

    /**
     * Root outside, nobody with no privilege inside: to the file system still root, without root's power to pass any
     * permission.
     */
    record Namespace() implements Identity {
        @Override
        public List<String> as(List<String> words) {
            return join(List.of("unshare", "--user"), words);
        }

        @Override
        public void own(Path folder) {
            // what root makes stays root's
        }
    }

    /** Another account; all of the folder belongs to it. */
    record Account(int uid, int gid) implements Identity {
        @Override
        public List<String> as(List<String> words) {
            return join(List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups"), words);
        }

        @Override
        public void own(Path folder) throws IOException {
            new Tree(folder).give(uid, gid);
        }
    }

    /**
     * Makes the folder, owner-only, if it is absent (it then belongs to whom its parent belongs to), and chooses.
     *
     * @throws PostgresFault if the folder is another's, or this is root and neither way out of root works
     */
    static Identity of(Path folder) throws IOException {
        var me = owner(Path.of("/proc/self"));
        var root = me == ROOT;
        make(folder.toAbsolutePath(), root);
        if (!root && owner(folder) != me) throw foreign(folder, me);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        if (!root) return new Self();
        if (owner(folder) != ROOT) return working(new Account(owner(folder), group(folder)), folder);
        return works(new Namespace(), folder) ? new Namespace() : working(new Account(NOBODY, NOBODY), folder);
    }

    private static void make(Path folder, boolean root) throws IOException {
        if (Files.isDirectory(folder)) return;
        var parent = folder.getParent();
        if (parent != null) make(parent, root);
        Files.createDirectory(folder);
        if (root && parent != null) new Tree(folder).give(owner(parent), group(parent));
    }

    private static PostgresFault foreign(Path folder, int me) throws IOException {
        return new PostgresFault(
            "数据库文件夹 " + folder + " 属于账户 " + owner(folder) + "，而本程序以账户 " + me + " 运行。请以该账户运行，或由管理员更改所有者（chown -R）。",
            "The database folder " + folder + " belongs to account " + owner(folder) + ", and this program runs as account " + me
                + ". Run it as that account, or let an administrator change the owner (chown -R).");
    }

    private static Identity working(Account account, Path folder) throws IOException {
        if (works(account, folder)) return account;
        throw new PostgresFault(
            "数据库不能以 root 身份运行，而本机既不允许用户命名空间（unshare --user），也不能切换到账户 " + account.uid()
                + "（setpriv）。请以普通用户运行，或安装 util-linux 并允许其一，或用 --db 指定另外的 PostgreSQL。",
            "The database must not run as root, and this machine allows neither a user namespace (unshare --user) nor changing"
                + " to account " + account.uid() + " (setpriv). Run as an ordinary user, or install util-linux and allow one of"
                + " them, or name another PostgreSQL with --db.");
    }

    private static boolean works(Identity identity, Path folder) throws IOException {
        // a missing program is told by the shell, so that it is an answer and not an exception
        var probe = join(List.of("sh", "-c", "exec \"$@\"", "sh"), identity.as(List.of("sh", "-c", "test \"$(id -u)\" != 0")));
        return Command.run(folder, PROBE_LIMIT, probe).succeeded();
    }

    private static List<String> join(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static int owner(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid");
    }

    private static int group(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:gid");
    }
}
