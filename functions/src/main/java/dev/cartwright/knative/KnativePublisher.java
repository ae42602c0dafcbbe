package dev.cartwright.knative;

import dev.cartwright.runtime.RemotePublisher;
import dev.cartwright.runtime.Unavailable;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Publishes to the sink that Knative names, the events of one subject one after another. Thread-safe. What is durable
 * is the sink's business: a Knative broker answers 2xx when it is.
 */
public final class KnativePublisher implements RemotePublisher {

    private static final int UNDER_WAY = 32;
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final Duration deadline;
    private final Sink sink;
    // Its queue is as long as what the callers hold anyway, since each waits for all of its own.
    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(UNDER_WAY, UNDER_WAY, IDLE.toMillis(),
            TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>(), KnativePublisher::worker);

    public KnativePublisher(KnativeTarget target) {
        this.deadline = target.deadline();
        this.sink = new Sink(target);
        workers.allowCoreThreadTimeOut(true);
    }

    @Override
    public void publish(List<Publication> publications) {
        Collection<List<Publication>> bySubject = publications.stream()
                .collect(Collectors.groupingBy(publication -> publication.event().getSubject(), LinkedHashMap::new,
                        Collectors.toList())).values();
        long end = System.nanoTime() + deadline.toNanos();
        try {
            // Whatever is not done by then is interrupted.
            var all = workers.invokeAll(bySubject.stream().map(some -> sendingAll(some, end)).toList(),
                    deadline.toNanos(), TimeUnit.NANOSECONDS);
            for (var one : all) {
                requireDone(one);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw sink.away("was not waited for", e);
        }
    }

    private Callable<Void> sendingAll(List<Publication> ofOneSubject, long end) {
        return () -> {
            for (var publication : ofOneSubject) {
                sink.send(publication, end);
            }
            return null;
        };
    }

    private void requireDone(Future<Void> sent) throws InterruptedException {
        if (sent.isCancelled()) {
            throw sink.away("did not take all events in time", null);
        }
        try {
            sent.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Unavailable away ? away : sink.away("cannot be sent to", e.getCause());
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

    private static Thread worker(Runnable task) {
        var thread = new Thread(task, "knative");
        thread.setDaemon(true);
        return thread;
    }
}
