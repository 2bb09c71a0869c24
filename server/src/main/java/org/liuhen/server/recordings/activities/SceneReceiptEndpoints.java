package org.liuhen.server.recordings.activities;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import org.liuhen.core.values.Digest;
import org.liuhen.server.http.Problem;
import org.liuhen.server.http.ServesAnyone;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Questions of people who hold a scene receipt. Nobody guesses a digest: whoever names one has the receipt, and is told what it says
 * anyway, the proof that it is lodged, and whether its captures are there; nothing else of the recordings.
 */
@RestController
class SceneReceiptEndpoints {

    private final SceneReceiptTable table;
    private final SceneAnswers answers;
    private final InstantSource clock;
    private final Questions questions = new Questions();

    SceneReceiptEndpoints(SceneReceiptTable table, SceneAnswers answers, InstantSource clock) {
        this.table = table;
        this.answers = answers;
        this.clock = clock;
    }

    /** The answer as a file that can be kept, and checked without this server: docs/formats.md, section 22.4. */
    @GetMapping(path = "/api/scene-receipts/{digest}", produces = MediaType.APPLICATION_JSON_VALUE)
    @ServesAnyone
    ResponseEntity<byte[]> answer(@PathVariable String digest, HttpServletRequest request) throws IOException,
            InterruptedException {
        var now = clock.instant();
        questions.ask(request.getRemoteAddr(), now).ifPresent(wait -> {
            throw Problem.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-questions", "查询过于频繁", "Too many questions")
                    .next("请稍候再查；也可以保存答复，随时离线核对。", "Wait a little; an answer that you keep can be checked at any time.")
                    .retryAfter(wait);
        });
        var named = named(digest);
        var lodged = table.lodged(named).orElseThrow(SceneReceiptEndpoints::notLodged);
        var answer = answers.of(lodged, named);
        table.asked(lodged.agency(), named, request.getRemoteAddr(), now);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).cacheControl(CacheControl.noStore())
                .body(answer.write());
    }

    private static Digest named(String digest) {
        try {
            var named = Digest.parse(digest);
            if (named.algorithm() == Digest.Algorithm.SHA256) return named;
        } catch (IllegalArgumentException _) {
            throw notADigest();
        }
        throw notADigest();
    }

    private static Problem notADigest() {
        return Problem.badRequest("parameter-wrong", "不是现场回执的摘要", "That is not the digest of a scene receipt")
                .next("请扫描回执上的二维码。", "Scan the code on the receipt.").with("parameter", "digest");
    }

    static Problem notLodged() {
        return Problem.notFound("这里没有登记这份现场回执", "No such scene receipt is lodged here")
                .because("可能还没有从执法终端上传，也可能不是本机关出具的。", "It may still be on the officer's phone, or another agency issued it.")
                .next("请保管好回执，过几天再查；仍查不到的，请向出具机关或者其上级机关询问。",
                        "Keep it and ask again in some days; then ask the agency that issued it, or its superior.");
    }
}
