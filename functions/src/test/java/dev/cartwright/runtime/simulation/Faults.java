package dev.cartwright.runtime.simulation;

import java.time.Duration;

/** How often what goes wrong, per call or per row. */
record Faults(double crash, double lostReply, double failedRow, double slow, double cacheAccident, double givesUp) {

    static final Faults NONE = new Faults(0, 0, 0, 0, 0, 0);
    static final Faults MANY = new Faults(0.02, 0.03, 0.03, 0.05, 0.08, 0.2);

    /** The deadline of one call. */
    static final Duration DEADLINE = Duration.ofSeconds(5);
    static final Duration SLOW = Duration.ofSeconds(12);
    static final Duration QUICK = Duration.ofMillis(40);
}
