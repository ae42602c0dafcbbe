package dev.cartwright.operations;

import java.time.Duration;
import java.time.Instant;

/**
 * Moments that come again and again after a beginning. Whether one of them has come follows from times alone, so that
 * nobody need remember that it has.
 */
public record Rhythm(Instant begins, Duration every) {

    /** True where one of the moments is after the one time, and not after the other. */
    public boolean beats(Instant after, Instant until) {
        return count(until) > count(after);
    }

    /** The moment that was last then; the beginning before the first. */
    public Instant last(Instant time) {
        return begins.plus(every.multipliedBy(count(time)));
    }

    private long count(Instant time) {
        return Math.max(0, Math.floorDiv(Duration.between(begins, time).toMillis(), every.toMillis()));
    }
}
