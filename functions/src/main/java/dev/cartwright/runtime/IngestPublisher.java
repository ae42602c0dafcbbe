package dev.cartwright.runtime;

/**
 * Where events from outside enter: refuses them with {@link Unavailable} while the broker's backlog is too long.
 * Follow-ups, without which the backlog would never shrink, go straight to the {@link Publisher}.
 */
public interface IngestPublisher extends Publisher {}
