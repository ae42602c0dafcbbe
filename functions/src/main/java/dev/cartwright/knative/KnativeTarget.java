package dev.cartwright.knative;

import java.net.URI;
import java.time.Duration;

/**
 * Where events are sent.
 *
 * @param deadline of everything that is published together, its retries included
 */
public record KnativeTarget(URI sink, CeOverrides overrides, Duration deadline) {

    /** @throws IllegalStateException saying what the sink should be */
    public KnativeTarget {
        if (!String.valueOf(sink.getScheme()).matches("https?") || sink.getHost() == null) {
            throw new IllegalStateException("K_SINK must be as http://broker.example/events, not " + sink);
        }
    }
}
