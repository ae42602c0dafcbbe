package dev.cartwright.runtime;

import java.time.Duration;

/**
 * How lanes work.
 *
 * @param lanes how many loops commit side by side
 * @param capacity how many deliveries one lane holds before it answers 429
 * @param maxBatch how many deliveries are committed together at the most
 * @param fence how old a load may be when rows are written for it; older, the subject is loaded again
 * @param pendingTimeout after how long a registered position counts as abandoned; longer than the fence and the
 *     deadline of a write together, so that no write can still be on its way
 * @param patience after how long a delivery that is not committed is given back to its sender, who tries again
 * @param attempts how often a delivery is tried anew when other instances were faster
 * @param refoldThreads how many histories are folded at a time, beside the lanes
 */
public record LaneSettings(int lanes, int capacity, int maxBatch, Duration fence, Duration pendingTimeout,
        Duration patience, int attempts, int refoldThreads) {

    public static final LaneSettings DEFAULT =
            new LaneSettings(2, 4096, 256, Duration.ofSeconds(4), Duration.ofSeconds(10), Duration.ofSeconds(10), 10,
                    2);
}
