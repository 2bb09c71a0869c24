package org.liuhen.cli.collect;

import java.util.Optional;
import org.liuhen.core.values.Bilingual;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a server's refusal says (RFC 9457), with the sentence of ours where it says nothing. */
final class Problems {

    private static final JsonMapper JSON = new JsonMapper();

    private Problems() {}

    /** The problem's code, if the body is a problem. */
    static Optional<String> code(byte[] body) {
        return read(body).flatMap(problem -> text(problem, "code"));
    }

    static StoreRefused refusal(int status, byte[] body) {
        var problem = read(body);
        var code = problem.flatMap(p -> text(p, "code")).orElse("http-" + status);
        var own = sentence(status);
        var reason = problem.flatMap(p -> both(p, "detail", "detailEn").or(() -> both(p, "title", "titleEn"))).orElse(own);
        var next = problem.flatMap(p -> both(p, "next", "nextEn"))
                .or(() -> problem.isPresent() ? Optional.of(own) : Optional.empty());
        return new StoreRefused(status, code, reason, next);
    }

    private static Optional<JsonNode> read(byte[] body) {
        if (body.length == 0) return Optional.empty();
        try {
            return Optional.of(JSON.readTree(body)).filter(JsonNode::isObject);
        } catch (JacksonException notJson) { // a proxy's page, for example
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field)).filter(JsonNode::isString).map(JsonNode::asString)
                .filter(text -> !text.isBlank());
    }

    private static Optional<Bilingual> both(JsonNode problem, String zh, String en) {
        return text(problem, zh).map(text -> new Bilingual(text, text(problem, en).orElse(text)));
    }

    private static Bilingual sentence(int status) {
        return switch (status) {
            case 401 -> new Bilingual("令牌无效或已过期：请向系统管理员领取新的采集站令牌，用 --token-file 指定",
                    "the token is wrong or has expired: ask the system administrator for a new station token, and "
                            + "give it with --token-file");
            case 403 -> new Bilingual("该令牌无权做这件事：请确认令牌属于本机关的采集站，设备编号属于本机关",
                    "the token may not do this: it must be a station's of this agency, and the device must be this agency's");
            case 404 -> new Bilingual("服务器上没有这一项：请核对服务器地址和设备编号",
                    "the server has no such thing: check the server's address and the device's number");
            case 413 -> new Bilingual("文件超过服务器的上限：请系统管理员提高上限，文件仍在设备上",
                    "the file is larger than the server takes: ask the system administrator to raise the limit; the "
                            + "file stays on the device");
            case 507 -> new Bilingual("服务器存储空间已满：请系统管理员扩容后重试，设备上的文件不受影响",
                    "the server's disk is full: try again when the administrator has made room; nothing on the device "
                            + "was touched");
            default -> new Bilingual("服务器拒绝（HTTP " + status + "）：请把此信息转告系统管理员",
                    "the server refused (HTTP " + status + "): tell the system administrator");
        };
    }
}
