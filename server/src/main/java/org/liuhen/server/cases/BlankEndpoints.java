package org.liuhen.server.cases;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.cases.documents.NumberCommand;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Role;
import org.liuhen.core.values.UnitCode;
import org.liuhen.server.acts.AskedAct;
import org.liuhen.server.http.Problem;
import org.liuhen.server.http.Serves;
import org.liuhen.server.identity.Caller;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Blanks with numbers on them: handed out to units, printed, and declared void one by one. Used ones are entered in their case. */
@RestController
@RequestMapping("/api/blanks")
class BlankEndpoints {

    private static final int REASON_MAX = 500;

    private final Blanks blanks;
    private final Series series;

    BlankEndpoints(Blanks blanks, Series series) {
        this.blanks = blanks;
        this.series = series;
    }

    /** The forms that are handed out as blanks. */
    record Forms(List<Blanks.Form> items) {}

    @GetMapping
    @MayWriteDocuments
    Forms forms() {
        return new Forms(blanks.forms());
    }

    @GetMapping("/{template}")
    @MayWriteDocuments
    Blanks.Listing listing(Caller caller, @PathVariable String template, @RequestParam Optional<Integer> year) {
        return blanks.listing(blanks.series(caller.agency(), blanks.form(template), year));
    }

    /** Who gets how many. */
    record Issue(@Nullable Long count, @Nullable String unit, @Nullable UUID to) {}

    @PostMapping("/{template}/issue")
    @Serves({Role.OFFICE, Role.UNIT_HEAD})
    Blanks.Listing issue(
            Caller caller, @PathVariable String template, @RequestBody Issue asked,
            @RequestHeader(name = AskedAct.KEY, required = false) @Nullable UUID key) {
        if (asked.count() == null || asked.unit() == null || asked.unit().isBlank() || asked.to() == null) {
            throw Problem.badRequest("incomplete-request", "份数、领用机构和领用人都要填写", "Count, unit and person are all needed")
                    .next("请补全后再发放。", "Fill them in and issue again.");
        }
        blanks.known(caller.agency(), asked.unit(), asked.to());
        var of = blanks.series(caller.agency(), blanks.form(template), Optional.empty());
        var command = new NumberCommand.IssueBlanks(asked.count(), new UnitCode(asked.unit()), new PersonId(asked.to()));
        series.carryOut(of, command, key == null ? UUID.randomUUID() : key, caller.actor());
        return blanks.listing(of);
    }

    /** Which blank does not count, and why. */
    record Voiding(@Nullable Long number, @Nullable String reason) {}

    @PostMapping("/{template}/void")
    @MayWriteDocuments
    Blanks.Listing voidBlank(
            Caller caller, @PathVariable String template, @RequestParam Optional<Integer> year, @RequestBody Voiding asked,
            @RequestHeader(name = AskedAct.KEY, required = false) @Nullable UUID key) {
        var reason = asked.reason() == null ? "" : asked.reason().strip();
        if (asked.number() == null || reason.length() > REASON_MAX || reason.chars().anyMatch(Character::isISOControl)) {
            throw Problem.badRequest("incomplete-request", "号码和原因不正确", "Number or reason is wrong")
                    .next("请填写号码和 " + REASON_MAX + " 字以内的原因。", "Enter the number and a reason of at most " + REASON_MAX + " characters.");
        }
        var of = blanks.series(caller.agency(), blanks.form(template), year);
        series.carryOut(of, new NumberCommand.VoidBlank(asked.number(), reason), key == null ? UUID.randomUUID() : key, caller.actor());
        return blanks.listing(of);
    }

    /** The blanks from one number to another, as they are printed. */
    @GetMapping("/{template}/paper")
    @MayWriteDocuments
    ResponseEntity<byte[]> paper(
            Caller caller, @PathVariable String template, @RequestParam Optional<Integer> year, @RequestParam long first, @RequestParam long last) {
        var form = blanks.form(template);
        var pdf = blanks.print(caller.agency(), form, blanks.series(caller.agency(), form, year), first, last);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"blanks-" + first + "-" + last + ".pdf\"").body(pdf);
    }
}
