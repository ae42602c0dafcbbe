package dev.cartwright.local.broker;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Waits between attempts: each limit is twice the one before, up to a cap, and the wait is anything below it. */
public record Backoff(Duration first, Duration cap) {
    private static final int MOST_DOUBLINGS = 20;

    public static Backoff standard() {
        return new Backoff(Duration.ofMillis(100), Duration.ofSeconds(10));
    }

    /** The wait after this many failures in a row, with full jitter. */
    public long millis(int failures) {
        return 1 + ThreadLocalRandom.current().nextLong(limitMillis(failures));
    }

    long limitMillis(int failures) {
        int doublings = Math.min(Math.max(failures - 1, 0), MOST_DOUBLINGS);
        return Math.min(first.toMillis() << doublings, cap.toMillis());
    }
}
