package org.liuhen.server.identity;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.liuhen.server.folder.DataFolder;
import org.liuhen.server.folder.OperatorFault;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/** Where the server listens: on loopback, or beyond it with TLS, and never beyond it without. */
@Component
class Listening implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    /** File names of 4 KiB come in headers, as base64, three times. */
    private static final int HEADER_BYTES = 64 * 1024;
    /** A refused piece is read to this length, so that the client can read the refusal; beyond it the connection is closed. */
    private static final int SWALLOWED_BYTES = 64 << 20;
    /** Of a body, at once; Tomcat's 8 KiB cost an upload more time in the kernel than all its hashing. */
    private static final int READ_BYTES = 128 * 1024;

    private final boolean tls;
    private final DataFolder folder;
    private final InstantSource clock;

    Listening(@Value("${liuhen.tls:false}") boolean tls, DataFolder folder, InstantSource clock) {
        this.tls = tls;
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE; // after the settings of the address
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addConnectorCustomizers(connector -> {
            connector.setProperty("maxHttpHeaderSize", Integer.toString(HEADER_BYTES));
            connector.setProperty("maxSwallowSize", Integer.toString(SWALLOWED_BYTES));
            connector.setProperty("socket.appReadBufSize", Integer.toString(READ_BYTES));
        });
        var address = factory.getAddress();
        if (tls) beyondLoopback(factory);
        else if (address == null || !address.isLoopbackAddress()) {
            throw new OperatorFault("本机之外的访问必须使用 TLS。请加上 --tls，或只在 127.0.0.1 上监听。",
                "Beyond this machine the server speaks TLS only. Add --tls, or listen on 127.0.0.1.");
        }
    }

    private void beyondLoopback(TomcatServletWebServerFactory factory) {
        var certificates = new ServerCertificates(folder.tls()).ensure(names(), clock.instant());
        var ssl = new Ssl();
        ssl.setCertificate(certificates.certificate().toUri().toString());
        ssl.setCertificatePrivateKey(certificates.key().toUri().toString());
        ssl.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        factory.setSsl(ssl);
        factory.setAddress(anyAddress());
    }

    /** Everything that this machine is called, as far as it knows. */
    private static List<String> names() {
        var names = new LinkedHashSet<>(List.of("localhost", "127.0.0.1"));
        try {
            names.add(InetAddress.getLocalHost().getHostName());
            NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLinkLocalAddress() && !address.isLoopbackAddress())
                .forEach(address -> names.add(withoutInterface(address.getHostAddress())));
        } catch (UnknownHostException | SocketException e) {
            throw new OperatorFault("无法得知本机的名称和地址：" + e.getMessage() + "。请检查网络设置。",
                "The names of this machine cannot be found out: " + e.getMessage() + ". Check its network settings.");
        }
        return new ArrayList<>(names);
    }

    /** Java adds to an IPv6 address the interface that it was found on: a matter of this machine, not of the certificate. */
    private static String withoutInterface(String address) {
        var mark = address.indexOf('%');
        return mark < 0 ? address : address.substring(0, mark);
    }

    private static InetAddress anyAddress() {
        try {
            return InetAddress.getByName("0.0.0.0");
        } catch (UnknownHostException e) {
            throw new IllegalStateException("a literal address needs no name service", e);
        }
    }
}
