package org.liuhen.server.findings;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Judges whatever has findings when a limit passes without anybody doing anything. Only what has its time come is read; one node at a
 * time does it, and a node that dies in the middle leaves nothing half done.
 */
@Component
public class FindingClock implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(FindingClock.class);
    private static final String TASKS = "clock_tasks";
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final Duration SWEPT_EVERY = Duration.ofMinutes(30);
    private static final Duration POLLED_EVERY = Duration.ofSeconds(5);
    private static final Duration HEARTBEAT = Duration.ofSeconds(4);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration PUT_OFF = Duration.ofHours(1);
    private static final int AT_ONCE = 500;

    private final List<Clocked> all;
    private final InstantSource clock;
    private final Scheduler scheduler;

    FindingClock(List<Clocked> all, DataSource source, InstantSource clock) {
        this.all = List.copyOf(all);
        this.clock = clock;
        RecurringTask<Void> tick = Tasks.recurring("finding-clock", FixedDelay.of(EVERY)).execute((_, _) -> judgeDue());
        RecurringTask<Void> sweep = Tasks.recurring("sweep-findings", FixedDelay.of(SWEPT_EVERY)).execute((_, _) -> judgeForgotten());
        scheduler = Scheduler.create(source).tableName(TASKS).startTasks(tick, sweep).threads(2).pollingInterval(POLLED_EVERY)
                .heartbeatInterval(HEARTBEAT).missedHeartbeatsLimit(MISSED_HEARTBEATS).build();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        scheduler.start();
    }

    @Override
    public void destroy() {
        rest();
    }

    /** Ends it before the server ends, for whoever compares what must not change meanwhile. What runs is finished. */
    public void rest() {
        scheduler.stop();
    }

    /** Judges what has its time come. */
    public void judgeDue() {
        all.forEach(kind -> judge(kind, () -> kind.due(clock.instant(), AT_ONCE)));
    }

    /** Judges what was not judged since its last event. */
    public void judgeForgotten() {
        all.forEach(kind -> judge(kind, () -> kind.forgotten(AT_ONCE)));
    }

    private void judge(Clocked kind, Supplier<List<Clocked.Due>> batches) {
        for (var batch = batches.get(); !batch.isEmpty(); batch = batches.get()) {
            var judged = batch.stream().filter(one -> judge(kind, one)).count();
            if (judged == 0) return; // all of them failed: not again at once
        }
    }

    /** One that cannot be judged must not keep the others from it. */
    private boolean judge(Clocked kind, Clocked.Due one) {
        try {
            kind.judge(one);
            return true;
        } catch (RuntimeException e) {
            LOG.error("{} {} of {} could not be judged; tried again in {}", kind.name(), one.id(), one.agency(), PUT_OFF, e);
            kind.putOff(one, clock.instant().plus(PUT_OFF));
            return false;
        }
    }
}
