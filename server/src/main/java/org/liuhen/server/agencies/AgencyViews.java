package org.liuhen.server.agencies;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.formats.law.ClassificationKey;
import org.liuhen.formats.law.Profile;
import org.springframework.stereotype.Component;

/** What a page must know of its agency. {@code GET /api/agency} answers it for the agency of who is signed in. */
@Component
public final class AgencyViews {

    private final Register register;
    private final Clock clock;

    AgencyViews(Register register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    /** The answer, as in the HTTP contract. */
    public record AgencyView(
            String code, String name, Optional<String> superior, List<Register.Unit> units, List<Officer> officers,
            List<Device> devices, List<Key> classificationKeys, Instant now, String zone) {}

    /** An officer, for lists to choose from. */
    public record Officer(UUID id, String name, Optional<String> unit) {}

    /** A device, for lists to choose from. */
    public record Device(String number, String kind, String unit, Optional<UUID> officer, Optional<String> model, String state) {}

    /** A classification key; {@code source} is {@code article} or {@code default}. */
    public record Key(String key, String title, String titleEn, Optional<String> article, String source) {

        static Key of(ClassificationKey key) {
            return new Key(key.key(), key.title().zh(), key.title().en(), key.article(), key.article().isPresent() ? "article"
                    : "default");
        }
    }

    /** The agency as it is now; empty if it is not in the register. */
    public Optional<AgencyView> view(String code) {
        var now = clock.instant();
        return register.agency(code).map(agency -> new AgencyView(
                agency.code(),
                agency.name(),
                agency.superior(),
                register.units(code),
                register.officers(code, LocalDate.ofInstant(now, Registrar.ZONE)).stream()
                        .map(person -> new Officer(person.id(), person.name(), person.unit())).toList(),
                register.devices(code).stream()
                        .map(device -> new Device(device.number(), device.kind(), device.unit(), device.officer(),
                                device.model(), "active"))
                        .toList(),
                Profile.of(new AgencyCode(code)).classificationKeys().stream().map(Key::of).toList(),
                now,
                Registrar.ZONE.getId()));
    }
}
