package dev.cartwright.runtime;

import dev.cartwright.rules.Decision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * Commits plans: writes rows, sets states, publishes, acknowledges, in this order; whatever fails on the way needs no
 * undoing. Thread-safe.
 */
final class Committer {

    private final FollowUps followUps;
    private final RuleSetVersion version;
    private final EventLog log;
    private final SubjectStore store;
    private final Publisher publisher;
    private final LaneSettings settings;
    private final LaneMeters meters;
    private final EventSpans spans;
    private final DeadLetterReport deadLetters;
    private final RuleReport rules;
    private final Passage passage;
    private final LongSupplier nanoTime;
    private final SubjectStore.Registrant registrant;
    private final PublishedMarks marks = new PublishedMarks();

    Committer(Runtime runtime) {
        this.followUps = new FollowUps(runtime);
        this.version = runtime.version();
        this.log = runtime.log();
        this.store = runtime.store();
        this.publisher = new TracedPublisher(runtime.publisher(), runtime.spans());
        this.settings = runtime.settings();
        this.meters = runtime.meters();
        this.spans = runtime.spans();
        this.deadLetters = new DeadLetterReport(meters);
        this.rules = new RuleReport(runtime.engine().rules(), meters);
        this.passage = runtime.passage();
        this.nanoTime = runtime.nanoTime();
        this.registrant = new SubjectStore.Registrant(version, settings.pendingTimeout());
    }

    /** Loads the subjects and registers their positions. */
    void load(List<Work> works) {
        long askedAt = nanoTime.getAsLong();
        var answers = store.load(works.stream().map(Work::toLoad).toList(), registrant).iterator();
        works.forEach(work -> work.loaded(answers.next(), askedAt));
    }

    /**
     * Commits the plans of different subjects; every job's future is completed, or the job given back.
     *
     * @param again takes the jobs that were overtaken by another instance, subject by subject
     */
    void commit(List<Plan> plans, Consumer<List<Job>> again) {
        var current = append(plans, again);
        failLost(current, again);
        reached("written", current);
        var set = setStates(current.stream().filter(Plan::hasChange).toList(), again);
        reached("set", set);
        publish(set);
    }

    private void reached(String step, List<Plan> plans) {
        plans.forEach(plan -> spans.reached(step, plan.durableJobs()));
    }

    /** True where marks wait for a write to take them along. */
    boolean hasMarks() {
        return !marks.isEmpty();
    }

    /** Writes the marks that no other write took along. */
    void flushMarks() {
        if (hasMarks()) {
            log.append(List.of(), marks.take());
        }
    }

    /** Writes the rows in waves; the plans that no other instance overtook meanwhile. */
    private List<Plan> append(List<Plan> plans, Consumer<List<Job>> again) {
        List<Plan> current = new ArrayList<>(plans);
        for (var waves = nextWaves(current); !waves.isEmpty(); waves = nextWaves(current)) {
            var overtaken = overtakenAmong(waves.keySet());
            current.removeAll(overtaken);
            waves.keySet().removeAll(overtaken);
            overtaken.forEach(plan -> overtaken(plan.jobs(), again));
            write(waves);
        }
        return current;
    }

    private static Map<Plan, List<Step>> nextWaves(List<Plan> plans) {
        Map<Plan, List<Step>> waves = new LinkedHashMap<>();
        for (var plan : plans) {
            var steps = plan.nextWave();
            if (!steps.isEmpty()) {
                waves.put(plan, steps);
            }
        }
        return waves;
    }

    private void write(Map<Plan, List<Step>> waves) {
        var appends = waves.values().stream().flatMap(List::stream).map(Step::toAppend).toList();
        if (!appends.isEmpty()) {
            var answers = log.append(appends, marks.take()).iterator();
            waves.forEach((plan, steps) -> steps.forEach(step -> plan.appended(answers.next())));
        }
    }

    /** Plans that took too long are held against the cache again, which also renews their pending positions. */
    private List<Plan> overtakenAmong(Collection<Plan> plans) {
        var stale = plans.stream()
                .filter(plan -> nanoTime.getAsLong() - plan.work.loadedAt() > settings.fence().toNanos()).toList();
        var tokens = stale.stream().map(plan -> plan.work.token()).toList();
        if (!stale.isEmpty()) {
            load(stale.stream().map(plan -> plan.work).toList());
        }
        return IntStream.range(0, stale.size()).filter(i -> !stale.get(i).work.token().equals(tokens.get(i)))
                .mapToObj(stale::get).toList();
    }

    private void overtaken(List<Job> jobs, Consumer<List<Job>> again) {
        meters.conflict();
        again.accept(jobs);
    }

    private static void failLost(List<Plan> plans, Consumer<List<Job>> again) {
        for (var plan : plans) {
            if (plan.failure() != null) {
                var away = new Unavailable(Unavailable.Reason.STORE_AWAY, "the event log did not confirm a write",
                        plan.failure());
                plan.failedJobs().forEach(job -> job.done.completeExceptionally(away));
                if (!plan.hasChange()) {
                    again.accept(plan.durableJobs());
                }
            }
        }
    }

    private List<Plan> setStates(List<Plan> plans, Consumer<List<Job>> again) {
        if (plans.isEmpty()) {
            return plans;
        }
        var answers = store.compareAndSet(plans.stream().map(plan -> plan.toChange(version)).toList()).iterator();
        List<Plan> set = new ArrayList<>();
        for (var plan : plans) {
            if (answers.next()) {
                set.add(plan);
            } else {
                overtaken(plan.durableJobs(), again);
            }
        }
        return set;
    }

    private void publish(List<Plan> plans) {
        var outbox = new Outbox();
        plans.forEach(plan -> fill(outbox, plan));
        outbox.send(publisher);
        plans.forEach(plan -> settle(plan, outbox));
    }

    private void fill(Outbox outbox, Plan plan) {
        plan.orphans.forEach(orphan -> outbox.add(orphan, followUps.of(orphan)));
        for (var step : plan.durableSteps()) {
            var following = followUps.of(step);
            if (!step.job().repliesWith(following, () -> mark(step))) {
                outbox.add(step, following);
            }
        }
    }

    private void settle(Plan plan, Outbox outbox) {
        RuntimeException failure = null;
        for (var orphan : plan.orphans) {
            var why = outbox.failure(orphan);
            if (why == null) {
                marks.add(List.of(EventLog.Published.of(orphan.key(), orphan.recorded())));
            } else {
                failure = why;
            }
        }
        // why all then: their senders bring them again, and with them the fold that finds the orphans.
        for (var step : plan.durableSteps()) {
            var why = failure == null ? outbox.failure(step) : failure;
            if (why == null) {
                acknowledge(step);
            } else {
                step.job().done.completeExceptionally(why);
            }
        }
    }

    private void mark(Step step) {
        marks.add(List.of(EventLog.Published.of(step.job().key, step.recorded())));
    }

    private void acknowledge(Step step) {
        var event = step.job().event();
        if (!step.job().replies()) {
            mark(step);
        }
        if (step.late()) {
            meters.late(event.type());
        }
        rules.tell(event.type(), step.recorded());
        if (step.recorded().outcome() == Decision.Outcome.DEAD_LETTERED) {
            deadLetters.tell(event.type(), event.subject(), step.recorded().reason(),
                    event.causality().traceparent());
        }
        passage.passed(event, step.recorded());
        step.job().done.complete(switch (step.recorded().outcome()) {
            case APPLIED -> Outcome.APPLIED;
            case DISCARDED -> Outcome.DISCARDED;
            case DEAD_LETTERED -> Outcome.DEAD_LETTERED;
        });
    }
}
