package org.liuhen.cli.collect;

import java.net.URI;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.liuhen.core.values.Bilingual;

/** What a person does about a server that could not prove over TLS who it is. */
final class Unproven {

    private static final String CODE = "server-unproven";

    private Unproven() {}

    /** The refusal, if the failure is one of proof; a connection that broke off is none. */
    static Optional<StoreRefused> why(URI server, Optional<Path> ca, SSLException failure) {
        if (String.valueOf(failure.getMessage()).contains("Unsupported or unrecognized SSL message")) {
            return Optional.of(refused(
                    server + " 不是 TLS 服务：核对地址和端口", server + " does not speak TLS: check address and port"));
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (!(cause instanceof CertificateException)) continue;
            var reason = String.valueOf(cause.getMessage());
            if (reason.contains("No subject alternative") || reason.contains("No name matching")) {
                return Optional.of(refused(
                        "服务器的证书不是给 " + server.getHost() + " 的（" + reason + "）：--server 用证书里的名称",
                        "the server's certificate is not for " + server.getHost() + " (" + reason
                                + "): give a name of the certificate in --server"));
            }
            return Optional.of(ca.map(file -> refused(
                    "服务器 " + server + " 的证书不是由 --ca " + file + " 签发的（" + reason + "），没有发送任何东西：核对地址，向系统管理员索取 tls/ca.crt",
                    "the certificate of " + server + " is not signed by --ca " + file + " (" + reason
                            + "), nothing was sent: check the address, ask the administrator for tls/ca.crt"))
                    .orElseGet(() -> refused(
                            "服务器 " + server + " 的证书不是本机认识的机构签发的（" + reason + "），没有发送任何东西：用 --ca 给出服务器数据目录里的 tls/ca.crt",
                            "the certificate of " + server + " is not signed by anyone this machine knows (" + reason
                                    + "), nothing was sent: give tls/ca.crt of the server's data folder with --ca")));
        }
        return Optional.empty();
    }

    private static StoreRefused refused(String zh, String en) {
        return new StoreRefused(StoreRefused.NO_ANSWER, CODE, new Bilingual(zh, en), Optional.empty());
    }
}
