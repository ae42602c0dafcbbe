package dev.cartwright.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The part of a run that is measured: it begins when the warm-up is over, and ends after so many events or when the time
 * is up. Thread-safe.
 */
final class Window {

    private final Cpu cpu;
    private final Limits limits;
    private final LongSupplier counter;
    private long[] latencies = new long[1 << 16];
    private int measured;
    private long seen;
    private long begunAt;
    private long countAtBegin;
    private Map<String, Duration> cpuAtBegin;
    private Figure figure;

    /**
     * How long a run is.
     *
     * @param warmUp events before anything is measured
     * @param events that are measured at the most
     * @param time that is measured at the most; the warm-up takes twice as long at the most
     */
    record Limits(int warmUp, int events, Duration time) {}

    /** Counts what is told to {@link #completed}. */
    Window(Cpu cpu, Limits limits) {
        this(cpu, limits, null);
    }

    /** @param counter tells how many events there were up to now, where more count than those that are told */
    Window(Cpu cpu, Limits limits, LongSupplier counter) {
        this.cpu = cpu;
        this.limits = limits;
        this.counter = counter == null ? () -> seen : counter;
        this.begunAt = System.nanoTime();
    }

    /** So many more events are done; true where the run goes on. */
    synchronized boolean completed(int events) {
        seen += events;
        long elapsed = System.nanoTime() - begunAt;
        if (cpuAtBegin == null && (seen >= limits.warmUp || elapsed > 2 * limits.time.toNanos())) {
            begin();
        } else if (cpuAtBegin != null && figure == null
                && (seen - limits.warmUp >= limits.events || elapsed > limits.time.toNanos())) {
            end();
        }
        return figure == null;
    }

    /** One event took so long; counts while the window is open. */
    synchronized void took(long nanos) {
        if (cpuAtBegin != null && figure == null) {
            if (measured == latencies.length) {
                latencies = Arrays.copyOf(latencies, measured * 2);
            }
            latencies[measured++] = nanos;
        }
    }

    synchronized boolean isOpen() {
        return cpuAtBegin != null && figure == null;
    }

    synchronized boolean isOver() {
        return figure != null;
    }

    /** What was measured; a run that ends of itself ends the window. */
    synchronized Figure figure() {
        if (figure == null) {
            end();
        }
        return figure.with(Latency.of(Arrays.copyOf(latencies, measured)));
    }

    private void begin() {
        begunAt = System.nanoTime();
        countAtBegin = counter.getAsLong();
        cpuAtBegin = cpu.used();
    }

    private void end() {
        if (cpuAtBegin == null) {
            throw new IllegalStateException("there were too few events to warm up: " + seen);
        }
        var used = new HashMap<String, Duration>();
        cpu.used().forEach((group, now) -> used.put(group, now.minus(cpuAtBegin.get(group))));
        long events = counter.getAsLong() - countAtBegin;
        figure = Figure.of(events, Duration.ofNanos(System.nanoTime() - begunAt), used);
    }
}
