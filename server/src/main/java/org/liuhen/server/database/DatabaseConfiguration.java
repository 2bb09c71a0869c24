package org.liuhen.server.database;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Connections of the server; the {@link Database} itself is prepared before Spring starts. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    HikariDataSource dataSource(Database database) {
        return database.pool(DatabaseRole.APP, Database.POOL_CONNECTIONS);
    }

    @Bean
    AgencyRows agencyRows(HikariDataSource dataSource) {
        return new AgencyRows(dataSource);
    }

    @Bean
    DatabaseHealth dbHealthIndicator(HikariDataSource dataSource) {
        return new DatabaseHealth(dataSource);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
