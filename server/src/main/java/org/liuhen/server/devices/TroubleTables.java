package org.liuhen.server.devices;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.devices.Condition;
import org.liuhen.core.devices.DeviceEvent.DeviceRegistered;
import org.liuhen.core.devices.DeviceLifeEvent.DevicePurchased;
import org.liuhen.core.devices.DeviceLifeEvent.DeviceRepaired;
import org.liuhen.core.devices.DeviceLifeEvent.DeviceReturned;
import org.liuhen.core.devices.DeviceLifeEvent.FaultReported;
import org.liuhen.core.devices.DeviceLifeEvent.PurchaseViewed;
import org.liuhen.core.devices.DeviceLifeEvent.QualityRemarked;
import org.liuhen.core.values.Destroyed;
import org.liuhen.core.values.PersonId;
import org.liuhen.server.agencies.Registrar;
import org.liuhen.server.journal.Projection;
import org.liuhen.server.journal.Recorded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Purchases, faults and remarks, for those who supervise buying and quality. Follows from the journal alone. */
@Component
class TroubleTables implements Projection {

    @Override
    public String name() {
        return "device troubles";
    }

    @Override
    public List<String> tables() {
        return List.of("device_purchase", "device_trouble");
    }

    @Override
    public void apply(Recorded recorded, JdbcClient jdbc) {
        switch (recorded.fact()) {
            case DevicePurchased e -> jdbc.sql("""
                    insert into device_purchase (device, agency, bought_on, order_number, price_yuan, purpose, standard)
                    values (:device, :agency, :on, :order, :price, :purpose, :standard)
                    on conflict (device) do update set bought_on = excluded.bought_on, order_number = excluded.order_number,
                        price_yuan = excluded.price_yuan, purpose = excluded.purpose, standard = excluded.standard
                    """).param("device", recorded.stream()).param("agency", recorded.agency()).param("on", Date.valueOf(e.purchase().on()))
                    .param("order", e.purchase().order().orElse(null)).param("price", e.purchase().priceYuan().orElse(null))
                    .param("purpose", e.purchase().purpose().orElse(null)).param("standard", e.purchase().standard().orElse(null)).update();
            case PurchaseViewed e -> jdbc.sql("update device_purchase set agreed = :agreed, opinion = :text where device = :device")
                    .param("agreed", e.agreed()).param("text", e.text()).param("device", recorded.stream()).update();
            case FaultReported e -> trouble("fault", e.cause().word(), e.foundAt(), e.what(), Optional.empty(), recorded, jdbc);
            case DeviceRepaired e -> trouble("repair", null, start(e.on()), e.what(), Optional.empty(), recorded, jdbc);
            case QualityRemarked e -> trouble("remark", null, start(e.on()), e.text(), Optional.of(e.by()), recorded, jdbc);
            case DeviceReturned e when e.condition() != Condition.GOOD ->
                    trouble("return", e.condition().word(), e.at(), e.remark().orElse(""), Optional.of(e.by()), recorded, jdbc);
            case Destroyed(var type) when type.equals(DeviceRegistered.class.getSimpleName()) -> {
                for (var table : tables()) jdbc.sql("delete from " + table + " where device = :device").param("device", recorded.stream()).update();
            }
            default -> { } // the journal has events of every feature; this one hears what it can use
        }
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Registrar.ZONE).toInstant();
    }

    private static void trouble(
            String what, @Nullable String cause, Instant at, String told, Optional<PersonId> person, Recorded recorded, JdbcClient jdbc) {
        jdbc.sql("""
                insert into device_trouble (device, version, agency, what, cause, at, told, person)
                values (:device, :version, :agency, :what, :cause, :at, :told, :person)
                """).param("device", recorded.stream()).param("version", recorded.version()).param("agency", recorded.agency()).param("what", what)
                .param("cause", cause).param("at", Timestamp.from(at)).param("told", told).param("person", person.map(PersonId::value).orElse(null))
                .update();
    }
}
