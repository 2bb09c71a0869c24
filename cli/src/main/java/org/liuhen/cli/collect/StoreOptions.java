package org.liuhen.cli.collect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.values.Bilingual;
import picocli.CommandLine.Option;

/** Which store, with which token, and where the notebook lies: the same for collecting and for clearing. */
public final class StoreOptions {

    private static final String TOKEN_VARIABLE = "LIUHEN_TOKEN";

    @Option(names = "--server", paramLabel = "URL", description = "服务器地址 / the server's address")
    private @Nullable URI server;

    @Option(names = "--token-file", paramLabel = "FILE",
            description = "采集站令牌的文件；否则取环境变量 LIUHEN_TOKEN / file with the station's token; else the variable LIUHEN_TOKEN")
    private @Nullable Path tokenFile;

    @Option(names = "--ca", paramLabel = "FILE", description = "服务器证书的签发者（PEM） / who signs for the server (PEM)")
    private @Nullable Path ca;

    @Option(names = "--notebook", paramLabel = "DIR",
            description =
                    "采集站记事本的文件夹（默认每台设备一本，在 ~/.liuhen/notebook） / folder of the notebook (one a device in ~/.liuhen/notebook)")
    private @Nullable Path notebook;

    @Option(names = "--patience", hidden = true, description = "attempts")
    private int attempts = Patience.USUAL.attempts();

    /** The address, if one was given. */
    Optional<URI> server() {
        return Optional.ofNullable(server);
    }

    /** The address. */
    URI requiredServer() {
        return server().orElseThrow(() -> new IllegalArgumentException(
                new Bilingual("请用 --server 给出服务器地址", "give the server's address with --server").toString()));
    }

    /** The store at this address; while it is away, {@code err} says so. */
    Store store(URI address, PrintStream err) throws IOException {
        return new Store(StoreHttp.to(address, token(), Optional.ofNullable(ca)),
                new Patience(attempts, Patience.USUAL.firstWait(), Patience.USUAL.longestWait(), new AwayNotice(err, address)),
                Store.CHUNK_BYTES);
    }

    /** The store that was named, for a station that looks after it itself: it gives up soon, and keeps the files instead of waiting. */
    public Store forStation(Patience soon, int chunkBytes, int chunksAtOnce) throws IOException {
        return new Store(StoreHttp.to(requiredServer(), token(), Optional.ofNullable(ca)), soon, chunkBytes, chunksAtOnce);
    }

    private String token() throws IOException {
        var text = tokenFile != null ? Files.readString(tokenFile, UTF_8) : System.getenv(TOKEN_VARIABLE);
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException(new Bilingual(
                    "没有令牌：用 --token-file 指定文件，或设置环境变量 LIUHEN_TOKEN",
                            "no token: give a file with --token-file, or set the variable LIUHEN_TOKEN").toString());
        }
        if (!text.strip().matches("[\\x21-\\x7e]+")) {
            throw new IllegalArgumentException(new Bilingual(
                    "令牌格式不对：应为一行可见字符", "not a token: one line of visible characters expected").toString());
        }
        return text.strip();
    }

    /** The folder of the notebook that was named, if one was. */
    public Optional<Path> notebook() {
        return Optional.ofNullable(notebook);
    }
}
