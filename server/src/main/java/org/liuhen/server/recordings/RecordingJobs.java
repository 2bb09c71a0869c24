package org.liuhen.server.recordings;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.liuhen.server.database.AgencyRows;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The jobs after a hand-in, kept in the database, so that they survive a restart and run on one node only. Tries are bounded;
 * what is left over (a job lost between two commits, a tool that was missing) is found again by the sweep.
 */
@Component
class RecordingJobs implements DisposableBean {

    static final int TRIES = 3;
    private static final String PREPARE = "prepare-recording";
    private static final int AT_ONCE = 2;
    private static final int SWEPT_AT_ONCE = 1000;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(20);
    private static final Duration TIDIED_EVERY = Duration.ofMinutes(1);
    private static final Duration SWEPT_EVERY = Duration.ofMinutes(30);

    private final Preparation preparation;
    private final ContinuityJobs continuity;
    private final AgencyRows rows;
    private final InstantSource clock;
    /** A job whose server died is taken up again after four of these, not after db-scheduler's half hour. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(4);
    private static final int MISSED_HEARTBEATS = 4;

    private final Scheduler scheduler;
    private final OneTimeTask<String> prepare;
    private final Map<UUID, Job> running = new ConcurrentHashMap<>();

    RecordingJobs(
            Preparation preparation, ContinuityJobs continuity, Uploads uploads, AgencyRows rows, DataSource source, InstantSource clock,
            MeterRegistry meters) {
        this.preparation = preparation;
        this.continuity = continuity;
        this.rows = rows;
        this.clock = clock;
        prepare = Tasks.oneTime(PREPARE, String.class).onFailure(this::failed).onDeadExecutionRevive()
            .execute((instance, _) -> run(instance.getData(), UUID.fromString(instance.getId())));
        RecurringTask<Void> tidy = Tasks.recurring("tidy-uploads", FixedDelay.of(TIDIED_EVERY))
            .execute((_, _) -> uploads.expire());
        RecurringTask<Void> sweep = Tasks.recurring("sweep-recordings", FixedDelay.of(SWEPT_EVERY)).execute((_, _) -> sweep());
        scheduler = Scheduler.create(source, prepare).startTasks(tidy, sweep).threads(AT_ONCE + 1)
            .pollingInterval(Duration.ofSeconds(2))
            .heartbeatInterval(HEARTBEAT).missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .enableImmediateExecution().build();
        uploads.afterHandIn(this::schedule);
        Gauge.builder("liuhen.jobs.waiting", this, RecordingJobs::waiting).description("recordings that wait for the media tool")
            .register(meters);
    }

    /** One job of a recording, for people who wait for it. */
    record Job(String name, String state, Optional<Integer> progressPercent) {}

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        scheduler.start();
        sweep();
    }

    @Override
    public void destroy() {
        scheduler.stop();
    }

    private void schedule(String agency, UUID recording) {
        scheduler.scheduleIfNotExists(prepare.instance(recording.toString(), agency), clock.instant());
    }

    /** Schedules what is still pending. */
    private void sweep() {
        record Pending(String agency, UUID id) {}
        var pending = rows.ofAll(jdbc ->
            jdbc.sql("select agency, id from recording where probe = 'pending' order by recorded_at limit :most")
            .param("most", SWEPT_AT_ONCE)
            .query((row, n) -> new Pending(row.getString("agency"), row.getObject("id", UUID.class))).list());
        pending.forEach(one -> schedule(one.agency(), one.id()));
    }

    private long waiting() {
        return rows.ofAll(jdbc -> jdbc.sql("select count(*) from scheduled_tasks where task_name = :name").param("name", PREPARE)
            .query(Long.class).single());
    }

    private void run(String agency, UUID recording) {
        try {
            preparation.prepare(agency, recording,
                (name, percent) -> running.put(recording, new Job(name, "running", Optional.of(percent))));
            continuity.schedule(agency, recording);
        } finally {
            running.remove(recording);
        }
    }

    private void failed(ExecutionComplete complete, ExecutionOperations<String> operations) {
        var execution = complete.getExecution();
        var failures = execution.consecutiveFailures + 1;
        if (failures < TRIES) {
            operations.reschedule(complete, complete.getTimeDone().plus(FIRST_WAIT.multipliedBy(1L << failures)));
            return;
        }
        var instance = execution.taskInstance;
        preparation.giveUp((String) instance.getData(), UUID.fromString(instance.getId()), complete.getCause());
        operations.stop();
    }

    /** What runs or waits for that recording. */
    List<Job> of(UUID recording) {
        var jobs = new ArrayList<Job>();
        var now = running.get(recording);
        if (now != null) jobs.add(now);
        else scheduler.getScheduledExecution(TaskInstanceId.of(PREPARE, recording.toString()))
            .ifPresent(found -> jobs.add(new Job("probe", found.getConsecutiveFailures() > 0 ? "retrying" : "waiting",
                Optional.empty())));
        jobs.addAll(continuity.of(recording));
        return jobs;
    }
}
