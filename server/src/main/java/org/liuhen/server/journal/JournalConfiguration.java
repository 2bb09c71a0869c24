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

    @Bean
    Rebuild rebuild(AgencyRows rows, List<Projection> projections) {
        return new Rebuild(rows, projections);
    }
}
