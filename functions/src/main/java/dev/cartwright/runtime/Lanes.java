package dev.cartwright.runtime;

import io.opentelemetry.api.trace.SpanContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The lanes of an instance: a subject is always in the same one, so that an instance never fights itself. */
public final class Lanes implements AutoCloseable {

    private static final int WAITING_REFOLDS = 1000;
    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

    private final Runtime runtime;
    private final FollowUps followUps;
    private final ThreadPoolExecutor beside;
    private final List<Lane> lanes = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    public Lanes(Runtime runtime) {
        this.runtime = runtime;
        this.followUps = new FollowUps(runtime);
        int refoldThreads = runtime.settings().refoldThreads();
        this.beside = new ThreadPoolExecutor(refoldThreads, refoldThreads, 0, TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING_REFOLDS), task -> new Thread(task, "refold"));
        for (int i = 0; i < runtime.settings().lanes(); i++) {
            var lane = new Lane(runtime, beside);
            lanes.add(lane);
            threads.add(new Thread(lane, "lane-" + i));
            runtime.meters().depth(i, lane::depth);
        }
    }

    public void start() {
        threads.forEach(Thread::start);
    }

    /**
     * Commits the event. The stage ends when it is in the log, its state is set and its follow-ups are published; it
     * fails with {@link Unavailable} where the sender should try again.
     *
     * @param carrier the trace context that brought the event
     */
    public CompletionStage<Outcome> submit(Incoming incoming, SpanContext carrier) {
        return submit(job(incoming, carrier));
    }

    /**
     * The same for a sender that takes a follow-up as its answer: where there is but one it is not published then,
     * unless nobody says that it was written. Whenever the event is delivered again the answer is the same.
     */
    public CompletionStage<Answered> submitForReply(Incoming incoming, SpanContext carrier) {
        var job = job(incoming, carrier).forReply();
        return submit(job).thenApply(outcome -> new Answered(outcome, job.reply(followUps)));
    }

    private Job job(Incoming incoming, SpanContext carrier) {
        return new Job(incoming, runtime.spans().process(incoming.cloudEvent(), carrier));
    }

    private CompletionStage<Outcome> submit(Job job) {
        var type = job.event().type();
        long start = runtime.nanoTime().getAsLong();
        runtime.meters().received(type);
        job.done.whenComplete((outcome, failure) -> {
            if (failure == null) {
                runtime.meters().processed(type, outcome, Duration.ofNanos(runtime.nanoTime().getAsLong() - start));
            } else {
                runtime.meters().failed(type);
            }
            EventSpans.end(job.span, outcome, failure);
        });
        if (!lane(job.key.subject()).offer(job)) {
            job.done.completeExceptionally(
                    new Unavailable(Unavailable.Reason.LANE_FULL, "more events wait than the lane holds"));
        }
        return job.done.orTimeout(runtime.settings().patience().toNanos(), TimeUnit.NANOSECONDS)
                .exceptionallyCompose(Lanes::timedOut);
    }

    private static CompletionStage<Outcome> timedOut(Throwable failure) {
        return CompletableFuture.failedStage(failure instanceof TimeoutException
                ? new Unavailable(Unavailable.Reason.STORE_AWAY, "the event was not committed in time", failure) : failure);
    }

    private Lane lane(String subject) {
        return lanes.get(Math.floorMod(subject.hashCode(), lanes.size()));
    }

    /** False once a lane ended by an error that nothing can go on after; only a new instance helps. */
    public boolean areAlive() {
        return threads.stream().allMatch(Thread::isAlive);
    }

    /** Takes nothing more, and ends when what waits is done. */
    @Override
    public void close() {
        lanes.forEach(Lane::stop);
        try {
            for (var thread : threads) {
                thread.join(STOP_WITHIN.toMillis());
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        beside.shutdownNow();
    }
}
