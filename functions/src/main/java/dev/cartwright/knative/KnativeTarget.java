package dev.cartwright.knative;

import java.net.URI;
import java.time.Duration;

/**
 * Where events are sent.
 *
 * @param deadline of everything that is published together, its retries included
 */
public record KnativeTarget(URI sink, CeOverrides overrides, Duration deadline) {}
