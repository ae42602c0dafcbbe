package dev.cartwright.local.broker;

import java.net.URI;

/** Which broker and which functions a dispatcher stands between, under which consumer name and limits. */
public record DispatcherOptions(URI broker, URI functions, String consumer, Limits limits, Backoff backoff) {
    /** The defaults; the consumer's name stays the same, so that a dispatcher finds what its predecessor left. */
    public static DispatcherOptions between(URI broker, URI functions) {
        return new DispatcherOptions(broker, functions, "dispatcher", Limits.standard(), Backoff.standard());
    }

    public DispatcherOptions with(Limits other) {
        return new DispatcherOptions(broker, functions, consumer, other, backoff);
    }

    DispatcherOptions with(Backoff other) {
        return new DispatcherOptions(broker, functions, consumer, limits, other);
    }

    DispatcherOptions as(String otherConsumer) {
        return new DispatcherOptions(broker, functions, otherConsumer, limits, backoff);
    }
}
