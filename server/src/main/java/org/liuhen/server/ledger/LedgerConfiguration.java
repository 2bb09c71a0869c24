package org.liuhen.server.ledger;

import java.io.IOException;
import java.time.Clock;
import org.liuhen.server.database.AgencyRows;
import org.liuhen.server.folder.DataFolder;
import org.liuhen.server.folder.Installation;
import org.liuhen.server.journal.Grown;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    @Bean
    FilesLedger ledger(DataFolder folder, Installation installation, AgencyRows rows, Clock clock) throws IOException {
        return new FilesLedger(folder, installation.name(), rows, clock, FaultPoint.BY_PROPERTY);
    }

    @Bean
    LedgerHealth ledgerHealthIndicator(FilesLedger ledger) {
        return new LedgerHealth(ledger);
    }

    @Bean
    FirstLeaf firstLeaf() {
        return new FirstLeaf();
    }

    @Bean
    NewOrigin newOrigin(FilesLedger ledger) {
        return new NewOrigin(ledger);
    }

    @Bean
    Waker ledgerWaker(FilesLedger ledger) {
        return new Waker(ledger);
    }

    /** Hears of commits of this process. */
    record Waker(FilesLedger ledger) {
        @EventListener
        void on(Grown event) {
            ledger.grown(event);
        }
    }
}
