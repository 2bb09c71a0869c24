package org.liuhen.server.journal;

import java.time.Clock;
import java.util.List;
import org.liuhen.server.database.AgencyRows;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class JournalConfiguration {

    @Bean
    Journal journal(AgencyRows rows, List<Projection> projections, WriteGuard guard, ApplicationEventPublisher publisher,
            Clock clock) {
        return new PostgresJournal(rows, projections, guard, publisher::publishEvent, clock);
    }

    /** For the event that closes a stopped ledger: the guard refuses every write, and this one is the way on. */
    @Bean(defaultCandidate = false)
    Journal unguardedJournal(AgencyRows rows, List<Projection> projections, Clock clock) {
        return new PostgresJournal(rows, projections, (_, _, _) -> {}, _ -> {}, clock);
    }

    @Bean
    Rebuild rebuild(AgencyRows rows, List<Projection> projections) {
        return new Rebuild(rows, projections);
    }
}
