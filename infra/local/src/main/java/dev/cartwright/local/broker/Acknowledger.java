package dev.cartwright.local.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.exceptions.JedisException;

/** Acknowledges in a thread of its own, many entries in one command; thread-safe. */
final class Acknowledger implements AutoCloseable {
    private static final Backoff RECONNECT = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(2));
    // why: one fsync of the broker's log then serves all that is acknowledged in these milliseconds.
    private static final long GATHER_MILLIS = 5;
    private static final long CLOSE_MILLIS = 3_000;

    private final EventStream stream;
    private final Room room;
    private final Outage outage;
    private final Thread thread = new Thread(this::run, "broker-acknowledger");
    private List<Delivery> waiting = new ArrayList<>();
    private volatile boolean closed;

    Acknowledger(EventStream stream, Room room, Outage outage) {
        this.stream = stream;
        this.room = room;
        this.outage = outage;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    synchronized void add(Delivery delivery) {
        waiting.add(delivery);
        if (waiting.size() == 1) {
            notifyAll();
        }
    }

    /** Waits, within bounds, until all that was added is acknowledged. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            for (var batch = take(); !batch.isEmpty(); batch = take()) {
                acknowledge(batch);
                room.give(batch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Delivery> take() throws InterruptedException {
        awaitFirst();
        if (!closed) {
            Thread.sleep(GATHER_MILLIS);
        }
        return swap();
    }

    private synchronized void awaitFirst() throws InterruptedException {
        while (waiting.isEmpty() && !closed) {
            wait();
        }
    }

    private synchronized List<Delivery> swap() {
        var batch = waiting;
        waiting = new ArrayList<>();
        return batch;
    }

    private void acknowledge(List<Delivery> batch) {
        for (int failures = 1; !tryAcknowledge(batch) && !closed; failures++) {
            Pause.millis(RECONNECT.millis(failures));
        }
    }

    private boolean tryAcknowledge(List<Delivery> batch) {
        try {
            stream.acknowledge(batch);
            return true;
        } catch (JedisException e) {
            outage.began(e);
            return false;
        }
    }
}
