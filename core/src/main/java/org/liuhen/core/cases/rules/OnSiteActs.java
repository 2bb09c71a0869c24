package org.liuhen.core.cases.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.liuhen.core.cases.ActId;
import org.liuhen.core.cases.CaseDocument;
import org.liuhen.core.cases.CaseKind;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.Correction;
import org.liuhen.core.cases.Measure;
import org.liuhen.core.cases.MeasureKind;
import org.liuhen.core.cases.RecordedContent;
import org.liuhen.core.cases.ServiceId;
import org.liuhen.core.cases.ServiceOutcome;
import org.liuhen.core.cases.ServiceRecord;
import org.liuhen.core.cases.documents.TemplateId;
import org.liuhen.core.law.DueDay;
import org.liuhen.core.law.Law;
import org.liuhen.core.values.Bilingual;

/** The acts of a case that an agency may want recorded, out of its documents, measures, corrections and services. */
final class OnSiteActs {

    private static final TemplateId VERIFICATION_RECORD = new TemplateId("verification-record");
    private static final TemplateId HEARING_RECORD = new TemplateId("hearing-record");

    private OnSiteActs() {}

    static Stream<OnSiteAct> of(Begun begun, Law law) {
        return Stream.of(
                        begun.documents().values().stream().filter(CaseDocument::isFinal).flatMap(document ->
                                written(begun, document).stream()),
                        begun.measures().values().stream().flatMap(measure -> measured(measure, law)),
                        begun.corrections().values().stream().flatMap(correction -> corrected(begun, correction, law)),
                        begun.services().entrySet().stream().flatMap(service ->
                                served(service.getKey(), service.getValue(), law)))
                .flatMap(acts -> acts);
    }

    /** An act with a record of its own that tells when it was. */
    private static Optional<OnSiteAct> written(Begun begun, CaseDocument document) {
        var beganAt = Moments.time(document, "beganAt");
        var records = document.form().records();
        var kind = begun.life().opened().kind();
        if (beganAt.isEmpty()) return Optional.empty();
        if (document.form().template().equals(HEARING_RECORD)) return Optional.of(written(document, beganAt.get(),
                Optional.empty(), "hearing"));
        if (document.form().template().equals(VERIFICATION_RECORD)) {
            return Optional.of(written(document, beganAt.get(), Optional.of(RecordedContent.SITE_INSPECTION),
                    "licenceSiteVerification",
                    "siteEnforcement"));
        }
        if (records.contains(RecordedContent.INQUIRY)) {
            return Optional.of(kind == CaseKind.LICENCE
                    ? written(document, beganAt.get(), Optional.of(RecordedContent.INQUIRY), "licenceInquiry", "inquiry",
                            "investigationEvidence")
                    : written(document, beganAt.get(), Optional.of(RecordedContent.INQUIRY), "inquiry", "investigationEvidence"));
        }
        if (records.contains(RecordedContent.SITE_INSPECTION)) {
            return Optional.of(switch (kind) {
                case INSPECTION, DAILY_INSPECTION -> written(document, beganAt.get(),
                        Optional.of(RecordedContent.SITE_INSPECTION), "inspection",
                        "dailyInspection", "siteInspection", "siteEnforcement");
                case PENALTY, LICENCE, COERCION, CHARGE -> written(document, beganAt.get(),
                        Optional.of(RecordedContent.SITE_INSPECTION),
                        "siteInspection", "siteSurvey", "siteEnforcement", "investigationEvidence");
            });
        }
        if (!records.contains(RecordedContent.SAMPLING)) return Optional.empty();
        return Optional.of(written(document, beganAt.get(), Optional.of(RecordedContent.SAMPLING), "investigationEvidence",
                "siteEnforcement"));
    }

    private static OnSiteAct written(CaseDocument document, Instant beganAt, Optional<RecordedContent> content, String... words) {
        var title = document.form().title();
        var endedAt = Moments.time(document, "endedAt").orElse(beganAt);
        return new OnSiteAct(document.id().toString(), new Bilingual("《" + title.zh() + "》所记的行为", "The act of “" + title.en()
                + "”"),
                List.of(words), beganAt, endedAt, Set.of(document.id()), Optional.empty(), content, false);
    }

    private static Stream<OnSiteAct> measured(Measure measure, Law law) {
        var taken = measure.taken();
        var preservation = taken.kind() == MeasureKind.PRESERVATION;
        var began = new OnSiteAct(taken.measure().toString(),
                preservation ? new Bilingual("先行登记保存", "The preservation") : new Bilingual("行政强制措施的实施",
                        "The taking of the measure"),
                preservation ? List.of("registrationPreservationTaken", "siteEnforcement") : List.of("coerciveMeasureTaken",
                        "coercion", "siteEnforcement"),
                dayBegins(Moments.day(taken.beganAt(), law), law), dayEnds(Moments.day(taken.beganAt(), law), law),
                        Set.of(taken.decision()),
                Optional.of(taken.measure()),
                Optional.of(preservation ? RecordedContent.EVIDENCE_PRESERVATION : RecordedContent.COERCIVE_MEASURE), false);
        var lifted = measure.liftings().stream().map(lifting -> new OnSiteAct(taken.measure().toString(),
                preservation ? new Bilingual("先行登记保存的处理", "The ending of the preservation") : new Bilingual("行政强制措施的解除",
                        "The lifting of the measure"),
                List.of(preservation ? "registrationPreservationLifted" : "coerciveMeasureLifted"),
                dayBegins(Moments.day(lifting.at(), law), law), dayEnds(Moments.day(lifting.at(), law), law),
                        Set.of(lifting.decision()),
                Optional.of(taken.measure()), Optional.empty(), false));
        return Stream.concat(Stream.of(began), lifted);
    }

    /** The order, on the day of its document, and each look at what became of it. */
    private static Stream<OnSiteAct> corrected(Begun begun, Correction correction, Law law) {
        var ordered = correction.ordered();
        var order = begun.document(ordered.document()).flatMap(document -> Moments.issuedOn(document, law)).stream()
                .map(on -> new OnSiteAct(ordered.document().toString(),
                        new Bilingual("责令改正（" + on + "）", "The order of correction of " + on),
                        List.of("correctionOrder"), dayBegins(on, law), dayEnds(on, law), Set.of(ordered.document()),
                        Optional.of(ordered.order()), Optional.empty(), false));
        return Stream.concat(order, followedUp(correction, law));
    }

    private static Stream<OnSiteAct> followedUp(Correction correction, Law law) {
        var ordered = correction.ordered();
        return correction.followUps().stream().map(followUp -> new OnSiteAct(ordered.order().toString(),
                new Bilingual("责令改正的复查（" + followUp.on() + "）", "The follow-up of " + followUp.on()),
                        List.of("correctionWithinTerm"),
                dayBegins(followUp.on(), law), dayEnds(followUp.on(), law), followUp.document().map(Set::of).orElse(Set.of()),
                Optional.of(ordered.order()), Optional.empty(), false));
    }

    /** A service whose outcome is known. An agency that names service at large means every method of it (AJ-6). */
    private static Stream<OnSiteAct> served(ServiceId id, ServiceRecord service, Law law) {
        if (!(service.outcome() instanceof ServiceOutcome.Served served)) return Stream.empty();
        var facts = service.facts();
        var words = switch (facts.method()) {
            case LEAVE_BEHIND -> List.of("lienService", "service");
            case PUBLIC_NOTICE -> List.of("publicNoticeService", "service");
            case DIRECT, MAIL, ENTRUSTED, ELECTRONIC -> List.of("service");
        };
        var day = facts.noticeFrom().orElse(served.on());
        var other = facts.otherMeans().filter(note -> !note.isBlank()).isPresent();
        return Stream.of(new OnSiteAct(id.toString(), new Bilingual("文书送达（" + served.on() + "）", "The service of documents on "
                + served.on()), words,
                dayBegins(day, law), dayEnds(day, law), Set.copyOf(facts.documents()), Optional.of(new ActId(id.value())),
                        Optional.of(RecordedContent.SERVICE), other));
    }

    private static Instant dayBegins(LocalDate day, Law law) {
        return day.atStartOfDay(law.zone()).toInstant();
    }

    private static Instant dayEnds(LocalDate day, Law law) {
        return new DueDay(day, false).last(law.zone());
    }
}
