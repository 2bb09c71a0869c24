package org.liuhen.server.devices;

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
 * Judges devices when a limit passes without anybody doing anything. Only those whose time has come are read; one node at a time
 * does it, and a node that dies in the middle leaves nothing half done.
 */
@Component
class DeviceClockJob implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceClockJob.class);
    private static final String TASKS = "device_tasks";
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final Duration SWEPT_EVERY = Duration.ofMinutes(30);
    private static final Duration POLLED_EVERY = Duration.ofSeconds(5);
    private static final Duration HEARTBEAT = Duration.ofSeconds(4);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration PUT_OFF = Duration.ofHours(1);
    private static final int AT_ONCE = 500;

    private final DeviceStreams streams;
    private final DeviceClocks clocks;
    private final InstantSource clock;
    private final Scheduler scheduler;

    DeviceClockJob(DeviceStreams streams, DeviceClocks clocks, DataSource source, InstantSource clock) {
        this.streams = streams;
        this.clocks = clocks;
        this.clock = clock;
        RecurringTask<Void> tick = Tasks.recurring("device-clock", FixedDelay.of(EVERY)).execute((_, _) -> judgeDue());
        RecurringTask<Void> sweep = Tasks.recurring("sweep-devices", FixedDelay.of(SWEPT_EVERY)).execute((_, _) -> judgeForgotten());
        scheduler = Scheduler.create(source).tableName(TASKS).startTasks(tick, sweep).threads(2).pollingInterval(POLLED_EVERY)
                .heartbeatInterval(HEARTBEAT).missedHeartbeatsLimit(MISSED_HEARTBEATS).build();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        scheduler.start();
    }

    @Override
    public void destroy() {
        scheduler.stop();
    }

    /** Judges the devices whose time has come. */
    void judgeDue() {
        judge(() -> clocks.due(clock.instant(), AT_ONCE));
    }

    /** Judges the devices that were not judged since their last event. */
    void judgeForgotten() {
        judge(() -> clocks.forgotten(AT_ONCE));
    }

    private void judge(Supplier<List<DeviceClocks.Due>> batches) {
        for (var batch = batches.get(); !batch.isEmpty(); batch = batches.get()) {
            var judged = batch.stream().filter(this::judge).count();
            if (judged == 0) return; // all of them failed: not again at once
        }
    }

    /** One device that cannot be judged must not keep the others from it. */
    private boolean judge(DeviceClocks.Due one) {
        try {
            streams.judge(one.agency(), one.id());
            return true;
        } catch (RuntimeException e) {
            LOG.error("device {} of {} could not be judged; tried again in {}", one.id(), one.agency(), PUT_OFF, e);
            clocks.putOff(one, clock.instant().plus(PUT_OFF));
            return false;
        }
    }
}
