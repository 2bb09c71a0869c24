package org.liuhen.server.cases;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.core.cases.CaseDocument;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.DocumentEvent;
import org.liuhen.core.cases.DocumentPhase;
import org.liuhen.core.values.Digest;
import org.liuhen.server.acts.AskedAct;
import org.liuhen.server.cases.paper.BoundScan;
import org.liuhen.server.cases.paper.ScannedPile;
import org.liuhen.server.http.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** A pile of signed paper of a case, scanned in any order: sorted by the codes on its pages, and filed to the documents it shows. */
@Component
class ScannedPapers {

    private final CaseStreams streams;
    private final CaseDocuments documents;

    ScannedPapers(CaseStreams streams, CaseDocuments documents) {
        this.streams = streams;
        this.documents = documents;
    }

    /** How a document of the pile stands. */
    enum Standing {
        /** Every page is there and it is the text that was locked: it is filed. */
        FILED("filed"),
        /** The same, while nothing is to be filed yet. */
        FITS("fits"),
        /** It is on file already, page for page. */
        ON_FILE("onFile"),
        /** Pages are missing. */
        INCOMPLETE("incomplete"),
        /** The paper shows another version than the text that counts. */
        OTHER_VERSION("otherVersion"),
        /** The document is a draft or void, or not of this case. */
        NOT_EXPECTED("notExpected");

        private final String word;

        Standing(String word) {
            this.word = word;
        }
    }

    /**
     * One document of the pile.
     *
     * @param document its id; absent where the case has no such document
     * @param places of its sheets in the pile, in the order of its pages
     * @param missing pages that are not in the pile
     * @param doubled places of further scans of a page
     */
    record Sorted(
            Optional<UUID> document, Optional<String> title, Optional<String> titleEn, Optional<String> number, int version, int pages,
            List<Integer> places, List<Integer> missing, List<Integer> doubled, String standing) {
        Sorted {
            places = List.copyOf(places);
            missing = List.copyOf(missing);
            doubled = List.copyOf(doubled);
        }
    }

    /**
     * The pile, sorted.
     *
     * @param foreign places of the sheets without a code
     */
    record Pile(int sheets, List<Sorted> documents, List<Integer> foreign, long version) {
        Pile {
            documents = List.copyOf(documents);
            foreign = List.copyOf(foreign);
        }
    }

    /**
     * Sorts the pile and, if asked, files what fits; a document that fails leaves the others alone, and the same request again
     * files nothing twice. One pile at a time: reading the codes takes a processor.
     *
     * @param act of the whole pile
     */
    synchronized Pile sort(AskedAct act, List<UploadedFile> scans, boolean file) {
        var loaded = streams.load(act.agency(), act.id());
        var files = new LinkedHashMap<String, byte[]>();
        var pile = new ScannedPile();
        var place = 0;
        for (var scan : scans) {
            var name = String.valueOf(++place);
            files.put(name, scan.bytes());
            add(pile, name, scan);
        }
        var sorted = pile.sorted();
        var found = new ArrayList<Sorted>();
        for (var one : sorted.documents()) found.add(one(act, loaded.begun(), one, files, file));
        var sheets = sorted.foreign().size()
                + sorted.documents().stream().mapToInt(one -> one.sheets().size() + one.doubled().size()).sum();
        return new Pile(sheets, found, sorted.foreign().stream().map(ScannedPile.Sheet::place).toList(),
                streams.load(act.agency(), act.id()).version());
    }

    private static void add(ScannedPile pile, String name, UploadedFile scan) {
        try {
            pile.add(name, scan.bytes());
        } catch (IOException e) {
            throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "file-damaged", "第 " + name + " 个文件不能读取", "File " + name + " cannot be read")
                    .because(String.valueOf(e.getMessage()), String.valueOf(e.getMessage()))
                    .next("请重新扫描后再上传整叠。", "Scan it again and upload the pile anew.");
        }
    }

    private Sorted one(AskedAct act, Begun begun, ScannedPile.Found paper, Map<String, byte[]> files, boolean file) {
        var document = begun.documents().values().stream().filter(one -> code(one.id().value()).equals(paper.document())).findFirst();
        var standing = standing(document, paper);
        if (standing == Standing.FITS) {
            var bound = bound(paper, files);
            var earlier = document.flatMap(one -> one.marks().scan()).map(DocumentEvent.ScanAttached::scan);
            if (earlier.equals(Optional.of(name(bound)))) standing = Standing.ON_FILE;
            else if (file) {
                var key = UUID.nameUUIDFromBytes((act.key() + "/" + paper.document()).getBytes(StandardCharsets.UTF_8));
                var one = new AskedAct(act.agency(), act.actor(), act.id(), key, Optional.empty(), act.request());
                documents.scan(one, document.orElseThrow().id(), bound, paper.pages());
                standing = Standing.FILED;
            }
        }
        return new Sorted(document.map(one -> one.id().value()), document.map(one -> one.form().title().zh()),
                document.map(one -> one.form().title().en()), document.flatMap(CaseDocument::number), paper.version(), paper.pages(),
                paper.sheets().stream().map(ScannedPile.Sheet::place).toList(), paper.missing(), paper.doubled().stream().map(ScannedPile.Sheet::place).toList(), standing.word);
    }

    private static Standing standing(Optional<CaseDocument> document, ScannedPile.Found paper) {
        var text = document.flatMap(CaseDocument::text);
        if (text.isEmpty() || document.orElseThrow().phase() instanceof DocumentPhase.Voided) return Standing.NOT_EXPECTED;
        if (text.get().version() != paper.version()) return Standing.OTHER_VERSION;
        return paper.complete() ? Standing.FITS : Standing.INCOMPLETE;
    }

    private static byte[] bound(ScannedPile.Found paper, Map<String, byte[]> files) {
        try {
            return BoundScan.of(paper.sheets(), files);
        } catch (IOException e) {
            throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "file-damaged", "扫描件不能装订", "The scan cannot be bound")
                    .because(String.valueOf(e.getMessage()), String.valueOf(e.getMessage()))
                    .next("请重新扫描后再上传整叠。", "Scan it again and upload the pile anew.");
        }
    }

    private static Digest name(byte[] bytes) {
        return CaseVault.name(bytes);
    }

    /** As the codes on the pages name a document. */
    private static String code(UUID document) {
        return HexFormat.of().formatHex(ByteBuffer.allocate(Long.BYTES).putLong(document.getMostSignificantBits()).array());
    }
}
