package org.liuhen.server.agencies;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.liuhen.core.agencies.AgencyEvent;
import org.liuhen.core.law.Law;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.formats.law.Profile;
import org.liuhen.server.http.Problem;
import org.liuhen.server.journal.Journal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The law of each agency, as it has adopted it. */
@Component
public class AgencyLaw {

    private final Register register;
    private final Journal journal;
    private final Map<Adopted, Law> laws = new ConcurrentHashMap<>();

    AgencyLaw(Register register, Journal journal) {
        this.register = register;
        this.journal = journal;
    }

    private record Adopted(AgencyCode agency, Optional<LocalDate> activation) {}

    /**
     * The agency's law over time.
     *
     * @throws Problem if the agency must adopt its profile first, for entries whose text does not print their day
     */
    public Law law(String agency) {
        return law(new Adopted(new AgencyCode(agency), register.activation(agency)));
    }

    /** The law as the agency had adopted it at a past moment. */
    public Law lawAsAt(String agency, Instant moment) {
        var adopted = register.agency(agency).stream().flatMap(known -> journal.readAsAt(known.stream(), moment).stream())
                .flatMap(recorded -> recorded.fact() instanceof AgencyEvent.ProfileAdopted profile ? Stream.of(profile) : Stream.empty())
                .reduce((_, later) -> later);
        return law(new Adopted(new AgencyCode(agency), adopted.flatMap(AgencyEvent.ProfileAdopted::activation)));
    }

    /** Whether there are rules to judge by: not before an agency adopts a profile whose text does not print its days. */
    public boolean isAdopted(String agency) {
        return register.activation(agency).isPresent() || !Profile.of(new AgencyCode(agency)).needsActivation();
    }

    private Law law(Adopted adopted) {
        if (adopted.activation().isEmpty() && Profile.of(adopted.agency()).needsActivation()) throw notAdopted();
        return laws.computeIfAbsent(adopted, of -> Profile.law(of.agency(), of.activation()));
    }

    private static Problem notAdopted() {
        return Problem.of(HttpStatus.CONFLICT, "no-profile", "本机关尚未启用制度参数", "The agency has not adopted its profile")
                .because("制度中有未载明施行日期的条款，启用时须填写。", "The day from which some articles count is entered with the adoption.")
                .next("请系统管理员在机关登记中启用制度参数。", "Ask the system administrator to adopt the profile in the agency's register.");
    }
}
