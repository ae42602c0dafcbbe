package dev.cartwright.views;

import dev.cartwright.runtime.EventLog;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The samples of those instances that were asked for last. Thread-safe: one reader at a time. */
final class Histories {

    /** Whoever asks first may get less than there is; the next one goes on from there. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final EventLog log;
    private final Window window;
    private final Duration age;
    private final Supplier<Instant> clock;
    private final Map<String, SampleHistory> known = new HashMap<>();

    /** @param age how old an answer may be */
    Histories(EventLog log, Window window, Duration age, Supplier<Instant> clock) {
        this.log = log;
        this.window = window;
        this.age = age;
        this.clock = clock;
    }

    /** The steps of each instance since the window began. */
    synchronized Map<String, Map<Long, Totals>> read(Collection<String> instances, Instant now) {
        known.keySet().retainAll(instances);
        var end = clock.get().plus(PATIENCE);
        Map<String, Map<Long, Totals>> steps = new HashMap<>();
        for (var instance : instances) {
            var history = known.computeIfAbsent(instance, name -> new SampleHistory(log, name, window));
            history.read(now, age, () -> clock.get().isBefore(end));
            steps.put(instance, Map.copyOf(history.steps(window.before(now))));
        }
        return steps;
    }
}
