package org.liuhen.server.recordings.custody;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.recordings.Custody;
import org.liuhen.core.recordings.CustodyEvent;
import org.liuhen.core.recordings.RecordingState.HandedIn;
import org.liuhen.core.recordings.RecordingState;
import org.liuhen.core.recordings.custody.CustodyRules;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.PersonId;
import org.liuhen.server.agencies.AgencyLaw;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.findings.FindingView;
import org.liuhen.server.findings.JudgedStreams.Loaded;
import org.liuhen.server.identity.Caller;
import org.liuhen.server.recordings.CustodyRegister;
import org.liuhen.server.recordings.RecordingStreams;
import org.springframework.stereotype.Component;

/** Storing, handing over and filing of one recording, as its page shows them. */
@Component
class CustodyView {

    private static final Key GROUNDS = new Key("recording.storeException.reasons");

    private final CustodyRegister custody;
    private final Filing filing;
    private final Register register;
    private final AgencyLaw laws;
    private final InstantSource clock;

    CustodyView(CustodyRegister custody, Filing filing, Register register, AgencyLaw laws, InstantSource clock) {
        this.custody = custody;
        this.filing = filing;
        this.register = register;
        this.laws = laws;
        this.clock = clock;
    }

    Map<String, Object> of(Caller caller, Loaded<RecordingState> loaded) {
        var agency = caller.agency();
        var recording = RecordingStreams.handedIn(loaded);
        var view = new LinkedHashMap<String, Object>();
        view.put("id", loaded.id());
        view.put("version", loaded.version());
        recording.completedAt().ifPresent(at -> view.put("completedAt", at));
        view.put("uncertaintyMillis", recording.uncertainty().toMillis());
        view.put("storedAt", recording.custody().storedAt());
        custody.use(agency, recording).ifPresent(use -> {
            var user = person(use.person());
            user.put("since", use.since());
            use.until().ifPresent(until -> user.put("until", until));
            view.put("usedBy", user);
        });
        recording.stationReceipt().ifPresent(e ->
                view.put("stationReceipt", Map.of("station", station(agency, e.station().value()), "receivedAt", e.receivedAt())));
        put(view, recording.custody());
        var law = laws.isAdopted(agency) ? Optional.of(laws.law(agency)) : Optional.<Law>empty();
        law.ifPresent(rules -> put(view, recording, rules));
        var missing = law.map(rules -> CustodyRules.unfiled(recording, rules.on(day(recording, rules)))).orElse(List.of());
        view.put("unfiled", missing);
        view.put("filedBy", filedBy(agency, recording, missing));
        var assessment = law.map(rules -> CustodyRules.assess(recording, rules, clock.instant())).orElseGet(Assessment::quiet);
        view.put("findings", FindingView.all(recording.findings(), assessment));
        view.put("reports", FindingView.reports(assessment));
        view.put("may", CustodyActs.ALL.open(caller.roles()));
        return view;
    }

    /** What follows from the law; an agency that has not yet adopted its profile has no limits to show. */
    private static void put(Map<String, Object> view, HandedIn recording, Law law) {
        CustodyRules.storedBy(recording, law).ifPresent(due -> {
            view.put("storedBy", due.value());
            view.put("storedByArticle", due.authority().cited());
        });
        CustodyRules.handedBy(recording, law).ifPresent(due -> {
            view.put("handedBy", due.value());
            view.put("handedByArticle", due.authority().cited());
        });
        view.put("grounds", law.on(day(recording, law)).words(GROUNDS).map(cited -> cited.value()).orElse(List.of()));
    }

    private static LocalDate day(HandedIn recording, Law law) {
        return LocalDate.ofInstant(recording.completedAt().orElse(recording.custody().storedAt()), law.zone());
    }

    private void put(Map<String, Object> view, Custody kept) {
        kept.handed().ifPresent(e -> {
            var handed = new LinkedHashMap<String, Object>();
            handed.put("custodian", person(e.custodian()));
            e.from().ifPresent(from -> handed.put("from", person(from)));
            handed.put("at", e.at());
            view.put("handed", handed);
        });
        kept.exception().ifPresent(entered -> view.put("exception", exception(entered)));
        kept.excuse().ifPresent(said -> view.put("excuse", excuse(said)));
        kept.accident().ifPresent(accident -> {
            var claim = new LinkedHashMap<String, Object>();
            claim.put("claimedBy", person(accident.claimed().by()));
            claim.put("reason", accident.claimed().reason());
            accident.confirmed().ifPresent(e -> claim.put("confirmedBy", person(e.by())));
            view.put("accident", claim);
        });
        kept.withoutCase().ifPresent(e -> view.put("withoutCase", Map.of("reason", e.reason(), "by", person(e.by()))));
        kept.assigned().ifPresent(to -> view.put("assigned", person(to)));
    }

    private Map<String, Object> exception(Custody.Excepted entered) {
        var exception = new LinkedHashMap<String, Object>();
        exception.put("ground", entered.ground());
        exception.put("place", entered.place());
        exception.put("statement", entered.statement());
        exception.put("returnedAt", entered.returnedAt());
        exception.put("returned", entered.returned());
        entered.checkedInAt().ifPresent(at -> exception.put("checkedInAt", at));
        exception.put("by", person(entered.by()));
        exception.put("enteredAt", entered.enteredAt());
        entered.statedAt().ifPresent(at -> exception.put("statedAt", at));
        exception.put("evidence", entered.evidence().stream().map(Digest::toString).toList());
        return exception;
    }

    private Map<String, Object> excuse(CustodyEvent.ToldDelay said) {
        var excuse = new LinkedHashMap<String, Object>();
        excuse.put("cause", said.delay().ground());
        excuse.put("statement", said.delay().statement());
        excuse.put("by", person(said.delay().by()));
        excuse.put("enteredAt", said.enteredAt());
        excuse.put("evidence", said.delay().evidence().stream().map(Digest::toString).toList());
        return excuse;
    }

    private List<Map<String, Object>> filedBy(String agency, HandedIn recording, List<String> missing) {
        var suggested = filing.suggested(agency, recording);
        var keys = new ArrayList<Map<String, Object>>();
        for (var key : Filing.keys(agency)) {
            var line = new LinkedHashMap<String, Object>();
            line.put("key", key.key());
            line.put("title", key.title().zh());
            line.put("titleEn", key.title().en());
            key.article().ifPresent(article -> line.put("article", article));
            var value = recording.keys().get(key.key());
            if (value != null) line.put("value", value);
            if (suggested.containsKey(key.key())) line.put("suggested", suggested.get(key.key()));
            line.put("missing", missing.contains(key.key()));
            keys.add(line);
        }
        return keys;
    }

    private String station(String agency, UUID id) {
        return register.stations(agency).stream().filter(known -> known.id().equals(id)).map(Register.Station::name).findFirst()
                .orElse(id.toString());
    }

    private Map<String, Object> person(PersonId id) {
        var person = new LinkedHashMap<String, Object>();
        person.put("id", id.value());
        person.put("name", register.person(id.value()).map(Register.Person::name).orElse(id.toString()));
        return person;
    }
}
