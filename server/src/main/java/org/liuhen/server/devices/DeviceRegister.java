package org.liuhen.server.devices;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liuhen.core.devices.DeviceContext;
import org.liuhen.core.values.Officer;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Role;
import org.liuhen.core.values.UnitCode;
import org.liuhen.server.agencies.Register;
import org.springframework.stereotype.Component;

/** The register of one agency, as a decision on a device asks it today. */
@Component
class DeviceRegister {

    private final Register register;
    private final UnitCounts counts;

    DeviceRegister(Register register, UnitCounts counts) {
        this.register = register;
        this.counts = counts;
    }

    DeviceContext.Register of(String agency) {
        return new OfAgency(agency);
    }

    private final class OfAgency implements DeviceContext.Register {

        private final String agency;

        OfAgency(String agency) {
            this.agency = agency;
        }

        @Override
        public Optional<Officer> officer(PersonId person) {
            return register.certificate(person.value()).filter(certificate -> certificate.agency().equals(agency))
                    .map(Register.Certificate::officer);
        }

        @Override
        public boolean knows(PersonId person) {
            return register.person(person.value()).filter(known -> known.agency().equals(agency)).isPresent();
        }

        @Override
        public Set<Role> roles(PersonId person) {
            return register.rolesToday(agency, person);
        }

        @Override
        public boolean knows(UnitCode unit) {
            return register.units(agency).stream().anyMatch(known -> known.code().equals(unit.value()));
        }

        @Override
        public List<PersonId> custodiansOfDevices(UnitCode unit) {
            return counts.custodians(agency).getOrDefault(unit.value(), List.of());
        }
    }
}
