package org.liuhen.server.desk;

import static org.liuhen.core.values.Role.LEGAL_SECTION;
import static org.liuhen.core.values.Role.PERSON_IN_CHARGE;
import static org.liuhen.core.values.Role.SYSTEM_ADMINISTRATOR;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.liuhen.server.agencies.RegisterActs;
import org.liuhen.server.agencies.RegisterViews;
import org.liuhen.server.http.Serves;
import org.liuhen.server.identity.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The agency's register: units, people, certificates, roles, custodians, entrusted bodies, adopted profile. */
@RestController
class RegisterEndpoints {

    private final RegisterViews views;
    private final RegisterActs acts;

    RegisterEndpoints(RegisterViews views, RegisterActs acts) {
        this.views = views;
        this.acts = acts;
    }

    @GetMapping("/api/register")
    @Serves({SYSTEM_ADMINISTRATOR, LEGAL_SECTION, PERSON_IN_CHARGE})
    RegisterViews.RegisterView register(Caller caller) {
        return views.view(caller.agency()).orElseThrow(() -> new IllegalStateException("signed in, and no such agency: " + caller.agency()));
    }

    /** The register's version after an act. */
    record Entered(long version) {}

    @PostMapping("/api/register/{act}")
    @Serves(SYSTEM_ADMINISTRATOR)
    ResponseEntity<Entered> enter(
            Caller caller, @PathVariable String act, @RequestBody Map<String, Object> body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID command) {
        var version = acts.carryOut(caller.agency(), command == null ? UUID.randomUUID() : command, caller.actor(), act, body);
        return ResponseEntity.ok().eTag("\"" + version + "\"").body(new Entered(version));
    }
}
