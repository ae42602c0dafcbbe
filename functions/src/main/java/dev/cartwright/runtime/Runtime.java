package dev.cartwright.runtime;

import dev.cartwright.rules.Engine;
import java.util.function.LongSupplier;

/**
 * What the lanes work with.
 *
 * @param spans of the events that pass through
 * @param nanoTime a clock that only goes forward, in nanoseconds
 * @param passage sees what passes
 */
public record Runtime(Engine engine, Events events, RuleSetVersion version, EventLog log, SubjectStore store,
        Publisher publisher, LaneSettings settings, LaneMeters meters, EventSpans spans, LongSupplier nanoTime,
        Passage passage) {

    /** Nobody sees what passes. */
    public Runtime(Engine engine, Events events, RuleSetVersion version, EventLog log, SubjectStore store,
            Publisher publisher, LaneSettings settings, LaneMeters meters, EventSpans spans, LongSupplier nanoTime) {
        this(engine, events, version, log, store, publisher, settings, meters, spans, nanoTime, Passage.NONE);
    }

    Refolder refolder() {
        return new Refolder(this);
    }
}
