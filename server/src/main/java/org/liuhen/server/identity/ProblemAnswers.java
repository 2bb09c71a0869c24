package org.liuhen.server.identity;

import org.liuhen.server.http.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.liuhen.server.journal.VersionConflict;
import org.liuhen.server.journal.WritingStopped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns whatever went wrong into a problem in both languages. What is our fault is logged with a number that the person sees; no inner detail leaves. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAnswers extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

    @ExceptionHandler
    @Nullable ResponseEntity<Object> refused(Problem problem, WebRequest request) {
        return answer(problem, new HttpHeaders(), request);
    }

    @ExceptionHandler
    @Nullable ResponseEntity<Object> overtaken(VersionConflict conflict, WebRequest request) {
        return answer(Problem.of(HttpStatus.CONFLICT, "overtaken", "内容已被他人更新", "Somebody else was faster")
            .next("请刷新后再试。", "Reload and try again.")
            .with("expected", conflict.expected()).with("found", conflict.found()), new HttpHeaders(), request);
    }

    @ExceptionHandler
    @Nullable ResponseEntity<Object> stopped(WritingStopped stopped, WebRequest request) {
        LOG.error("refused to write for {}: {}", stopped.agency(), stopped.reasonEn());
        return answer(Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "writing-stopped", "账本已停止写入", "The ledger does not take entries")
            .because(stopped.reason(), stopped.reasonEn())
            .next("数据未丢失。请通知系统管理员。", "Nothing is lost. Tell the system administrator."), new HttpHeaders(), request);
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    @Nullable ResponseEntity<Object> databaseFailed(Exception e, WebRequest request) {
        LOG.error("database failed", e);
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "5");
        return answer(databaseAway(), headers, request);
    }

    /** Said while the database does not answer. */
    static Problem databaseAway() {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "database-away", "数据库暂时不可用", "The database does not answer")
            .next("已经确认的内容不会丢失。请稍后重试；持续出现时请通知系统管理员。",
                "Nothing that was confirmed is lost. Try again in a moment; if it goes on, tell the system administrator.");
    }

    /** A file was expected. One that is too large is Spring's own refusal, below. */
    @ExceptionHandler
    @Nullable ResponseEntity<Object> noFile(MultipartException e, WebRequest request) {
        LOG.debug("no file in the request", e);
        return answer(Problem.badRequest("no-file", "请求中没有文件", "The request has no file")
            .next("请选择文件后重新上传。", "Choose a file and upload it again."), new HttpHeaders(), request);
    }

    @ExceptionHandler
    @Nullable ResponseEntity<Object> connectionFailed(IOException e, WebRequest request) {
        LOG.debug("connection or disk failed while answering", e);
        return unexpected(e, request);
    }

    @ExceptionHandler
    @Nullable ResponseEntity<Object> unexpected(Exception e, WebRequest request) {
        if (e.getCause() instanceof CharacterCodingException) return answer(ofStatus(HttpStatus.BAD_REQUEST), new HttpHeaders(), request); // of the address
        var incident = UUID.randomUUID().toString().substring(0, 8);
        if (!isCommitted(request)) LOG.error("incident {}", incident, e);
        return answer(Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal", "系统内部错误", "Something went wrong inside")
            .next("请重试；仍然出错时，请把编号 " + incident + " 告诉系统管理员。",
                "Try again; if it fails again, give the number " + incident + " to the system administrator.")
            .with("incident", incident), new HttpHeaders(), request);
    }

    /** What Spring itself refuses: unknown paths, wrong methods, bodies that do not parse. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(ofStatus(status), headers, request);
    }

    private static Problem ofStatus(HttpStatusCode status) {
        return switch (status.value()) {
            case 400 -> Problem.of(status, "bad-request", "请求的内容无法理解", "The request cannot be understood")
                .next("请检查填写的内容；程序请对照 /api/openapi.json。", "Check what was entered; programs compare with /api/openapi.json.");
            case 404 -> Problem.notFound("没有这个地址", "There is nothing at this address");
            case 405 -> Problem.of(status, "method-not-allowed", "此地址不支持这种操作", "This address does not know that method");
            case 406 -> Problem.of(status, "not-acceptable", "无法提供所要求的格式", "The wanted format cannot be given");
            case 413 -> Problem.of(status, "too-large", "内容过大", "Too large");
            case 415 -> Problem.of(status, "unsupported-media-type", "不支持这种内容类型", "This content type is not understood");
            default -> Problem.of(status, "refused", "请求未被接受", "The request was refused");
        };
    }

    private static @Nullable ResponseEntity<Object> answer(Problem problem, HttpHeaders headers, WebRequest request) {
        if (isCommitted(request)) return null; // a stream that broke off: the client sees a short body, nothing can be added
        var all = new HttpHeaders(headers);
        all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        problem.retryAfter().ifPresent(wait -> all.set(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds())));
        if (problem.status().value() == HttpStatus.UNAUTHORIZED.value()) all.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return ResponseEntity.status(problem.status()).headers(all).body(problem.body());
    }

    private static boolean isCommitted(WebRequest request) {
        return request instanceof ServletWebRequest servlet && servlet.getResponse() != null && servlet.getResponse().isCommitted();
    }
}
