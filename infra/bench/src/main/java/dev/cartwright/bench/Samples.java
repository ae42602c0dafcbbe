package dev.cartwright.bench;

import java.util.Arrays;

/** How long things took that began while it is measured; until then nothing is kept. Thread-safe. */
final class Samples {

    private long[] nanos = new long[1 << 16];
    private int count;
    private boolean measuring;
    private long since;

    /** Both as {@link System#nanoTime} tells them; what began before the measurement is not part of it. */
    synchronized void add(long begun, long ended) {
        if (!measuring || begun - since < 0) {
            return;
        }
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = ended - begun;
    }

    synchronized int count() {
        return count;
    }

    synchronized void measure() {
        measuring = true;
        since = System.nanoTime();
    }

    synchronized Latency latency() {
        return Latency.of(Arrays.copyOf(nanos, count));
    }
}
