package dev.cartwright.runtime;

import io.opentelemetry.api.trace.Span;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Lets a test drive a lane batch by batch on its own thread. */
public final class LaneDriver {

    private final Lane lane;
    private final FollowUps followUps;

    public LaneDriver(Runtime runtime) {
        this.lane = new Lane(runtime, Runnable::run);
        this.followUps = new FollowUps(runtime);
    }

    public CompletableFuture<Outcome> offer(Incoming incoming) {
        return offer(new Job(incoming, Span.getInvalid())).done;
    }

    /** For a sender that takes a follow-up as its answer. */
    CompletableFuture<Optional<Reply>> offerForReply(Incoming incoming) {
        var job = offer(new Job(incoming, Span.getInvalid()).forReply());
        return job.done.thenApply(outcome -> job.reply(followUps));
    }

    private Job offer(Job job) {
        if (!lane.offer(job)) {
            job.done.completeExceptionally(new Unavailable(Unavailable.Reason.LANE_FULL, "full"));
        }
        return job;
    }

    public boolean isIdle() {
        return lane.depth() == 0;
    }

    /** Commits what waits; where nothing does, writes the marks of the last batch. */
    public void runOnce() {
        try {
            lane.runOnce(Duration.ZERO);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a test", e);
        }
    }
}
