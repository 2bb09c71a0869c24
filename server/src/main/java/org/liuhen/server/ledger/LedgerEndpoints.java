package org.liuhen.server.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.ledger.TilePath;
import org.liuhen.server.http.ServesAnyone;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The logs as C2SP tlog-tiles asks for them: files, to be cached by anyone. What is not there is 404 without a body. */
@RestController
@RequestMapping("/ledger/{agency}")
final class LedgerEndpoints {

    /** An agency's second log and those after it. */
    private static final String LATER = "[2-9]|[1-9][0-9]{1,5}";
    private static final CacheControl FOR_EVER = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final FilesLedger ledger;
    private final boolean entriesOpen;

    LedgerEndpoints(FilesLedger ledger, @Value("${liuhen.ledger.entries-open:false}") boolean entriesOpen) {
        this.ledger = ledger;
        this.entriesOpen = entriesOpen;
    }

    /** The newest signed checkpoint. */
    @GetMapping({"/checkpoint", "/{number:" + LATER + "}/checkpoint"})
    @ServesAnyone
    ResponseEntity<byte[]> checkpoint(@PathVariable String agency, @PathVariable Optional<Integer> number) throws IOException {
        var files = ledger.files(new LogName(agency, number.orElse(1)));
        return answer(files.isPresent() ? files.get().checkpoint() : Optional.empty(), TEXT, CacheControl.noCache());
    }

    /**
     * A tile of hashes, or a bundle of entries: type and time of events tell something, so bundles are open only where that is
     * wanted.
     */
    @GetMapping({"/tile/{*rest}", "/{number:" + LATER + "}/tile/{*rest}"})
    @ServesAnyone
    ResponseEntity<byte[]> tile(
            @PathVariable String agency, @PathVariable Optional<Integer> number, @PathVariable String rest) throws IOException {
        var files = ledger.files(new LogName(agency, number.orElse(1)));
        var path = path("tile" + rest);
        if (files.isEmpty() || path.isEmpty()) return ResponseEntity.notFound().build();
        if (path.get().level() == TilePath.ENTRIES && !entriesOpen) return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        return answer(files.get().file(path.get()), MediaType.APPLICATION_OCTET_STREAM, FOR_EVER);
    }

    /** Every verifier key that a log of the agency ever had, each after a line that says from when; newest last. */
    @GetMapping("/vkey")
    @ServesAnyone
    ResponseEntity<byte[]> vkey(@PathVariable String agency) throws IOException {
        return vkeys(ledger.keys(agency));
    }

    /** The same of one of the agency's later logs alone. */
    @GetMapping("/{number:" + LATER + "}/vkey")
    @ServesAnyone
    ResponseEntity<byte[]> vkey(@PathVariable String agency, @PathVariable int number) throws IOException {
        var files = ledger.files(new LogName(agency, number));
        return vkeys(files.isPresent() ? files.get().keys() : List.of());
    }

    private static ResponseEntity<byte[]> vkeys(List<LedgerFolder.DatedKey> keys) {
        if (keys.isEmpty()) return ResponseEntity.notFound().build();
        var text = new StringBuilder();
        keys.forEach(key -> text.append("# from ").append(key.from()).append('\n').append(key.vkey()).append('\n'));
        return answer(Optional.of(text.toString().getBytes(StandardCharsets.UTF_8)), TEXT, CacheControl.noCache());
    }

    private static Optional<TilePath> path(String text) {
        try {
            return Optional.of(TilePath.parse(text));
        } catch (Malformed e) {
            return Optional.empty(); // there is no such file, and 404 says so
        }
    }

    private static ResponseEntity<byte[]> answer(Optional<byte[]> bytes, MediaType type, CacheControl cache) {
        return bytes.map(found -> ResponseEntity.ok().contentType(type).cacheControl(cache).body(found))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
