package dev.cartwright.bench;

import java.util.Arrays;

/** How long things took, while they are measured. Thread-safe. */
final class Samples {

    private long[] nanos = new long[1 << 16];
    private int count;

    synchronized void add(long took) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = took;
    }

    synchronized int count() {
        return count;
    }

    synchronized void clear() {
        count = 0;
    }

    synchronized Latency latency() {
        return Latency.of(Arrays.copyOf(nanos, count));
    }
}
