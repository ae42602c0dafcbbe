package dev.cartwright.http.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * When a stream ends by itself, and why.
 *
 * @param atNanos as {@link System#nanoTime} counts
 */
record Ending(long atNanos, EndReason reason) {

    private static final int TENTH = 10;

    /** At the end of its life, or up to a tenth sooner, or when the token is good no longer. */
    static Ending of(Duration life, Optional<Instant> tokenEnd, Clock clock) {
        long most = life.toNanos();
        long lives = most - ThreadLocalRandom.current().nextLong(most / TENTH + 1);
        long trusted = tokenEnd.map(end -> Duration.between(clock.instant(), end)).filter(left -> left.compareTo(life) < 0)
                .map(Duration::toNanos).orElse(Long.MAX_VALUE);
        return new Ending(System.nanoTime() + Math.min(lives, trusted),
                trusted <= lives ? EndReason.TOKEN_EXPIRED : EndReason.RENEW);
    }
}
