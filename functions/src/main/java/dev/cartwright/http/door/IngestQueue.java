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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Publishes everything that waits at once, so that many requests share one durable write. Thread-safe. */
@Singleton
final class IngestQueue {

    /** More events than this are not added to a write. */
    private static final int AT_ONCE = 1000;

    private record Waiting(List<Publication> publications, int bytes, CompletableFuture<Void> done) {}

    private final Publisher publisher;
    private final int mostBytes;
    private final Semaphore room;
    private final Duration patience;
    // Bounded by the room, which what waits here has taken.
    private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();
    private final Thread loop = new Thread(this::run, "ingest");

    IngestQueue(IngestPublisher publisher, EventSpans spans, HttpConfig config) {
        this.publisher = new TracedPublisher(publisher, spans);
        this.mostBytes = Math.toIntExact(config.maxWaiting().asLongValue());
        this.room = new Semaphore(mostBytes);
        this.patience = config.patience();
    }

    @PostConstruct
    void start() {
        loop.start();
    }

    @PreDestroy
    void stop() {
        loop.interrupt();
    }

    /** False once the loop has ended by an error that nothing can go on after; only a new instance helps. */
    boolean isAlive() {
        return loop.isAlive();
    }

    /** Ends when all are durable; fails as {@link Publisher#publish} does where some may not be. */
    CompletionStage<Void> publish(List<Publication> publications) {
        // A request that is larger than all the room takes all of it: else it could never be sent.
        int bytes = (int) Math.min(mostBytes, publications.stream().mapToLong(Size::of).sum());
        if (!room.tryAcquire(bytes)) {
            return CompletableFuture.failedStage(
                    new Unavailable(Reason.LANE_FULL, "more events wait than are published"));
        }
        var one = new Waiting(publications, bytes, new CompletableFuture<>());
        waiting.add(one);
        return inTime(one.done);
    }

    /** Fails as the other does: a stage that depends on it would wrap its failure. */
    private CompletionStage<Void> inTime(CompletableFuture<Void> done) {
        var answer = new CompletableFuture<Void>();
        done.orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS).whenComplete((published, failure) -> {
            if (failure == null) {
                answer.complete(null);
            } else {
                answer.completeExceptionally(failure instanceof TimeoutException
                        ? new Unavailable(Reason.STORE_AWAY, "the event was not published in time", failure) : failure);
            }
        });
        return answer;
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
        } finally {
            waiting.drainTo(batch);
            batch.forEach(one ->
                    one.done.completeExceptionally(new Unavailable(Reason.STOPPING, "the instance is ending")));
        }
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
        } finally {
            batch.forEach(one -> room.release(one.bytes));
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
