package org.liuhen.cli.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.liuhen.core.values.Bilingual;
import org.liuhen.formats.notes.TrustFile;
import org.liuhen.formats.notes.VerifierKey;

/** A whole data folder: every ledger, every object, and the journal if it can be read. */
final class DataFolderCheck {

    private static final Pattern LATER = Pattern.compile("[1-9][0-9]{0,5}");

    private final Path data;
    private final Optional<JournalSource> journal;
    private final Instant now;
    private final Report report;
    private final LongConsumer progress;

    DataFolderCheck(Path data, Optional<JournalSource> journal, Instant now, Report report, LongConsumer progress) {
        this.data = data;
        this.journal = journal;
        this.now = now;
        this.report = report;
        this.progress = progress;
    }

    void run() throws IOException {
        if (!Files.isDirectory(data.resolve("ledger"))) throw new IOException(data + ": " + new Bilingual(
                "不是留痕的数据文件夹（没有 ledger），请核对 --data", "not a data folder of Liuhen (there is no ledger in it), check --data"));
        var agencies = new HashMap<String, AgencyJournal>();
        for (var ledger : folders(data.resolve("ledger"))) {
            var code = String.valueOf(ledger.getFileName());
            var objects = new ObjectsCheck(data.resolve("vault").resolve(code), report, progress);
            var checked = new ArrayList<LedgerCheck.Checked>();
            for (var log : logs(ledger)) {
                checked.add(LedgerCheck.inData(log, new Signers(keys(log)), checked, report).run());
            }
            agencies.put(code, new AgencyJournal(code, checked, objects, report));
            objects.run(code);
        }
        if (journal.isPresent()) {
            new JournalCheck(agencies, now, report, progress).run(journal.get());
        } else {
            report.notPerformed(Check.JOURNAL, data.toString(), new Bilingual(
                    "数据文件夹里没有日志库：用 --db 指定所用的 PostgreSQL，或用 --journal 指定导出的日志文件",
                    "the folder has no database: name the PostgreSQL it uses with --db, or a journal file with --journal"));
        }
    }

    private static List<Path> folders(Path parent) throws IOException {
        try (var list = Files.list(parent)) {
            return list.filter(Files::isDirectory).sorted().toList();
        }
    }

    /** The logs of an agency in their order: its folder, and the numbered ones in it. */
    private static List<Path> logs(Path ledger) throws IOException {
        var logs = new ArrayList<Path>();
        logs.add(ledger);
        folders(ledger).stream().filter(folder -> LATER.matcher(String.valueOf(folder.getFileName())).matches())
                .sorted(Comparator.comparingInt(folder -> Integer.parseInt(String.valueOf(folder.getFileName())))).forEach(logs::add);
        return logs;
    }

    /**
     * What the folder itself calls its keys: good against accidents and against changes from outside, not against whoever owns
     * the keys.
     */
    static List<VerifierKey> keys(Path ledger) throws IOException {
        var file = ledger.resolve("vkeys");
        return Files.isRegularFile(file) ? TrustFile.parse(LedgerCheck.vkeys(file)) : List.of();
    }

    /** The keys of every ledger in a data folder. */
    static List<VerifierKey> allKeys(Path data) throws IOException {
        var keys = new ArrayList<VerifierKey>();
        for (var ledger : folders(data.resolve("ledger"))) {
            for (var log : logs(ledger)) keys.addAll(keys(log));
        }
        return List.copyOf(keys);
    }
}
