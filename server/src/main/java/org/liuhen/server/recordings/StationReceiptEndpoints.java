package org.liuhen.server.recordings;

import static org.liuhen.core.values.Role.STATION;

import java.util.UUID;
import org.liuhen.server.http.Serves;
import org.liuhen.server.identity.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Receipts that a designated station signed while the server was away, handed over when it is back. */
@RestController
@RequestMapping("/api/recordings/{id}/station-receipt")
class StationReceiptEndpoints {

    private final StationReceiptBook book;

    StationReceiptEndpoints(StationReceiptBook book) {
        this.book = book;
    }

    @PostMapping
    @Serves(STATION)
    ResponseEntity<Void> reconcile(Caller caller, @PathVariable UUID id, @RequestBody byte[] receipt) {
        book.reconcile(caller, id, receipt);
        return ResponseEntity.noContent().build();
    }
}
