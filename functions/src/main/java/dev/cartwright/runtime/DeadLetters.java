package dev.cartwright.runtime;

import io.cloudevents.CloudEvent;

/** Keeps events that can never succeed, for an operator to look at and send again. Thread-safe. */
public interface DeadLetters {

    /**
     * Stores the event with its reason and announces it; doing so twice is the same as once. Returns when both are
     * durable; throws {@link Unavailable} where they may not be.
     */
    void keep(CloudEvent event, String reason);
}
