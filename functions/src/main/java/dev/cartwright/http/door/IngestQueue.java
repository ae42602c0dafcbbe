package dev.cartwright.http.door;

import dev.cartwright.http.HttpConfig;
import dev.cartwright.runtime.EventSpans;
import dev.cartwright.runtime.IngestPublisher;
import dev.cartwright.runtime.NotAllPublished;
import dev.cartwright.runtime.Publisher;
import dev.cartwright.runtime.Publisher.Publication;
import dev.cartwright.runtime.TracedPublisher;
import dev.cartwright.runtime.Unavailable;
import dev.cartwright.runtime.Unavailable.Reason;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Publishes everything that waits at once, so that many requests share one durable write. Thread-safe. */
@Singleton
final class IngestQueue {

    /** More events than this are not added to a write. */
    private static final int AT_ONCE = 1000;

    private record Waiting(List<Publication> publications, CompletableFuture<Void> done) {}

    private final Publisher publisher;
    private final BlockingQueue<Waiting> waiting;
    private final Thread loop = new Thread(this::run, "ingest");

    IngestQueue(IngestPublisher publisher, EventSpans spans, HttpConfig config) {
        this.publisher = new TracedPublisher(publisher, spans);
        this.waiting = new ArrayBlockingQueue<>(config.maxWaiting());
    }

    @PostConstruct
    void start() {
        loop.start();
    }

    @PreDestroy
    void stop() {
        loop.interrupt();
    }

    /** Ends when all are durable; fails as {@link Publisher#publish} does where some may not be. */
    CompletionStage<Void> publish(List<Publication> publications) {
        var one = new Waiting(publications, new CompletableFuture<>());
        if (!waiting.offer(one)) {
            one.done.completeExceptionally(new Unavailable(Reason.LANE_FULL, "more requests wait than are published"));
        }
        return one.done;
    }

    private void run() {
        List<Waiting> batch = new ArrayList<>();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                gather(batch);
                publishAll(batch);
                batch.clear();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        waiting.drainTo(batch);
        batch.forEach(one ->
                one.done.completeExceptionally(new Unavailable(Reason.STOPPING, "the instance is ending")));
    }

    private void gather(List<Waiting> batch) throws InterruptedException {
        int events = 0;
        for (var next = waiting.take(); next != null; next = events < AT_ONCE ? waiting.poll() : null) {
            batch.add(next);
            events += next.publications.size();
        }
    }

    private void publishAll(List<Waiting> batch) {
        try {
            publisher.publish(batch.stream().flatMap(one -> one.publications.stream()).toList());
            batch.forEach(one -> one.done.complete(null));
        } catch (NotAllPublished some) {
            complete(batch, some.failures());
        } catch (RuntimeException e) {
            // One loop serves all requests: whatever fails, it goes on with the next.
            batch.forEach(one -> one.done.completeExceptionally(e));
        }
    }

    private static void complete(List<Waiting> batch, Map<Integer, RuntimeException> failures) {
        int place = 0;
        for (var one : batch) {
            var own = new TreeMap<Integer, RuntimeException>();
            for (int i = 0; i < one.publications.size(); i++, place++) {
                if (failures.containsKey(place)) {
                    own.put(i, failures.get(place));
                }
            }
            if (own.isEmpty()) {
                one.done.complete(null);
            } else {
                one.done.completeExceptionally(new NotAllPublished(own));
            }
        }
    }
}
