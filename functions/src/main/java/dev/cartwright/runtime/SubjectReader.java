package dev.cartwright.runtime;

import dev.cartwright.rules.Decision;
import dev.cartwright.rules.Engine;
import dev.cartwright.rules.Position;
import dev.cartwright.rules.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Reads subjects: their state now or at a time, their history, and why it is so. Thread-safe. */
public final class SubjectReader {

    /** Events come before readers: no more than this many readers fold histories at a time. */
    private static final int FOLDS_AT_A_TIME = 2;
    private static final int WAIT_SECONDS = 5;

    /**
     * What the rules make of an event at its position.
     *
     * @param row the event with the decision as it was recorded
     * @param before the subject before it, as known now
     * @param decision decided again, with its trace
     */
    public record Explanation(LogRow row, State before, Decision decision) {}

    private final Runtime runtime;
    private final Engine engine;
    private final Committer committer;
    private final Refolder refolder;
    private final Semaphore folds = new Semaphore(FOLDS_AT_A_TIME);

    public SubjectReader(Runtime runtime) {
        this.runtime = runtime;
        this.engine = runtime.engine();
        this.committer = new Committer(runtime);
        this.refolder = runtime.refolder();
    }

    /** The present state; empty for a subject without events. */
    public Optional<State> current(String subject) {
        return Optional.of(current(List.of(subject)).get(subject).state()).filter(found -> found.version() > 0);
    }

    /** The present state of each of these subjects, of those without events, too, and which rules folded it. */
    public Map<String, Snapshot> current(Collection<String> subjects) {
        var works = subjects.stream().map(Work::new).toList();
        committer.load(works);
        Map<String, Snapshot> known = new HashMap<>();
        List<Work> absent = new ArrayList<>();
        for (var work : works) {
            if (work.trust(runtime.version(), runtime.settings().pendingTimeout()) == Work.Trust.ABSENT) {
                absent.add(work);
            } else {
                known.put(work.subject, work.cached().orElseThrow(() -> new Unavailable(
                        Unavailable.Reason.OTHER_RULES, "instances with other rules are at the subject")));
            }
        }
        if (!absent.isEmpty()) {
            known.putAll(fold(() -> refold(absent)));
        }
        return known;
    }

    /** The fold of all events up to and including the time, as known now; empty before the first. */
    public Optional<State> at(String subject, Instant time) {
        return fold(() -> {
            var fold = new Fold();
            runtime.log().scan(List.of(subject), row -> {
                if (!row.key().position().time().isAfter(time)) {
                    fold.add(row);
                }
            });
            return Optional.of(fold.state).filter(found -> found.version() > 0);
        });
    }

    /** At most {@code limit} rows, newest first; those before {@code before} where it is not null. */
    public List<LogRow> history(String subject, Position before, int limit) {
        return runtime.log().newest(subject, before, limit);
    }

    /** The first event of the subject with this id, decided again at its position. */
    public Optional<Explanation> explain(String subject, String eventId) {
        return fold(() -> {
            var fold = new Fold();
            runtime.log().scan(List.of(subject), row -> {
                if (fold.explanation == null && row.event().getId().equals(eventId)) {
                    fold.explain(row);
                }
                fold.add(row);
            });
            return Optional.ofNullable(fold.explanation);
        });
    }

    private Map<String, Snapshot> refold(List<Work> works) {
        Map<String, Snapshot> known = new HashMap<>();
        List<Plan> toSet = new ArrayList<>();
        for (var plan : refolder.refold(works)) {
            var snapshot = plan.toChange(runtime.version()).next();
            known.put(plan.work.subject, snapshot);
            if (snapshot.state().version() > 0) {
                toSet.add(plan);
            }
        }
        if (!toSet.isEmpty()) {
            committer.commit(toSet, overtaken -> { });
            committer.flushMarks();
        }
        return known;
    }

    private <T> T fold(Supplier<T> work) {
        try {
            if (!folds.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new Unavailable(Unavailable.Reason.LANE_FULL, "too many readers fold histories");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable(Unavailable.Reason.STOPPING, "the instance is ending", e);
        }
        try {
            return work.get();
        } finally {
            folds.release();
        }
    }

    private final class Fold {
        private State state = State.EMPTY;
        private Explanation explanation;

        void add(LogRow row) {
            state = engine.decide(state, runtime.events().read(row.event())).state();
        }

        void explain(LogRow row) {
            explanation = new Explanation(row, state, engine.decide(state, runtime.events().read(row.event())));
        }
    }
}
