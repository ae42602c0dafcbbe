package dev.cartwright.local.servers;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Bounded waiting for something to become true. */
public final class Waiting {
    private static final long PAUSE_NANOS = Duration.ofMillis(10).toNanos();

    private Waiting() {
    }

    /** True as soon as the condition holds, false if it does not within the limit or the thread is interrupted. */
    public static boolean until(Duration limit, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return true;
    }
}
