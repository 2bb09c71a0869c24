package org.liuhen.server.ledger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** How the ledgers do, for the management port: down when one of them does not take entries any more. */
final class LedgerHealth implements HealthIndicator, MeterBinder {

    private final FilesLedger ledger;

    LedgerHealth(FilesLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Health health() {
        var health = Health.up();
        for (var log : ledger.logs()) {
            log.state().stopped().ifPresent(stopped -> health.down().withDetail(log.agency(), stopped.reason() + " " + stopped.reasonEn()));
        }
        return health.build();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("liuhen.ledger.pending.entries", ledger, FilesLedger::pending)
                .description("events that no ledger has yet").register(registry);
        Gauge.builder("liuhen.ledger.stopped", ledger, all -> all.logs().stream().filter(log -> log.state().stopped().isPresent()).count())
                .description("ledgers that take no entries").register(registry);
    }
}
