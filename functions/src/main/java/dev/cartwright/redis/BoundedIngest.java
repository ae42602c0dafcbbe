package dev.cartwright.redis;

import dev.cartwright.runtime.IngestPublisher;
import dev.cartwright.runtime.Unavailable;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Lets events in while the stream is shorter than its limit, which it looks up now and then. Thread-safe. */
public final class BoundedIngest implements IngestPublisher {

    private static final long LOOK_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final RedisStreamsPublisher publisher;
    private final long limit;
    private final AtomicLong nextLook = new AtomicLong(System.nanoTime());
    private volatile long backlog;

    public BoundedIngest(RedisStreamsPublisher publisher, long limit) {
        this.publisher = publisher;
        this.limit = limit;
    }

    @Override
    public void publish(List<Publication> publications) {
        lookUp();
        if (backlog >= limit) {
            throw new Unavailable(Unavailable.Reason.STORE_AWAY,
                    "the broker's backlog is full: " + backlog + " events");
        }
        publisher.publish(publications);
    }

    private void lookUp() {
        long due = nextLook.get();
        long now = System.nanoTime();
        if (now - due >= 0 && nextLook.compareAndSet(due, now + LOOK_UP_NANOS)) {
            backlog = publisher.backlog();
        }
    }
}
