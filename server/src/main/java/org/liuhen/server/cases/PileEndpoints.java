package org.liuhen.server.cases;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.liuhen.server.acts.AskedAct;
import org.liuhen.server.http.Problem;
import org.liuhen.server.identity.Caller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Signed paper of a case that was scanned as one pile. */
@RestController
class PileEndpoints {

    private static final int FILES_MAX = 100;
    private static final int NAME_MAX = 80;

    private final ScannedPapers papers;

    PileEndpoints(ScannedPapers papers) {
        this.papers = papers;
    }

    /** Sorts the pile by the codes on its pages. @param keep also files every document that fits; otherwise nothing is written */
    @PostMapping("/api/cases/{id}/pile")
    @MayWriteDocuments
    ScannedPapers.Pile pile(
            Caller caller, @PathVariable UUID id, @RequestParam List<MultipartFile> scans, @RequestParam(defaultValue = "false") boolean keep,
            @RequestHeader(name = AskedAct.KEY, required = false) @Nullable UUID key) throws IOException {
        if (scans.size() > FILES_MAX) {
            throw Problem.badRequest("too-many-files", "文件过多", "Too many files")
                    .next("一次最多 " + FILES_MAX + " 个文件，请分几次上传。", "At most " + FILES_MAX + " files at once; make several piles.");
        }
        var files = new ArrayList<UploadedFile>();
        var names = new StringBuilder();
        for (var scan : scans) {
            var file = file(scan, files.size() + 1);
            files.add(file);
            names.append(CaseVault.name(file.bytes())).append('\n');
        }
        var asked = new AskedAct.Asked("pile", CaseVault.name(names.toString().getBytes(StandardCharsets.UTF_8)));
        return papers.sort(AskedAct.of(caller.agency(), caller.actor(), id, key, null, asked), files, keep);
    }

    /** Among many files one must know which to scan again. */
    private static UploadedFile file(MultipartFile scan, int place) throws IOException {
        try {
            return UploadedFile.scan(scan);
        } catch (Problem problem) {
            var name = Objects.requireNonNullElse(scan.getOriginalFilename(), "");
            var shown = name.length() > NAME_MAX ? name.substring(0, NAME_MAX) + "…" : name;
            throw problem.about("第 " + place + " 个文件“" + shown + "”", "File " + place + " “" + shown + "”");
        }
    }
}
