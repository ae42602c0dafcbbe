package dev.cartwright.knative;

import dev.cartwright.runtime.Daemons;
import dev.cartwright.runtime.NotAllPublished;
import dev.cartwright.runtime.Refused;
import dev.cartwright.runtime.RemotePublisher;
import dev.cartwright.runtime.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Publishes to the sink that Knative names, many events at once: Knative promises no order, and states need none.
 * Thread-safe. What is durable is the sink's business: a Knative broker answers 2xx when it is.
 */
public final class KnativePublisher implements RemotePublisher {

    private static final int UNDER_WAY = 32;
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final Duration deadline;
    private final Sink sink;
    // Its queue is as long as what the callers hold anyway, since each waits for all of its own.
    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(UNDER_WAY, UNDER_WAY, IDLE.toMillis(),
            TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>(), task -> Daemons.thread("knative", task));

    public KnativePublisher(KnativeTarget target) {
        this.deadline = target.deadline();
        this.sink = new Sink(target);
        workers.allowCoreThreadTimeOut(true);
    }

    @Override
    public void publish(List<Publication> publications) {
        long end = System.nanoTime() + deadline.toNanos();
        Map<Integer, RuntimeException> failures = new TreeMap<>();
        try {
            // Whatever is not done by then is interrupted.
            var all = workers.invokeAll(publications.stream().map(one -> sending(one, end)).toList(),
                    deadline.toNanos(), TimeUnit.NANOSECONDS);
            for (int place = 0; place < all.size(); place++) {
                var failure = failure(all.get(place));
                if (failure != null) {
                    failures.put(place, failure);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw sink.away("was not waited for", e);
        }
        if (!failures.isEmpty()) {
            throw new NotAllPublished(failures);
        }
    }

    private Callable<Void> sending(Publication publication, long end) {
        return () -> {
            sink.send(publication, end);
            return null;
        };
    }

    /** Null where it was taken. */
    private RuntimeException failure(Future<Void> sent) throws InterruptedException {
        if (sent.isCancelled()) {
            return sink.away("did not take all events in time", null);
        }
        try {
            sent.get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause() instanceof Unavailable || e.getCause() instanceof Refused
                    ? (RuntimeException) e.getCause() : sink.away("cannot be sent to", e.getCause());
        }
    }

    @Override
    public void ping() {
        sink.ping();
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
