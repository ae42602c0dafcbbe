package dev.cartwright.runtime;

import dev.cartwright.rules.Engine;
import java.util.function.LongSupplier;

/**
 * What the lanes work with.
 *
 * @param spans of the events that pass through
 * @param nanoTime a clock that only goes forward, in nanoseconds
 */
public record Runtime(Engine engine, Events events, RuleSetVersion version, EventLog log, SubjectStore store,
        Publisher publisher, LaneSettings settings, LaneMeters meters, EventSpans spans, LongSupplier nanoTime) {

    Refolder refolder() {
        return new Refolder(this);
    }
}
