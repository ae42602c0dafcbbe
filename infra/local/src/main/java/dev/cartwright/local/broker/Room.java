package dev.cartwright.local.broker;

import java.util.List;

/** Bounds what is read and not yet acknowledged; thread-safe. */
final class Room {
    private final int maxEvents;
    private int events;
    private long bytes;

    Room(int maxEvents) {
        this.maxEvents = maxEvents;
    }

    synchronized void take(List<Delivery> deliveries) {
        events += deliveries.size();
        bytes += bytes(deliveries);
    }

    synchronized void give(List<Delivery> deliveries) {
        events -= deliveries.size();
        bytes -= bytes(deliveries);
        notifyAll();
    }

    /** How many more may be read, after a wait of at most so long for there to be any. */
    synchronized int await(long millis) throws InterruptedException {
        if (left() == 0) {
            wait(millis);
        }
        return left();
    }

    synchronized int taken() {
        return events;
    }

    private int left() {
        return bytes >= Limits.BUFFERED_BYTES ? 0 : Math.max(0, maxEvents - events);
    }

    private static long bytes(List<Delivery> deliveries) {
        return deliveries.stream().mapToLong(Delivery::bytes).sum();
    }
}
