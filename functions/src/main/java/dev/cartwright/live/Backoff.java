package dev.cartwright.live;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Longer and longer waits, none like another instance's. Thread-safe. */
final class Backoff {

    private static final long FIRST_MILLIS = 50;
    private static final int DOUBLINGS = 6;

    private final AtomicInteger failures = new AtomicInteger();

    /** How long to wait after one more failure: three seconds at most. */
    Duration next() {
        long most = FIRST_MILLIS << Math.min(failures.getAndIncrement(), DOUBLINGS);
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
    }

    void reset() {
        failures.set(0);
    }
}
