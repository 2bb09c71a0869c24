package org.liuhen.server.cases;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.core.cases.documents.FieldValue;
import org.liuhen.core.cases.documents.Template;
import org.liuhen.core.cases.documents.TemplateId;
import org.liuhen.server.acts.PlainJson;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.http.Problem;
import org.liuhen.server.identity.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Forms, what a draft begins with, and what somebody is typing. */
@RestController
class DraftEndpoints {

    private final CaseStreams streams;
    private final CaseLaw law;
    private final Typing typing;
    private final Register register;

    DraftEndpoints(CaseStreams streams, CaseLaw law, Typing typing, Register register) {
        this.streams = streams;
        this.law = law;
        this.typing = typing;
        this.register = register;
    }

    /** The library of forms. */
    record Library(List<Map<String, Object>> items) {}

    @GetMapping("/api/templates")
    @MayViewCases
    Library templates(@RequestParam Optional<String> kind) {
        return new Library(law.templates().all().stream()
                .filter(template -> kind.isEmpty() || template.cases().stream().anyMatch(of -> of.word().equals(kind.get())))
                .map(TemplateView::of).toList());
    }

    /** What a draft begins with. */
    record Begins(Map<String, Object> values) {}

    @GetMapping("/api/cases/{id}/prefill/{template}")
    @MayViewCases
    Begins prefill(Caller caller, @PathVariable UUID id, @PathVariable String template) {
        var form = template(template);
        var loaded = streams.load(caller.agency(), id);
        var prefill = new Prefill(loaded, agency(caller.agency(), loaded), CaseEndpoints.handles(caller, loaded));
        var values = new LinkedHashMap<String, Object>();
        for (Map.Entry<String, FieldValue> field : prefill.values(form).entrySet()) {
            values.put(field.getKey(), PlainJson.chosen((Record) field.getValue()));
        }
        return new Begins(values);
    }

    private Template template(String id) {
        try {
            return law.templates().of(new TemplateId(id)).orElseThrow(DraftEndpoints::noSuchTemplate);
        } catch (IllegalArgumentException e) {
            throw noSuchTemplate();
        }
    }

    private static Problem noSuchTemplate() {
        return Problem.notFound("没有这个模板", "There is no such form").next("请从文书库中选择。", "Choose one of the library.");
    }

    private Prefill.Agency agency(String code, CaseStreams.Loaded loaded) {
        var agency = register.agency(code);
        var unit = loaded.begun().life().opened().unit().value();
        return new Prefill.Agency(agency.map(Register.Agency::name).orElse(code), agency.flatMap(Register.Agency::superior),
                register.unitName(code, unit));
    }

    /** What was typed and not saved. */
    record Typed(Object values, Instant savedAt) {}

    @GetMapping("/api/cases/{id}/documents/{document}/typing")
    @MayWriteDocuments
    ResponseEntity<Typed> typed(Caller caller, @PathVariable UUID id, @PathVariable UUID document) {
        streams.load(caller.agency(), id);
        return typing.get(caller.agency(), caller.id(), document)
                .map(kept -> ResponseEntity.ok(new Typed(kept.content().getOrDefault("values", Map.of()), kept.savedAt())))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @PutMapping("/api/cases/{id}/documents/{document}/typing")
    @MayWriteDocuments
    ResponseEntity<Void> type(Caller caller, @PathVariable UUID id, @PathVariable UUID document, HttpServletRequest request) throws IOException {
        var body = request.getInputStream().readNBytes(Typing.BYTES_MAX + 1);
        if (body.length > Typing.BYTES_MAX) {
            throw Problem.of(HttpStatus.CONTENT_TOO_LARGE, "too-large", "内容过大", "Too large")
                    .because("暂存最多 1 MiB。", "At most 1 MiB is kept while typing.").next("请保存草稿或者缩短文字。", "Save the draft, or shorten the text.");
        }
        streams.load(caller.agency(), id);
        typing.put(caller.agency(), caller.id(), document, body);
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping("/api/cases/{id}/documents/{document}/typing")
    @MayWriteDocuments
    ResponseEntity<Void> forget(Caller caller, @PathVariable UUID id, @PathVariable UUID document) {
        streams.load(caller.agency(), id);
        typing.delete(caller.agency(), caller.id(), document);
        return ResponseEntity.noContent().build();
    }
}
