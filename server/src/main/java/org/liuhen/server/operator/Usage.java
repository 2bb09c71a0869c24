package org.liuhen.server.operator;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.liuhen.core.values.Bilingual;

/** What a command of the server's part does and takes; {@code --help} prints it, and nothing else is taken. */
@SuppressWarnings("ImmutableEnumChecker") // strings and an unmodifiable list of them
enum Usage {
    SERVE(new Bilingual("服务器，直到收到结束信号", "the server, until a signal ends it"), List.of(
            Option.DATA,
            Option.of("--port", "N", "端口，默认 8420，0 为任选", "port, 8420 if not given, 0 for any"),
            Option.flag("--demo", "没有机构时装入五个演示机构", "enters the five agencies of the demo where there is none"),
            Option.DB,
            Option.flag("--tls", "对外服务，只用 TLS；证书在数据目录的 tls 里",
                    "serves beyond this machine, over TLS only; certificates are in tls of the data folder"))),
    DEMO(new Bilingual("一套带演示数据的系统", "everything, with demo data"), List.of(
            Option.of("--data", "DIR", "数据目录，默认 data/demo", "data folder, data/demo if not given"),
            Option.of("--port", "N", "端口，默认 8420", "port, 8420 if not given"))),
    INIT(new Bilingual("建立或者补充数据目录：机构、人员、设备、采集站、密钥",
            "sets up a data folder or adds to it: agencies, people, devices, stations, keys"), List.of(
            Option.DATA,
            Option.of("--registry", "FILE", "机构登记文件；只增加，不删除", "registry file; adds, and never removes"),
            Option.of("--one-time-code", "USERNAME", "为忘记密码的人发一次性口令", "a one-time code for somebody who forgot the password"),
            Option.of("--renew-token", "STATION", "收回采集站的令牌并发新的", "ends the tokens of a station and writes a new one"),
            Option.of("--revoke-token", "STATION", "收回采集站的令牌", "ends the tokens of a station"),
            Option.of("--rotate-keys", "AGENCY", "更换机构账本的签名密钥", "new signing keys for an agency's ledger"),
            Option.of("--new-origin", "AGENCY", "账本无法继续时另开新账本，须同时给出 --confirm --by --reason",
                    "opens another ledger where the old one cannot go on; needs --confirm, --by and --reason"),
            Option.of("--confirm", "ORIGIN", "要关闭的账本的名称", "name of the ledger that is closed"),
            Option.of("--by", "NAME", "由谁决定", "who decided it"),
            Option.of("--reason", "TEXT", "为什么", "why"),
            Option.DB)),
    REBUILD(new Bilingual("由日志重建查询数据", "makes what is queried again from the journal"), List.of(Option.DATA, Option.DB)),
    BACKUP(new Bilingual("备份", "backs up"), List.of(Option.DATA, Option.of("--to", "DIR", "备份到", "where to"), Option.DB)),
    RESTORE(new Bilingual("由备份恢复到新的数据目录", "restores a backup into a new data folder"), List.of(
            Option.DATA, Option.of("--from", "DIR", "备份所在", "where the backup is"), Option.DB));

    /**
     * One option.
     *
     * @param value what follows it; empty for a flag
     */
    record Option(String name, String value, Bilingual text) {

        static final Option DATA = of("--data", "DIR", "数据目录", "data folder");
        static final Option DB = of("--db", "URL", "已有的 PostgreSQL 的 JDBC 地址；默认用数据目录里的",
                "JDBC address of a PostgreSQL that exists; if not given, one in the data folder");

        static Option of(String name, String value, String zh, String en) {
            return new Option(name, value, new Bilingual(zh, en));
        }

        static Option flag(String name, String zh, String en) {
            return of(name, "", zh, en);
        }

        boolean isFlag() {
            return value.isEmpty();
        }
    }

    private static final int COLUMN = 28;

    private final Bilingual what;
    private final List<Option> options;

    Usage(Bilingual what, List<Option> options) {
        this.what = what;
        this.options = options;
    }

    /** The options without a value. */
    Set<String> flags() {
        return options.stream().filter(Option::isFlag).map(Option::name).collect(Collectors.toSet());
    }

    /** The names of all options. */
    Set<String> names() {
        return options.stream().map(Option::name).collect(Collectors.toSet());
    }

    /** For a terminal. */
    String text() {
        var command = name().toLowerCase(Locale.ROOT);
        var lines = options.stream().map(option ->
                "  " + padded(option.name() + " " + option.value()) + option.text().zh() + " · " + option.text().en());
        return "./liuhen " + command + "\n  " + what.zh() + " · " + what.en() + "\n\n" + lines.collect(Collectors.joining("\n"));
    }

    private static String padded(String words) {
        return words + " ".repeat(Math.max(1, COLUMN - words.length()));
    }
}
