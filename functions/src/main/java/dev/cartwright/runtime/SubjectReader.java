package dev.cartwright.runtime;

import dev.cartwright.rules.Decision;
import dev.cartwright.rules.Engine;
import dev.cartwright.rules.Position;
import dev.cartwright.rules.State;
import java.time.Instant;
import java.util.List;
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
        var work = new Work(subject);
        committer.load(List.of(work));
        var trust = work.trust(runtime.version(), runtime.settings().pendingTimeout());
        var state = trust == Work.Trust.ABSENT ? fold(() -> refold(work)) : work.cachedState().orElseThrow(() ->
                new Unavailable(Unavailable.Reason.OTHER_RULES, "instances with other rules are at the subject"));
        return Optional.of(state).filter(found -> found.version() > 0);
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

    private State refold(Work work) {
        var plan = refolder.refold(List.of(work)).get(0);
        var state = plan.toChange(runtime.version()).next().state();
        if (state.version() > 0) {
            committer.commit(List.of(plan), overtaken -> { });
            committer.flushMarks();
        }
        return state;
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
