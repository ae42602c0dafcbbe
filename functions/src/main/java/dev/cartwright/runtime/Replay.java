package dev.cartwright.runtime;

import dev.cartwright.rules.Engine;
import dev.cartwright.rules.Position;
import dev.cartwright.rules.State;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** One subject being folded from its log, its deliveries put in at their positions; used once, by one thread. */
final class Replay {

    /** More rows than this that nobody published are left to the next fold. */
    private static final int MAX_ORPHANS = 1000;

    private final Engine engine;
    private final Events events;
    private final Work work;
    private final Duration pendingTimeout;
    private final Deque<Job> jobs;
    private final Restamps restamps;
    private final List<Step> steps = new ArrayList<>();
    private final List<LogRow> orphans = new ArrayList<>();
    private final List<Position> settled;
    private final Refolded news;
    private State state = State.EMPTY;

    /** @param known the state that the cache had of these rules; null where it had none */
    Replay(Engine engine, Events events, Work work, State known, Duration pendingTimeout) {
        this.engine = engine;
        this.events = events;
        this.work = work;
        this.pendingTimeout = pendingTimeout;
        this.jobs = new ArrayDeque<>(work.jobs());
        this.restamps = new Restamps(jobs);
        this.settled = new ArrayList<>(work.abandoned(pendingTimeout));
        this.news = new Refolded(work.subject, known);
    }

    /** Takes the next row of the log, in order of position. */
    void row(LogRow row) {
        restamps.row(row.key());
        while (!jobs.isEmpty() && jobs.peek().position().compareTo(row.key().position()) < 0) {
            decide(jobs.poll());
        }
        state = engine.decide(state, events.read(row.event())).state();
        news.row(row, state);
        if (!jobs.isEmpty() && jobs.peek().position().equals(row.key().position())) {
            meet(jobs.poll(), row);
        } else if (!row.published() && !work.isInFlight(row.key().position(), pendingTimeout)
                && orphans.size() < MAX_ORPHANS) {
            orphans.add(row);
        }
    }

    private void meet(Job job, LogRow row) {
        if (row.published()) {
            settled.add(job.position());
            job.duplicates(row);
        } else {
            steps.add(Step.standing(job, row.recorded(), isLate(job), state));
        }
    }

    private void decide(Job job) {
        var decision = engine.decide(state, job.event());
        state = decision.state();
        news.decided(job, state);
        steps.add(Step.decided(job, decision, isLate(job)));
    }

    private boolean isLate(Job job) {
        return news.covers(job.position());
    }

    Plan finish() {
        while (!jobs.isEmpty()) {
            decide(jobs.poll());
        }
        return new Plan(work, state, steps, true, settled, orphans, news);
    }

    /** True where the cache lost the history, new rules read it, or an event came late; not where it is confirmed. */
    boolean isAgain() {
        return news.isAgain();
    }

    /** The deliveries that look like others at another time; call it at the end. */
    List<Step> restamped() {
        return restamps.among(steps);
    }
}
