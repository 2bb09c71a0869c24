package org.liuhen.server.recordings;

import java.util.Optional;
import java.util.UUID;
import org.liuhen.core.values.DeviceId;
import org.liuhen.core.values.HandInId;
import org.liuhen.server.database.AgencyRows;
import org.springframework.stereotype.Component;

/** The devices and hand-ins that files may come from, as this feature has heard of them. */
@Component
class KnownDevices {

    private final AgencyRows rows;

    KnownDevices(AgencyRows rows) {
        this.rows = rows;
    }

    /** The agency's device with that number. */
    Optional<DeviceId> byNumber(String agency, String number) {
        return rows.of(agency, jdbc -> jdbc.sql("select device from known_device where agency = :agency and number = :number")
            .param("agency", agency).param("number", number)
            .query(UUID.class).optional().map(DeviceId::new));
    }

    /** Whether the hand-in exists and is of that device. */
    boolean isHandInOf(String agency, HandInId handIn, DeviceId device) {
        return rows.of(agency, jdbc ->
            jdbc.sql("select count(*) from known_hand_in where agency = :agency and hand_in = :handIn and device = :device")
            .param("agency", agency).param("handIn", handIn.value()).param("device", device.value())
            .query(Integer.class).single()) > 0;
    }
}
