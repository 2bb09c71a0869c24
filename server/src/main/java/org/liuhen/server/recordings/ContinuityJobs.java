package org.liuhen.server.recordings;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.recordings.RecordingCommand;
import org.liuhen.core.recordings.RecordingContext;
import org.liuhen.core.recordings.RecordingEvent.ContinuityExamined;
import org.liuhen.core.recordings.RecordingState.Probe;
import org.liuhen.core.recordings.continuity.Check;
import org.liuhen.core.recordings.continuity.Hindrance;
import org.liuhen.core.recordings.continuity.Observation;
import org.liuhen.core.recordings.continuity.Outcome;
import org.liuhen.core.recordings.continuity.Thresholds;
import org.liuhen.core.values.Actor;
import org.liuhen.server.database.AgencyRows;
import org.liuhen.server.recordings.media.Ffmpeg;
import org.liuhen.server.store.Vaults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Looks through each recording after it was probed, one at a time. Its jobs have a table and a thread of their own: looking through takes
 * minutes, and no hand-in waits for it. Recordings from before there were such jobs are found by the sweep.
 */
@Component
class ContinuityJobs implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ContinuityJobs.class);
    private static final String TASKS = "continuity_tasks";
    private static final String EXAMINE = "examine-recording";
    private static final int TRIES = 3;
    private static final int SWEPT_AT_ONCE = 1000;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(20);
    private static final Duration SWEPT_EVERY = Duration.ofMinutes(10);
    private static final Duration HEARTBEAT = Duration.ofSeconds(4);
    private static final int MISSED_HEARTBEATS = 4;

    private final RecordingStreams streams;
    private final Vaults vaults;
    private final MediaTools tools;
    private final AgencyRows rows;
    private final InstantSource clock;
    private final Scheduler scheduler;
    private final OneTimeTask<String> examine;
    private final Set<UUID> running = ConcurrentHashMap.newKeySet();

    ContinuityJobs(RecordingStreams streams, Vaults vaults, MediaTools tools, AgencyRows rows, DataSource source, InstantSource clock) {
        this.streams = streams;
        this.vaults = vaults;
        this.tools = tools;
        this.rows = rows;
        this.clock = clock;
        examine = Tasks.oneTime(EXAMINE, String.class).onFailure(this::failed).onDeadExecutionRevive()
            .execute((instance, _) -> examine(instance.getData(), UUID.fromString(instance.getId())));
        RecurringTask<Void> sweep = Tasks.recurring("sweep-continuity", FixedDelay.of(SWEPT_EVERY)).execute((_, _) -> sweep());
        scheduler = Scheduler.create(source, examine).tableName(TASKS).startTasks(sweep).threads(1)
            .pollingInterval(Duration.ofSeconds(2)).heartbeatInterval(HEARTBEAT).missedHeartbeatsLimit(MISSED_HEARTBEATS).build();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        scheduler.start();
    }

    @Override
    public void destroy() {
        scheduler.stop();
    }

    /** Looks through it soon. */
    void schedule(String agency, UUID recording) {
        scheduler.scheduleIfNotExists(examine.instance(recording.toString(), agency), clock.instant());
    }

    private void sweep() {
        record Unexamined(String agency, UUID id) {}
        rows.ofAll(jdbc -> jdbc.sql("""
                select agency, id from recording where not examined and probe <> 'pending' order by recorded_at desc limit :most
                """)
            .param("most", SWEPT_AT_ONCE)
            .query((row, n) -> new Unexamined(row.getString("agency"), row.getObject("id", UUID.class))).list())
            .forEach(one -> schedule(one.agency(), one.id()));
    }

    private void examine(String agency, UUID id) {
        var recording = RecordingStreams.handedIn(streams.load(agency, id));
        if (recording.continuity().isPresent()) return;
        running.add(id);
        try {
            var continuity = tools.ready().continuity();
            var original = vaults.file(agency, recording.facts().sha256());
            switch (recording.probe()) {
                case Probe.Pending _ -> { /* comes again when it is probed */ }
                case Probe.Done(var found) -> record(agency, id, continuity.examine(original, found));
                case Probe.Failed(var why) -> record(agency, id, continuity.examine(original, why));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("looking through recording " + id, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the server stops; recording " + id + " is looked through after the next start", e);
        } finally {
            running.remove(id);
        }
    }

    private void record(String agency, UUID id, ContinuityExamined found) {
        streams.handle(agency, id, UUID.randomUUID(), Actor.system("continuity"), Optional.empty(),
            new RecordingCommand.RecordContinuity(found), RecordingContext.none());
    }

    private void failed(ExecutionComplete complete, ExecutionOperations<String> operations) {
        var execution = complete.getExecution();
        var failures = execution.consecutiveFailures + 1;
        if (failures < TRIES) {
            operations.reschedule(complete, complete.getTimeDone().plus(FIRST_WAIT.multipliedBy(1L << failures)));
            return;
        }
        operations.stop();
        giveUp((String) execution.taskInstance.getData(), UUID.fromString(execution.taskInstance.getId()), complete.getCause());
    }

    /** After the last try; where the tools themselves are missing, the sweep comes back to it. */
    private void giveUp(String agency, UUID id, Optional<Throwable> cause) {
        LOG.error("recording {} could not be looked through in {} tries", id, TRIES, cause.orElse(null));
        if (causes(cause).anyMatch(Ffmpeg.Unusable.class::isInstance)) return;
        var outcome = new Outcome.NotPerformed(Hindrance.DECODER, cause.map(Throwable::toString).orElse("unknown"));
        var observations = Arrays.stream(Check.values()).map(check -> new Observation(check, outcome)).toList();
        record(agency, id, new ContinuityExamined(observations, Thresholds.CURRENT, Optional.empty(), Optional.empty(), "liuhen"));
    }

    private static Stream<Throwable> causes(Optional<Throwable> first) {
        @Nullable Throwable start = first.orElse(null);
        return Stream.iterate(start, why -> why != null, Throwable::getCause);
    }

    /** What runs or waits for that recording. */
    List<RecordingJobs.Job> of(UUID recording) {
        if (running.contains(recording)) return List.of(new RecordingJobs.Job("continuity", "running", Optional.empty()));
        return scheduler.getScheduledExecution(TaskInstanceId.of(EXAMINE, recording.toString()))
            .map(found -> new RecordingJobs.Job("continuity", found.getConsecutiveFailures() > 0 ? "retrying" : "waiting", Optional.empty()))
            .stream().toList();
    }
}
