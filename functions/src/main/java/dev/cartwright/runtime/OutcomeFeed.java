package dev.cartwright.runtime;

import io.cloudevents.CloudEvent;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Tells what came of an event, to whoever waits for it. Thread-safe; no call blocks. */
public interface OutcomeFeed {

    /**
     * An event's outcome to come. Neither stage fails.
     *
     * @param following ends when nothing that is published from then on is missed: publish the event not before
     * @param first ends with the event's first follow-up; empty where none came in time, or it cannot be waited for now
     */
    record Awaited(CompletionStage<Void> following, CompletionStage<Optional<CloudEvent>> first) {}

    /** Waits for the first event, of any type, that says it was caused by this one. */
    Awaited first(String causationId, Duration wait);
}
