package org.liuhen.server.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import org.liuhen.core.values.Bilingual;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the database answers, for the management port. Takes its name from Spring's own, whose reasons are for programmers. */
final class DatabaseHealth implements HealthIndicator {

    private static final int ANSWER_SECONDS = 5;
    private static final Bilingual AWAY = new Bilingual(
            "数据库无法连接：请检查 PostgreSQL 是否在运行、磁盘是否已满；恢复后服务自动继续，不用重启。",
            "The database cannot be reached: see whether PostgreSQL runs and its disk has room; the server goes on by itself when it is"
                    + " back.");

    private final HikariDataSource pool;

    DatabaseHealth(HikariDataSource pool) {
        this.pool = pool;
    }

    @Override
    public Health health() {
        try (var connection = pool.getConnection()) {
            return connection.isValid(ANSWER_SECONDS) ? Health.up().build() : away("no answer within " + ANSWER_SECONDS + " s");
        } catch (SQLException e) {
            return away(String.valueOf(e.getMessage()));
        }
    }

    private static Health away(String error) {
        return Health.down().withDetail("reason", AWAY.zh() + " " + AWAY.en()).withDetail("error", error).build();
    }
}
