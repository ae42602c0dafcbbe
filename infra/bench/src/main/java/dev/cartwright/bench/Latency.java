package dev.cartwright.bench;

import java.util.Arrays;

/** How long most events and almost all events took at the most, in milliseconds. */
record Latency(double p50, double p99) {

    static Latency of(long[] nanos) {
        Arrays.sort(nanos);
        return new Latency(percentile(nanos, 0.5), percentile(nanos, 0.99));
    }

    private static double percentile(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
    }
}
