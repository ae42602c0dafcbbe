package dev.cartwright.runtime;

import io.opentelemetry.api.trace.Span;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Lets a test drive a lane batch by batch on its own thread. */
public final class LaneDriver {

    private final Lane lane;

    public LaneDriver(Runtime runtime) {
        this.lane = new Lane(runtime, Runnable::run);
    }

    public CompletableFuture<Outcome> offer(Incoming incoming) {
        var job = new Job(incoming, Span.getInvalid());
        if (!lane.offer(job)) {
            job.done.completeExceptionally(new Unavailable(Unavailable.Reason.LANE_FULL, "full"));
        }
        return job.done;
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
