package dev.cartwright.sre;

import dev.cartwright.runtime.LaneMeters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * What the meters have counted, since the start or between two looks.
 *
 * @param tookMs of all events together; as what was answered
 * @param withinMs how many events took at most so many milliseconds
 * @param replays how many subjects were folded again from their logs
 */
record Counts(double events, double tookMs, Map<Double, Double> withinMs, double deadLetters, double requests,
        double errors, double answeredMs, double bytesIn, double bytesOut, double replays) {

    /** Whoever asks how we are is no customer, and is told that a store is away by an error. */
    private static final Predicate<Timer> BY_CUSTOMERS = timer -> !String.valueOf(timer.getId().getTag("uri"))
            .startsWith("/q/");

    static Counts now(MeterRegistry meters) {
        var processed = meters.find("cartwright.events.processed").timers();
        var requests = meters.find("http.server.requests").timers().stream().filter(BY_CUSTOMERS).toList();
        var failed = requests.stream().filter(Counts::isError).toList();
        return new Counts(count(processed), millis(processed), within(processed),
                counted(meters, "cartwright.events.dead.lettered"),
                count(requests), count(failed), millis(requests),
                bytes(meters, "http.server.bytes.read"), bytes(meters, "http.server.bytes.written"),
                counted(meters, LaneMeters.REPLAYS));
    }

    private static boolean isError(Meter request) {
        return String.valueOf(request.getId().getTag("status")).startsWith("5");
    }

    private static double counted(MeterRegistry meters, String name) {
        return meters.find(name).counters().stream().mapToDouble(Counter::count).sum();
    }

    private static double count(Collection<Timer> timers) {
        return timers.stream().mapToLong(Timer::count).sum();
    }

    private static double millis(Collection<Timer> timers) {
        return timers.stream().mapToDouble(timer -> timer.totalTime(TimeUnit.MILLISECONDS)).sum();
    }

    private static double bytes(MeterRegistry meters, String name) {
        return meters.find(name).summaries().stream().mapToDouble(DistributionSummary::totalAmount).sum();
    }

    private static Map<Double, Double> within(Collection<Timer> timers) {
        Map<Double, Double> within = new TreeMap<>();
        timers.forEach(timer -> {
            for (var bucket : timer.takeSnapshot().histogramCounts()) {
                within.merge(bucket.bucket(TimeUnit.MILLISECONDS), bucket.count(), Double::sum);
            }
        });
        return within;
    }

    Counts since(Counts before) {
        Map<Double, Double> within = new TreeMap<>();
        withinMs.forEach((bound, count) -> within.put(bound, count - before.withinMs.getOrDefault(bound, 0.0)));
        return new Counts(events - before.events, tookMs - before.tookMs, within, deadLetters - before.deadLetters,
                requests - before.requests, errors - before.errors, answeredMs - before.answeredMs,
                bytesIn - before.bytesIn, bytesOut - before.bytesOut, replays - before.replays);
    }

    /** The bound that the share of events kept to; the largest one where too many did not. */
    long percentileMs(double share) {
        double largest = 0;
        for (var bound : withinMs.entrySet()) {
            largest = bound.getKey();
            if (bound.getValue() >= events * share) {
                break;
            }
        }
        return events == 0 ? 0 : Math.round(largest);
    }
}
