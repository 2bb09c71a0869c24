package org.liuhen.server.devices;

import static org.liuhen.core.values.Role.CUSTODIAN;
import static org.liuhen.core.values.Role.LEGAL_SECTION;
import static org.liuhen.core.values.Role.OFFICE;
import static org.liuhen.core.values.Role.OFFICER;
import static org.liuhen.core.values.Role.PERSON_IN_CHARGE;
import static org.liuhen.core.values.Role.STATION;
import static org.liuhen.core.values.Role.SUPERVISION;
import static org.liuhen.core.values.Role.UNIT_HEAD;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.liuhen.server.http.Problem;
import org.liuhen.server.http.Serves;
import org.liuhen.server.identity.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Hand-ins: one session of one source, opened with its list and closed with its balance. */
@RestController
@RequestMapping("/api/hand-ins")
class HandInEndpoints {

    private static final int SIZE_LIMIT = 500;

    private final HandIns handIns;
    private final HandInList list;
    private final Memories memories;

    HandInEndpoints(HandIns handIns, HandInList list, Memories memories) {
        this.handIns = handIns;
        this.list = list;
        this.memories = memories;
    }

    /**
     * What the station says at the beginning.
     *
     * @param unregistered what kind of device it is, from whoever means to hand in from one that is in no register; nothing where it is
     */
    record Open(UUID id, String device, String source, Optional<HandInList.Clock> clock, String listing, Optional<String> unregistered) {}

    /** What it is told. */
    record Opened(UUID id, String device, String agency, Instant openedAt, String origin, List<String> vkeys) {}

    @PostMapping
    @Serves({STATION, CUSTODIAN, OFFICER})
    ResponseEntity<Opened> open(Caller caller, @RequestBody Open wanted) throws IOException {
        var opened = handIns.open(caller, wanted);
        return ResponseEntity.status(opened.repeated() ? HttpStatus.OK : HttpStatus.CREATED).body(opened.answer());
    }

    /** A file that was not stored. */
    record Failure(String path, String reason) {}

    /** What the station says at the end. */
    record Balance(long camera, long stored, long failed, List<Failure> failures) {}

    /** All three sides. */
    record Balanced(long camera, long stored, long failed, Server server, boolean balanced) {}

    /** The server's side. */
    record Server(long stored) {}

    @PostMapping("/{id}/balance")
    @Serves({STATION, CUSTODIAN, OFFICER})
    Balanced balance(Caller caller, @PathVariable UUID id, @RequestBody Balance counted,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID command) {
        return handIns.balance(caller, id, counted, command == null ? UUID.randomUUID() : command);
    }

    /** A file that is to be removed from its device. */
    record Clearing(UUID recording, String path, String sha256, String confirmedBy) {}

    @PostMapping("/{id}/clearings")
    @Serves({STATION, CUSTODIAN, OFFICER})
    ResponseEntity<Void> clear(Caller caller, @PathVariable UUID id, @RequestBody Clearing clearing,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID command) {
        handIns.clear(caller, id, clearing, command == null ? UUID.randomUUID() : command);
        return ResponseEntity.noContent().build();
    }

    /**
     * What a station finds on a docked device of the files that have their receipts, beside what it has just handed in.
     *
     * @param files how many
     * @param oldest the recording of the one that was stored first; absent where there is none
     */
    record Memory(String device, long files, Optional<UUID> oldest) {}

    @PostMapping("/memory")
    @Serves({STATION, CUSTODIAN, OFFICER})
    ResponseEntity<Void> memory(Caller caller, @RequestBody Memory memory) {
        memories.seen(caller, memory);
        return ResponseEntity.noContent().build();
    }

    @GetMapping
    @Serves({STATION, OFFICER, CUSTODIAN, UNIT_HEAD, LEGAL_SECTION, OFFICE, PERSON_IN_CHARGE, SUPERVISION})
    HandInList.Page list(Caller caller, @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        requirePage(page, size);
        return list.page(caller.agency(), page, size);
    }

    @GetMapping("/{id}")
    @Serves({STATION, OFFICER, CUSTODIAN, UNIT_HEAD, LEGAL_SECTION, OFFICE, PERSON_IN_CHARGE, SUPERVISION})
    HandIns.Detail detail(
            Caller caller, @PathVariable UUID id, @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size)
            throws IOException {
        requirePage(page, size);
        return handIns.detail(caller, id, page, size);
    }

    private static void requirePage(int page, int size) {
        if (page >= 0 && size >= 1 && size <= SIZE_LIMIT) return;
        throw Problem.badRequest("parameter-wrong", "页码或页长不正确", "Page or size is wrong")
            .because("页码从 0 起，页长 1 到 " + SIZE_LIMIT + "。", "Pages count from 0, sizes are 1 to " + SIZE_LIMIT + ".");
    }
}
