package dev.cartwright.bench;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was measured of one run.
 *
 * @param cpuMillis of an event, by group of processes
 * @param latency null where none was measured
 */
record Figure(long events, double seconds, Map<String, Double> cpuMillis, Latency latency) {

    static Figure of(long events, Duration time, Map<String, Duration> cpu) {
        Map<String, Double> millis = new TreeMap<>();
        cpu.forEach((group, used) -> millis.put(group, used.toNanos() / 1e6 / Math.max(1, events)));
        return new Figure(events, time.toNanos() / 1e9, millis, null);
    }

    Figure with(Latency latencies) {
        return new Figure(events, seconds, cpuMillis, latencies);
    }

    double eventsPerSecond() {
        return events / seconds;
    }
}
