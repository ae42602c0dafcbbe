package dev.cartwright.runtime;

import dev.cartwright.rules.Event;
import dev.cartwright.rules.Position;
import io.opentelemetry.api.trace.Span;
import java.util.concurrent.CompletableFuture;

/** One delivery on its way through a lane; only its future is touched by other threads. */
final class Job implements Comparable<Job> {

    final Incoming incoming;
    final RowKey key;
    final CompletableFuture<Outcome> done = new CompletableFuture<>();
    /** From its coming in until it is done. */
    final Span span;
    private int attempts;

    Job(Incoming incoming, Span span) {
        this.incoming = incoming;
        this.span = span;
        this.key = new RowKey(incoming.event().subject(), incoming.event().position());
    }

    Event<?> event() {
        return incoming.event();
    }

    Position position() {
        return key.position();
    }

    /** Counts one more try; false where there were enough. */
    boolean mayTryAgain(int limit) {
        return ++attempts < limit;
    }

    /** Another delivery of the same event shares this one's fate. */
    void share(Job twin) {
        done.whenComplete((outcome, failure) -> {
            if (failure == null) {
                twin.done.complete(outcome == Outcome.APPLIED ? Outcome.DUPLICATE : outcome);
            } else {
                twin.done.completeExceptionally(failure);
            }
        });
    }

    @Override
    public int compareTo(Job other) {
        return position().compareTo(other.position());
    }
}
