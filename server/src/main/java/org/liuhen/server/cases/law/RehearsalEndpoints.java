package org.liuhen.server.cases.law;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.liuhen.core.values.Role.LEGAL_SECTION;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.liuhen.core.cases.CaseHistory;
import org.liuhen.core.cases.Rehearsal;
import org.liuhen.core.law.Law;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.CaseId;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.law.Profile;
import org.liuhen.formats.law.WorkCalendar;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.cases.CaseLaw;
import org.liuhen.server.cases.CaseList;
import org.liuhen.server.http.Problem;
import org.liuhen.server.http.Serves;
import org.liuhen.server.identity.Caller;
import org.liuhen.server.journal.Journal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tries a draft of the agency's rules on its cases of the past. Nothing is written. */
@RestController
class RehearsalEndpoints {

    /** The newest so many; one waits for the answer. */
    private static final int CASES_MAX = 2_000;

    private final CaseLaw law;
    private final CaseList list;
    private final Journal journal;
    private final Register register;
    private final Semaphore turn = new Semaphore(1);

    RehearsalEndpoints(CaseLaw law, CaseList list, Journal journal, Register register) {
        this.law = law;
        this.list = list;
        this.journal = journal;
        this.register = register;
    }

    /** The draft, as the text of a profile's file. */
    record Draft(String profile) {
        Draft {
            Objects.requireNonNull(profile); // what is missing is the sender's mistake, not ours
        }
    }

    /** What the draft would change. */
    record Changes(int cases, List<BiteView> newly, List<BiteView> gone) {}

    /** One article, how often, and where. */
    record BiteView(String kind, String article, String duty, int count, List<CaseLine> cases) {}

    /** A case. */
    record CaseLine(UUID id, String subject) {}

    @PostMapping("/api/law/rehearsals")
    @Serves(LEGAL_SECTION)
    Changes rehearse(Caller caller, @RequestBody Draft draft) {
        var next = draftLaw(caller.agency(), draft.profile());
        if (!turn.tryAcquire()) {
            throw Problem.of(HttpStatus.TOO_MANY_REQUESTS, "rehearsal-running", "另一次预演正在进行", "Another rehearsal is running")
                    .next("请稍后再试。", "Try again in a moment.");
        }
        try {
            var subjects = list.newest(caller.agency(), CASES_MAX);
            var register = law.context(caller.agency(), caller.actor()).register();
            var rehearsed = Rehearsal.of(next, law.law(caller.agency()), histories(caller.agency(), subjects), register, law.library());
            return new Changes(subjects.size(), views(rehearsed.newly(), subjects), views(rehearsed.gone(), subjects));
        } finally {
            turn.release();
        }
    }

    private Law draftLaw(String agency, String yaml) {
        try {
            return Profile.parse(new AgencyCode(agency), yaml.getBytes(UTF_8)).law(Profile.national(), register.activation(agency), WorkCalendar.shipped());
        } catch (Malformed | IllegalArgumentException e) {
            throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "profile-wrong", "制度参数文件有误", "The profile cannot be read")
                    .because(String.valueOf(e.getMessage()), String.valueOf(e.getMessage()))
                    .next("请按提示的行列更正后重试。", "Correct it at the line and column named, and try again.");
        }
    }

    private List<CaseHistory> histories(String agency, Map<UUID, String> subjects) {
        var histories = new ArrayList<CaseHistory>();
        for (var id : subjects.keySet()) {
            var facts = journal.read(id).stream().filter(recorded -> recorded.agency().equals(agency))
                    .map(recorded -> new CaseHistory.Known(recorded.fact(), recorded.recordedAt())).toList();
            if (!facts.isEmpty()) histories.add(new CaseHistory(new CaseId(id), facts));
        }
        return histories;
    }

    private static List<BiteView> views(List<Rehearsal.Bite> bites, Map<UUID, String> subjects) {
        return bites.stream().map(bite -> new BiteView(bite.kind().name().toLowerCase(java.util.Locale.ROOT), bite.article(), bite.duty(), bite.times(),
                bite.cases().stream().map(id -> new CaseLine(id.value(), Optional.ofNullable(subjects.get(id.value())).orElse(""))).toList())).toList();
    }
}
