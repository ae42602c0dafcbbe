package dev.cartwright.local.broker;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import redis.clients.jedis.exceptions.JedisException;

/** Reads the stream in a thread of its own and hands on what it reads, as far as there is room. */
final class Reader implements AutoCloseable {
    private static final Backoff RECONNECT = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(2));
    private static final long CLOSE_MILLIS = 1_000;
    private static final long ROOM_WAIT_MILLIS = 1_000;
    private static final int CLAIMS_PER_SILENCE = 4;

    private final EventStream stream;
    private final Limits limits;
    private final Room room;
    private final Outage outage;
    private final Consumer<List<Delivery>> target;
    private final Thread thread = new Thread(this::run, "broker-reader");

    private volatile boolean closed;
    private boolean catchingUp = true;
    private byte[] last = EventStream.beginning();
    private long nextClaim;
    private int failures;

    Reader(EventStream stream, Limits limits, Room room, Outage outage, Consumer<List<Delivery>> target) {
        this.stream = stream;
        this.limits = limits;
        this.room = room;
        this.outage = outage;
        this.target = target;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits, within bounds, for what is being read: it belongs to whoever reads next under this name. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed) {
            try {
                readOnce();
                failures = 0;
                outage.ended();
            } catch (JedisException e) {
                recover(e);
            } catch (InterruptedException closing) {
                return;
            }
        }
    }

    private void readOnce() throws InterruptedException {
        if (catchingUp) {
            stream.join();
        }
        int count = Math.min(Limits.READ, room.await(ROOM_WAIT_MILLIS));
        if (count == 0) {
            stream.touch();
            return;
        }
        var deliveries = catchingUp ? stream.pendingAfter(last, count) : stream.next(count);
        catchingUp = catchingUp && !deliveries.isEmpty();
        if (!deliveries.isEmpty()) {
            last = deliveries.get(deliveries.size() - 1).id();
            handOn(deliveries);
        }
        claimNowAndThen();
    }

    private void claimNowAndThen() {
        if (System.nanoTime() - nextClaim > 0) {
            nextClaim = System.nanoTime() + limits.deadAfter().toNanos() / CLAIMS_PER_SILENCE;
            handOn(stream.claimFromDead(limits.deadAfter().toMillis(), Limits.READ));
        }
    }

    private void handOn(List<Delivery> deliveries) {
        if (!deliveries.isEmpty()) {
            room.take(deliveries);
            target.accept(deliveries);
        }
    }

    // why: the answer that was lost may have held entries; they are this consumer's, pending after the last one seen.
    private void recover(JedisException cause) {
        if (closed) {
            return;
        }
        catchingUp = true;
        outage.began(cause);
        Pause.millis(RECONNECT.millis(++failures));
    }
}
