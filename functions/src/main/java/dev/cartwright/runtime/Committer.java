package dev.cartwright.runtime;

import dev.cartwright.rules.FollowUp;
import dev.cartwright.rules.RuleSet;
import dev.cartwright.rules.Subjects;
import dev.cartwright.rules.Event;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Commits plans: writes rows, sets states, publishes, acknowledges, in this order; whatever fails on the way needs no
 * undoing. Thread-safe.
 */
final class Committer {

    private final Events events;
    private final RuleSet rules;
    private final RuleSetVersion version;
    private final EventLog log;
    private final SubjectStore store;
    private final Publisher publisher;
    private final LaneSettings settings;
    private final LaneMeters meters;
    private final LongSupplier nanoTime;
    private final SubjectStore.Registrant registrant;
    private final PublishedMarks marks = new PublishedMarks();

    Committer(Runtime runtime) {
        this.events = runtime.events();
        this.rules = runtime.engine().rules();
        this.version = runtime.version();
        this.log = runtime.log();
        this.store = runtime.store();
        this.publisher = runtime.publisher();
        this.settings = runtime.settings();
        this.meters = runtime.meters();
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
        publish(setStates(current.stream().filter(Plan::hasChange).toList(), again));
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
        List<Plan> owners = new ArrayList<>();
        List<EventLog.Append> wave = new ArrayList<>();
        do {
            owners.clear();
            wave.clear();
            current.removeIf(plan -> {
                var steps = plan.nextWave();
                if (!steps.isEmpty() && !isFresh(plan)) {
                    overtaken(plan.jobs(), again);
                    return true;
                }
                steps.forEach(step -> {
                    owners.add(plan);
                    wave.add(step.toAppend());
                });
                return false;
            });
            if (!wave.isEmpty()) {
                Iterator<EventLog.Appended> answers = log.append(wave, marks.take()).iterator();
                owners.forEach(plan -> plan.appended(answers.next()));
            }
        } while (!wave.isEmpty());
        return current;
    }

    /** A plan that took too long is held against the cache again, which also renews its pending positions. */
    private boolean isFresh(Plan plan) {
        if (nanoTime.getAsLong() - plan.work.loadedAt() <= settings.fence().toNanos()) {
            return true;
        }
        var token = plan.work.token();
        load(List.of(plan.work));
        return plan.work.token().equals(token);
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
        List<Publisher.Publication> publications = new ArrayList<>();
        List<EventLog.Published> published = new ArrayList<>();
        for (var plan : plans) {
            for (var orphan : plan.orphans) {
                addFollowUps(publications, events.read(orphan.event()), orphan.recorded());
                published.add(new EventLog.Published(orphan.key(), orphan.recorded().failure()));
            }
            for (var step : plan.durableSteps()) {
                addFollowUps(publications, step.job().event(), step.recorded());
                published.add(new EventLog.Published(step.job().key, step.recorded().failure()));
            }
            if (plan.correction != null) {
                publications.add(new Publisher.Publication(plan.correction, null));
            }
        }
        if (!publications.isEmpty()) {
            publisher.publish(publications);
        }
        marks.add(published);
        plans.forEach(this::acknowledge);
    }

    private void addFollowUps(List<Publisher.Publication> publications, Event<?> cause, Recorded recorded) {
        for (var followUp : recorded.followUps()) {
            publications.add(new Publisher.Publication(events.followUp(cause, followUp), groupFor(followUp)));
        }
    }

    private String groupFor(FollowUp followUp) {
        return rules.subscribesTo(followUp) ? rules.catalog().groupOf(Subjects.kind(
                followUp.subject())).orElse(null) : null;
    }

    private void acknowledge(Plan plan) {
        for (var step : plan.durableSteps()) {
            if (step.late()) {
                meters.late(step.job().event().type());
            }
            step.job().done.complete(switch (step.recorded().outcome()) {
                case APPLIED -> Outcome.APPLIED;
                case DISCARDED -> Outcome.DISCARDED;
                case DEAD_LETTERED -> Outcome.DEAD_LETTERED;
            });
        }
    }
}
