package dev.cartwright.runtime;

import dev.cartwright.rules.Event;
import dev.cartwright.rules.Position;
import dev.cartwright.runtime.Publisher.Publication;
import io.opentelemetry.api.trace.Span;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One delivery on its way through a lane; only its future is touched by other threads. */
final class Job implements Comparable<Job> {

    final Incoming incoming;
    final RowKey key;
    final CompletableFuture<Outcome> done = new CompletableFuture<>();
    /** From its coming in until it is done. */
    final Span span;
    private boolean mayReply;
    private Reply reply;
    /** Where it is a duplicate. */
    private LogRow standing;
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

    /** The same, whose sender takes a follow-up as its answer. */
    Job forReply() {
        mayReply = true;
        return this;
    }

    /** True where the only follow-up is now the answer to the sender, and so is not to be published. */
    boolean repliesWith(List<Publication> followUps, Runnable written) {
        reply = mayReply && followUps.size() == 1 ? new Reply(followUps.get(0), written) : null;
        return reply != null;
    }

    boolean replies() {
        return reply != null;
    }

    /** Done, since another delivery of the event was. */
    void duplicates(LogRow row) {
        standing = row;
        done.complete(Outcome.DUPLICATE);
    }

    /** To be read when the delivery is done; where it is a duplicate, the answer that may have got lost. */
    Optional<Reply> reply(FollowUps followUps) {
        if (standing != null) {
            repliesWith(followUps.of(standing), () -> { });
        }
        return Optional.ofNullable(reply);
    }

    /** Another delivery of the same event shares this one's fate. */
    void share(Job twin) {
        // why both: where only one sender would get it, that one may be gone already.
        mayReply &= twin.mayReply;
        done.whenComplete((outcome, failure) -> {
            twin.reply = reply;
            twin.standing = standing;
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
