package org.liuhen.server.recordings;

import java.time.Duration;
import org.liuhen.core.values.Digest;
import org.liuhen.server.http.Problem;
import org.springframework.http.HttpStatus;

/** What can be wrong with an upload, and what the client or the person does next. */
final class UploadProblems {

    private static final Duration RETRY_LOCKED = Duration.ofSeconds(1);
    private static final Duration RETRY_QUOTA = Duration.ofMinutes(5);

    private UploadProblems() {}

    static Problem unknown() {
        return Problem.notFound("没有这个上传任务", "There is no such upload")
            .because("它可能已过期，或者属于他人。", "It may have expired, or it belongs to somebody else.")
            .next("请重新上传该文件。", "Upload the file again.");
    }

    static Problem locked() {
        return Problem.of(HttpStatus.LOCKED, "upload-locked", "该上传正在进行中", "This upload is being written")
            .next("请稍候再试。", "Try again in a moment.").retryAfter(RETRY_LOCKED);
    }

    static Problem otherOffset(long claimed, long actual) {
        return Problem.of(HttpStatus.CONFLICT, "offset-conflict", "上传位置不一致", "The offset is not where the upload stands")
            .because("客户端从 " + claimed + " 开始，服务器已有 " + actual + " 字节。",
                "The client begins at " + claimed + ", the server has " + actual + " bytes.")
            .next("请用 HEAD 查询位置后继续。", "Ask for the offset with HEAD and go on from there.")
            .with("offset", actual);
    }

    static Problem tooLong(long sizeBytes) {
        return Problem.of(HttpStatus.CONTENT_TOO_LARGE, "longer-than-announced", "内容超过了声明的长度",
            "There are more bytes than were announced")
            .because("声明的长度是 " + sizeBytes + " 字节。", "Announced were " + sizeBytes + " bytes.")
            .next("文件可能在读取时发生了变化，请重新列出后再上传。", "The file may have changed while it was read; list it again and upload it anew.");
    }

    static Problem tooLarge(long limitBytes) {
        return Problem.of(HttpStatus.CONTENT_TOO_LARGE, "too-large", "文件过大", "The file is too large")
            .because("单个文件最多 " + limitBytes + " 字节。", "One file may have " + limitBytes + " bytes.")
            .next("请联系系统管理员调整上限；不要拆分原始文件。", "Ask the system administrator to raise the limit; do not split the original.")
            .with("maxSizeBytes", limitBytes);
    }

    static Problem mismatch() {
        return Problem.of(Problem.CHECKSUM_MISMATCH, "checksum-mismatch", "校验和不一致", "The checksum does not match")
            .because("这一段数据在传输中发生了变化，已全部丢弃。", "This piece changed on its way; all of it was dropped.")
            .next("请重新发送这一段。", "Send this piece again.");
    }

    static Problem otherDigest(Digest claimed, Digest actual) {
        return Problem.of(Problem.CHECKSUM_MISMATCH, "digest-mismatch", "文件与声明的摘要不一致",
            "The file is not the one that was announced")
            .because("声明 " + claimed + "，实际 " + actual + "。没有形成音像记录。",
                "Announced " + claimed + ", received " + actual + ". No recording was made.")
            .next("文件可能在读取时发生了变化，请重新采集。", "The file may have changed while it was read; collect it again.")
            .with("expected", claimed.hex()).with("found", actual.hex());
    }

    static Problem tooManyOpen(int limit) {
        return Problem.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-uploads", "未完成的上传过多", "Too many unfinished uploads")
            .because("同一采集站或人员最多同时有 " + limit + " 个未完成的上传。", "One station or person may have " + limit + " unfinished uploads.")
            .next("请先完成或取消已有的上传。", "Finish or cancel some first.").retryAfter(RETRY_QUOTA);
    }

    static Problem finished() {
        return Problem.of(HttpStatus.CONFLICT, "already-finished", "上传已完成", "The upload is finished")
            .because("它已成为音像记录，不能取消。", "It has become a recording and cannot be cancelled.");
    }

    static Problem keyReused() {
        return Problem.of(HttpStatus.CONFLICT, "key-reused", "同一个键用于了不同的文件", "The same key was used for another file")
            .next("请为每个文件使用新的键。", "Use a new key for each file.");
    }

    /** A client that did not ask for our extensions would otherwise see each part of its file become a recording. */
    static Problem partOfFile() {
        return Problem.badRequest("concatenation-refused", "不接受分片后合并", "Parts to be joined later are not taken")
            .because("每个上传是一个完整的原始文件；不支持 Upload-Concat。", "An upload is one whole original; Upload-Concat is not supported.")
            .next("请关闭客户端的并行分片（parallelUploads）。", "Turn parallel parts (parallelUploads) off in the client.");
    }

    static Problem unknownDevice(String number) {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "device-unknown", "本机关没有这台设备", "The agency has no such device")
            .because("设备编号：" + number + "。", "Device number: " + number + ".")
            .next("请核对设备编号，或请管理员登记该设备。", "Check the number, or have the device registered.");
    }

    static Problem unknownHandIn() {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "hand-in-unknown", "没有这次移交", "There is no such hand-in")
            .because("该编号不存在，或者属于另一台设备。", "The id does not exist, or belongs to another device.")
            .next("请先登记移交，再上传文件。", "Open the hand-in first, then upload.");
    }
}
