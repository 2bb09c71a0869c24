package org.liuhen.server.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.cases.CaseDocument;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.documents.FieldValue;
import org.liuhen.core.cases.documents.Template;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.agencies.Registrar;
import org.liuhen.server.cases.paper.HttpTimeStamps;
import org.liuhen.server.cases.paper.LocalTimeStamps;
import org.liuhen.server.cases.paper.Paper;
import org.liuhen.server.cases.paper.PaperContext;
import org.liuhen.server.cases.paper.PaperTooLong;
import org.liuhen.server.cases.paper.Pdf;
import org.liuhen.server.cases.paper.Place;
import org.liuhen.server.cases.paper.SealKey;
import org.liuhen.server.cases.paper.Sealing;
import org.liuhen.server.cases.paper.TimeStamps;
import org.liuhen.server.folder.DataFolder;
import org.liuhen.server.http.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Documents of cases on paper: rendered from their fields, sealed with the agency's keys. The fonts are read when the first paper is
 * made. Time stamps come from {@code liuhen.timestamps.url}, trusted by the certificates in the file {@code liuhen.timestamps.roots};
 * without them from an authority of our own, for demonstrations.
 */
@Component
class Papers implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Papers.class);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Registrar.ZONE);

    private final CaseLaw law;
    private final Register register;
    private final DataFolder folder;
    private final InstantSource clock;
    private final Environment settings;
    private @Nullable Tools tools;

    private record Tools(Paper paper, Sealing sealing, TimeStamps timeStamps) {}

    Papers(CaseLaw law, Register register, DataFolder folder, InstantSource clock, Environment settings) {
        this.law = law;
        this.register = register;
        this.folder = folder;
        this.clock = clock;
        this.settings = settings;
    }

    /** What a paper shows beside the fields; a draft has neither number nor date. */
    record Issue(int version, boolean draft, Optional<String> number, Optional<LocalDate> issuedOn) {}

    /** The form of the document as the library has it now. @throws Problem if the library has it no more */
    Template template(CaseDocument document) {
        return law.templates().of(document.form().template())
                .orElseThrow(() -> Problem.of(HttpStatus.CONFLICT, "no-such-template", "文书库中已没有这个模板", "The library has this form no more")
                        .next("请用现行模板另拟一份。", "Draft it anew with a form in force."));
    }

    /** Renders it. The same input gives the same bytes. @throws Problem if it is too long for a paper */
    Pdf render(String agency, Begun begun, CaseDocument document, Map<String, FieldValue> values, Issue issue) {
        return render(template(document), values, new PaperContext(agencyName(agency), issue.number(), document.id().value(), issue.version(),
                issue.draft(), issue.issuedOn(), names(agency, begun)));
    }

    /** A blank of the form with its number, to be filled in by hand. @param document the id that the codes on its pages name */
    Pdf blank(String agency, Template form, String number, UUID document) {
        return render(form, Map.of(), new PaperContext(agencyName(agency), Optional.of(number), document, 1, false, Optional.empty(), Map.of()));
    }

    private Pdf render(Template form, Map<String, FieldValue> values, PaperContext context) {
        try {
            return tools().paper().render(form, values, context);
        } catch (PaperTooLong e) {
            throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "paper-too-long", "文书过长", "The document is too long")
                    .because(String.valueOf(e.getMessage()), String.valueOf(e.getMessage()))
                    .next("请分成几份，或者把长的内容作为附件。", "Divide it, or attach the long part.");
        }
    }

    /**
     * Seals a paper with the agency's keys and a time stamp.
     *
     * @throws Problem if no time stamp came; nothing was made
     */
    byte[] seal(String agency, Pdf pdf, Place place, String title) {
        var key = SealKey.ensure(folder.seals(), new AgencyCode(agency), agencyName(agency), clock.instant());
        try {
            return tools().sealing().seal(pdf.bytes(), key, place, Optional.empty(), title);
        } catch (IOException e) {
            LOG.error("sealing for {} failed", agency, e);
            throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "seal-failed", "暂时不能盖章", "It cannot be sealed just now")
                    .because("没有取得时间戳，或者印章密钥不可用。", "No time stamp came, or the seal's keys cannot be used.")
                    .next("请稍后重试；持续出现时请通知系统管理员。", "Try again later; if it goes on, tell the system administrator.");
        }
    }

    /** How people, documents and recordings of the case are printed, by their ids. */
    Map<String, String> names(String agency, Begun begun) {
        var names = new HashMap<String, String>();
        register.people(agency).forEach(person -> names.put(person.id().toString(),
                person.name() + person.certificate().map(number -> "（执法证号 " + number + "）").orElse("")));
        begun.life().handlers().forEach(officer ->
                names.put(officer.id().toString(), officer.name() + "（执法证号 " + officer.certificate() + "）"));
        begun.documents().values().forEach(document -> names.put(document.id().toString(),
                "《" + document.form().title().zh() + "》" + document.number().orElse("")));
        begun.process().recordings().values().forEach(recording -> names.put(recording.recording().toString(),
                "音像记录 " + MINUTE.format(recording.beganAt()) + " 至 " + MINUTE.format(recording.endedAt())));
        return names;
    }

    private String agencyName(String agency) {
        return register.agency(agency).map(Register.Agency::name).orElse(agency);
    }

    private synchronized Tools tools() {
        if (tools == null) {
            var paper = new Paper();
            var stamps = timeStamps();
            tools = new Tools(paper, new Sealing(paper, stamps, clock), stamps);
        }
        return tools;
    }

    private TimeStamps timeStamps() {
        var url = settings.getProperty("liuhen.timestamps.url");
        if (url == null) return new LocalTimeStamps(folder.timestamps(), clock);
        return new HttpTimeStamps(URI.create(url), roots(Path.of(settings.getRequiredProperty("liuhen.timestamps.roots"))));
    }

    private static List<X509Certificate> roots(Path file) {
        try (var in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream().map(X509Certificate.class::cast).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("roots of the time stamps: " + file, e);
        } catch (CertificateException e) {
            throw new IllegalStateException("no certificates: " + file, e);
        }
    }

    @Override
    public synchronized void destroy() {
        if (tools != null && tools.timeStamps() instanceof HttpTimeStamps remote) remote.close();
    }
}
